/** Texts at a time: some milliseconds of an old PC. */
const textsAtOnce = 200;

/** One spelling of each text, worked out ahead where there is time for it. */
export interface Spellings {
  /** The spelling of a text, at once. */
  of(text: string): string;
  /** Begins to work these out, a few at a time between whatever else there is to do. Once is enough. */
  prepare(texts: Iterable<string>): void;
}

/** @param spell what it costs time to do: thousands of titles take it for half a second in one go */
export function spellings(spell: (text: string) => string): Spellings {
  const known = new Map<string, string>();
  let begun = false;
  // what somebody types is not kept: it is theirs
  const of = (text: string): string => known.get(text) ?? spell(text);
  const some = (texts: Iterator<string>): void => {
    for (let done = 0; done < textsAtOnce; done += 1) {
      const next = texts.next();
      if (next.done === true) return;
      known.set(next.value, of(next.value));
    }
    setImmediate(() => some(texts));
  };
  return {
    of,
    prepare(texts) {
      if (begun) return;
      begun = true;
      setImmediate(() => some(texts[Symbol.iterator]()));
    },
  };
}
