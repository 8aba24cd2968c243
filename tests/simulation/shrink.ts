/**
 * Cuts a failing list down to one that still fails and of which nothing can be left out (delta
 * debugging, after Zeller and Hildebrandt).
 *
 * @param fails whether a shorter list fails too; asked at most `tries` times
 */
export async function shrink<Item>(
  items: readonly Item[],
  fails: (shorter: readonly Item[]) => Promise<boolean>,
  tries: number,
): Promise<readonly Item[]> {
  let shortest = items;
  let left = tries;
  let size = Math.ceil(shortest.length / 2);
  while (size >= 1 && left > 0) {
    const before = shortest.length;
    for (let at = 0; at < shortest.length && left > 0;) {
      const shorter = shortest.toSpliced(at, size);
      left -= 1;
      if (await fails(shorter)) shortest = shorter;
      else at += size;
    }
    if (size === 1 && shortest.length === before) break;
    size = Math.max(1, Math.floor(size / 2));
  }
  return shortest;
}
