import { clustersOf } from '../shared/khmer/clusters.ts';
import type { NormalizeText } from './marking.ts';

/** A stretch of a typed answer, in UTF-16 units; empty where something is missing. */
export interface SpellingDifference {
  readonly from: number;
  readonly to: number;
}

/**
 * Where a typed word first differs from what was accepted, counted in written units ([LSN15]): from
 * the accepted spelling that it is like for longest. Null where nothing can be pointed at.
 */
export function spellingDifference(
  accept: readonly string[],
  typed: string,
  normalize: NormalizeText,
): SpellingDifference | null {
  const written = unitsOf(typed, normalize);
  const alike = Math.max(...accept.map((word) => sameUntil(written, unitsOf(word, normalize))));
  const differing = written[alike];
  if (written.length === 0) return null;
  if (differing !== undefined) return { from: differing.from, to: differing.to };
  const fits = accept.some((word) => unitsOf(word, normalize).length === alike);
  return fits ? null : { from: typed.length, to: typed.length };
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
