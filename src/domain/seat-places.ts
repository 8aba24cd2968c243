import { mostColumns, mostRows, spotKey } from '../shared/contracts/seat-places.ts';
import type { Spot } from '../shared/contracts/seat-places.ts';
import type { StationId } from '../shared/ids.ts';

/** A seat, and where somebody said that it stands. */
interface Placed {
  readonly station: StationId;
  readonly place: Spot | null;
}

/** Seats in a row where nobody said how they stand. */
const usualColumns = 4;

/**
 * Where each seat stands ([SUP21]): as was said; seats nobody has said it of on free spots behind, from
 * left to right, so that a new one is never hidden. Of two on one spot the first stands there.
 * @param seats in the order of their numbers, at most as many as there are spots
 */
export function standing(seats: readonly Placed[]): ReadonlyMap<StationId, Spot> {
  const spots = new Map<StationId, Spot>();
  const taken = new Set<string>();
  const put = (station: StationId, spot: Spot) => {
    spots.set(station, spot);
    taken.add(spotKey(spot));
  };
  for (const { station, place } of seats) {
    if (place !== null && !taken.has(spotKey(place))) put(station, place);
  }
  const last = [...spots.values()].reduce((most, { row }) => Math.max(most, row), 0);
  const widest = [...spots.values()].reduce(
    (most, { column }) => Math.max(most, column),
    usualColumns,
  );
  const free = freeSpots(last, widest).filter((spot) => !taken.has(spotKey(spot)));
  for (const { station } of seats) {
    if (spots.has(station)) continue;
    const spot = free.shift();
    if (spot !== undefined) put(station, spot);
  }
  return spots;
}

/** Spots in the order new seats take them: rows behind the last, and then whatever is left anywhere. */
function freeSpots(lastRow: number, columns: number): Spot[] {
  const rows = Array.from({ length: mostRows }, (_, at) => at + 1);
  const row = (wide: number) => (at: number) =>
    Array.from({ length: wide }, (_, column) => ({ column: column + 1, row: at }));
  const behind = rows.filter((at) => at > lastRow).flatMap(row(columns));
  return [...behind, ...rows.flatMap(row(mostColumns))].filter(isFirst);
}

function isFirst(spot: Spot, at: number, all: readonly Spot[]): boolean {
  return all.findIndex((each) => spotKey(each) === spotKey(spot)) === at;
}

/** Puts a seat on a spot; who stood there goes where it came from. */
export function moved(
  spots: ReadonlyMap<StationId, Spot>,
  station: StationId,
  to: Spot,
): ReadonlyMap<StationId, Spot> {
  const from = spots.get(station);
  const other = [...spots].find(([, spot]) => spotKey(spot) === spotKey(to));
  const next = new Map(spots);
  next.set(station, to);
  if (other !== undefined && from !== undefined && other[0] !== station) next.set(other[0], from);
  return next;
}

/** The columns and rows from the first seat to the last, and which of them hold any: the others are aisles. */
export function extent(spots: Iterable<Spot>): {
  readonly columns: readonly Track[];
  readonly rows: readonly Track[];
} {
  const all = [...spots];
  return {
    columns: tracks(all.map(({ column }) => column)),
    rows: tracks(all.map(({ row }) => row)),
  };
}

export interface Track {
  readonly at: number;
  readonly isAisle: boolean;
}

function tracks(taken: readonly number[]): readonly Track[] {
  if (taken.length === 0) return [];
  const [first, last] = [Math.min(...taken), Math.max(...taken)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).map((at) => ({
    at,
    isAisle: !taken.includes(at),
  }));
}
