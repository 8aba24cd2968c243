/** Something made when it is first asked for, and then kept. */
export interface Lazily<Thing> {
  get(): Promise<Thing>;
  /** Does something with it, if it was ever made. */
  ifMade(act: (thing: Thing) => Promise<void>): Promise<void>;
}

export function lazily<Thing>(make: () => Promise<Thing>): Lazily<Thing> {
  let made: Promise<Thing> | null = null;
  return {
    get() {
      made ??= make();
      return made;
    },
    async ifMade(act) {
      if (made !== null) await act(await made);
    },
  };
}
