/**
 * Whose turn it is to read from the disk ([PXE5]): so many at once, so many of one PC, the others in the order they
 * came. So eight PCs get on alike, and lessons have the rest of the hub.
 */
export class Turns {
  readonly #atOnce: number;
  readonly #ofOne: number;
  readonly #under = new Map<string, number>();
  #waiting: { readonly who: string; readonly go: () => void }[] = [];

  constructor(atOnce: number, ofOne: number) {
    this.#atOnce = atOnce;
    this.#ofOne = ofOne;
  }

  /** Resolves once it is that one's turn; call what it resolves with at its end. Rejects if `gone` first. */
  take(who: string, gone: AbortSignal): Promise<() => void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting = this.#waiting.filter((each) => each !== entry);
        reject(new DOMException('gone', 'AbortError'));
      };
      const entry = {
        who,
        go: () => {
          gone.removeEventListener('abort', leave);
          this.#under.set(who, (this.#under.get(who) ?? 0) + 1);
          resolve(this.#release(who));
        },
      };
      if (gone.aborted) {
        leave();
        return;
      }
      gone.addEventListener('abort', leave, { once: true });
      this.#waiting.push(entry);
      this.#next();
    });
  }

  #release(who: string): () => void {
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      const left = (this.#under.get(who) ?? 1) - 1;
      if (left === 0) this.#under.delete(who);
      else this.#under.set(who, left);
      this.#next();
    };
  }

  #next(): void {
    const busy = [...this.#under.values()].reduce((sum, count) => sum + count, 0);
    if (busy >= this.#atOnce) return;
    const at = this.#waiting.findIndex(({ who }) => (this.#under.get(who) ?? 0) < this.#ofOne);
    const [entry] = at === -1 ? [] : this.#waiting.splice(at, 1);
    if (entry === undefined) return;
    entry.go();
    this.#next();
  }
}
