/**
 * How far above everything seen a counter may lie and still be counted on from: more than all events
 * that a site can ever have, and so little that nobody can use the numbers up ([EVT3]).
 */
const mostAhead = 2 ** 30;

/**
 * The counter to go on from once these were seen. One far above the rest comes of a broken memory or
 * of somebody who means harm: its event counts, and no one follows it.
 * @param held the highest counted on so far
 * @param seen in any order
 */
export function nextLamport(held: number, seen: readonly number[]): number {
  return seen
    .toSorted((one, other) => one - other)
    .reduce((most, each) => (each > most && each - most <= mostAhead ? each : most), held);
}
