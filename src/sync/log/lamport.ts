import { highestLamport } from '../../shared/contracts/documents/event.ts';

/**
 * How far above everything seen a counter may lie and still be counted on from: more than all events
 * that a site can ever have, and so little that nobody can use the numbers up ([EVT3]).
 */
const mostAhead = 2 ** 30;

/**
 * Where a station that has seen nothing of the others begins: among the first counters it hears of, where
 * most of them are. From there on it judges like everybody else ([EVT3]).
 */
export function firstLamport(held: number, seen: readonly number[]): number {
  const possible = seen.filter((each) => each <= highestLamport);
  const sorted = possible.toSorted((one, other) => one - other);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return nextLamport(Math.max(held, middle), possible);
}

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
