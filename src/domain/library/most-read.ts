/** Of fewer readers nothing is told, and counts move in such steps: nobody is found by one more or less ([LIB5]). */
export const readersStep = 5;

/**
 * What most people have opened, most first; each count rounded down to a whole step. It hangs on the set of
 * readers alone, in whatever order they come.
 * @param readers what each has opened, a thing once
 */
export function mostRead<Key extends string>(
  readers: Iterable<readonly Key[]>,
  most: number,
): readonly { readonly key: Key; readonly atLeast: number }[] {
  const counts = new Map<Key, number>();
  for (const keys of readers) {
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .map(([key, count]) => ({ key, atLeast: count - (count % readersStep) }))
    .filter(({ atLeast }) => atLeast > 0)
    .sort((a, b) => b.atLeast - a.atLeast || (a.key < b.key ? -1 : 1))
    .slice(0, most);
}
