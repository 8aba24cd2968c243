import { clustersOf } from '../shared/khmer/clusters.ts';
import type { NormalizeText } from './marking.ts';

/** A stretch of a typed answer, in UTF-16 units; empty where something is missing. */
export interface SpellingDifference {
  readonly from: number;
  readonly to: number;
}

/**
 * Where a typed word first differs from what was accepted, counted in written units ([LSN15]): from
 * the accepted spelling that takes the fewest changes. A unit that is left out is pointed at where it
 * belongs, not at what follows it. Null where nothing can be pointed at.
 */
export function spellingDifference(
  accept: readonly string[],
  typed: string,
  normalize: NormalizeText,
): SpellingDifference | null {
  const written = unitsOf(typed, normalize);
  if (written.length === 0) return null;
  const words = accept.map((word) => unitsOf(word, normalize));
  const compared = words.map((units) => ({ units, changes: changesTo(written, units) }));
  const nearest = compared.toSorted((a, b) => fewest(a.changes) - fewest(b.changes))[0];
  if (nearest === undefined || fewest(nearest.changes) === 0) return null;
  const { units, changes } = nearest;
  const at = sameUntil(written, units);
  const differing = written[at];
  if (differing === undefined) return { from: typed.length, to: typed.length };
  const isLeftOut =
    at < units.length && count(changes, at, at + 1) < count(changes, at + 1, at + 1);
  return { from: differing.from, to: isLeftOut ? differing.from : differing.to };
}

/** By how many units of either have passed, the fewest changes that what is left takes. */
type Changes = readonly (readonly number[])[];

const fewest = (changes: Changes) => count(changes, 0, 0);
const count = (changes: Changes, one: number, other: number) =>
  changes[one]?.[other] ?? Number.POSITIVE_INFINITY;

/** Units to be put in, left out or exchanged (Levenshtein), from every place in both to their ends. */
function changesTo(one: readonly Unit[], other: readonly Unit[]): Changes {
  let below = Array.from({ length: other.length + 1 }, (_, at) => other.length - at);
  const rows = [below];
  for (const unit of one.toReversed()) {
    const row = below.map((left) => left + 1);
    for (let at = other.length - 1; at >= 0; at -= 1) {
      const exchanged = (below[at + 1] ?? 0) + Number(unit.compared !== other[at]?.compared);
      row[at] = Math.min(exchanged, (below[at] ?? 0) + 1, (row[at + 1] ?? 0) + 1);
    }
    rows.unshift(row);
    below = row;
  }
  return rows;
}

interface Unit extends SpellingDifference {
  readonly compared: string;
}

/** Written units with where they stand; what prints nothing is none. */
function unitsOf(text: string, normalize: NormalizeText): Unit[] {
  let from = 0;
  const units = clustersOf(text).map((cluster): Unit => {
    const unit = { from, to: from + cluster.length, compared: normalize(cluster) };
    from = unit.to;
    return unit;
  });
  return units.filter(({ compared }) => compared !== '');
}

function sameUntil(one: readonly Unit[], other: readonly Unit[]): number {
  const at = one.findIndex(({ compared }, index) => compared !== other[index]?.compared);
  return at === -1 ? one.length : at;
}
