/** Rows a page key walks. */
const page = 10;

/** Which row a key leads to from another; null for a key that walks nowhere ([SUP8]). */
export function rowAfterKey(key: string, from: number, count: number): number | null {
  const last = count - 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: last,
  };
  const to = steps[key];
  return to === undefined ? null : Math.min(last, Math.max(0, to));
}

/** A key as it is pressed on a line. */
export interface ListKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
}
