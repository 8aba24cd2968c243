/** One page of many things. */
export interface Page<T> {
  readonly shown: readonly T[];
  readonly index: number;
  readonly count: number;
}

/** The page with this index; an index past the end shows the last page. @param size things a page, ≥ 1 */
export function pageOf<T>(things: readonly T[], size: number, index: number): Page<T> {
  const count = Math.max(1, Math.ceil(things.length / size));
  const safe = Math.min(Math.max(index, 0), count - 1);
  return { shown: things.slice(safe * size, (safe + 1) * size), index: safe, count };
}
