import type { LearnerRow } from '../../../../shared/contracts/ipc/views.ts';
import type { LearnerId } from '../../../../shared/ids.ts';

/** Who is ticked, and whom the last tick was about: Shift goes on from there ([LST2]). */
export interface Ticked {
  readonly learners: ReadonlySet<LearnerId>;
  readonly last: LearnerId | null;
}

export const nobodyTicked: Ticked = { learners: new Set(), last: null };

type Rows = readonly Pick<LearnerRow, 'learner'>[];

/** Ticks one, or takes their tick away. */
export function withTurned({ learners }: Ticked, learner: LearnerId): Ticked {
  const next = new Set(learners);
  if (!next.delete(learner)) next.add(learner);
  return { learners: next, last: learner };
}

/**
 * Gives everybody from the last tick to this row what the last one got, both included: ticked, or
 * not. Without a last one in this list, that row alone is turned.
 */
export function withTurnedTo(ticked: Ticked, rows: Rows, learner: LearnerId): Ticked {
  const { learners, last } = ticked;
  const from = placeOf(rows, last);
  const to = placeOf(rows, learner);
  if (last === null || from === -1 || to === -1) return withTurned(ticked, learner);
  const next = new Set(learners);
  for (const row of rows.slice(Math.min(from, to), Math.max(from, to) + 1)) {
    if (learners.has(last)) next.add(row.learner.learner);
    else next.delete(row.learner.learner);
  }
  return { learners: next, last: learner };
}

/** All of a list, besides who is ticked already; or none of it, where all of it was. */
export function withAll({ learners }: Ticked, rows: Rows): Ticked {
  const next = new Set(learners);
  const whole = areAllTicked({ learners }, rows);
  for (const { learner } of rows) {
    if (whole) next.delete(learner.learner);
    else next.add(learner.learner);
  }
  return { learners: next, last: null };
}

/** Whether everybody of a list is ticked; of an empty one nobody is. */
export function areAllTicked({ learners }: Pick<Ticked, 'learners'>, rows: Rows): boolean {
  return rows.length > 0 && rows.every(({ learner }) => learners.has(learner.learner));
}

const placeOf = (rows: Rows, learner: LearnerId | null) =>
  rows.findIndex((row) => row.learner.learner === learner);
