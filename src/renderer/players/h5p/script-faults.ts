/** What goes wrong with scripts of this page, for who mends it. */
export interface ScriptFaults {
  /** The first that failed; null while none did. */
  readonly first: string | null;
  /** Notes something that was said besides. */
  note(said: unknown): void;
}

/** Listens from now on. `onMissing` is told a script that isn't there. */
export function watchScripts(onMissing: (path: string) => void): ScriptFaults {
  let first: string | null = null;
  const note = (said: unknown) => {
    first ??= said instanceof Error ? said.message : String(said);
  };
  const hear = (event: Event) => {
    if (event instanceof ErrorEvent) {
      note(`${pathOf(event.filename)}:${event.lineno} ${event.message}`);
    } else if (event.target instanceof HTMLScriptElement) onMissing(pathOf(event.target.src));
  };
  window.addEventListener('error', hear, { capture: true });
  return {
    get first() {
      return first;
    },
    note,
  };
}

/** As the package names it. */
const pathOf = (address: string) => address.replace(/^pack:.*\/~h5p\/(?:package|player)\//, '');
