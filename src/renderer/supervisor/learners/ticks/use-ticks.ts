import { useMemo, useState } from 'react';
import type { LearnerRow } from '../../../../shared/contracts/ipc/views.ts';
import type { LearnerId } from '../../../../shared/ids.ts';
import { areAllTicked, nobodyTicked, withAll, withTurned, withTurnedTo } from './ticked-rows.ts';

export interface Ticks {
  /** Of everybody there is, whether they are in the list that is shown or not, in the rows' order. */
  readonly rows: readonly LearnerRow[];
  readonly has: (learner: LearnerId) => boolean;
  /** All that are found now. */
  readonly all: boolean;
  /** @param further from the last one on, as with Shift */
  readonly turn: (learner: LearnerId, further: boolean) => void;
  readonly turnAll: () => void;
  readonly clear: () => void;
}

/**
 * Who is ticked. Ticks stay through searches, so that people are gathered over several; whoever is not
 * there any more loses theirs ([LST2]).
 * @param found in the order shown
 */
export function useTicks(rows: readonly LearnerRow[], found: readonly LearnerRow[]): Ticks {
  const [ticked, setTicked] = useState(nobodyTicked);
  const { learners } = ticked;
  const of = useMemo(
    () => (learners.size === 0 ? [] : rows.filter(({ learner }) => learners.has(learner.learner))),
    [rows, learners],
  );
  const all = useMemo(() => areAllTicked({ learners }, found), [learners, found]);
  return {
    rows: of,
    has: (learner) => learners.has(learner),
    all,
    turn: (learner, further) =>
      setTicked((before) =>
        further ? withTurnedTo(before, found, learner) : withTurned(before, learner),
      ),
    turnAll: () => setTicked((before) => withAll(before, found)),
    clear: () => setTicked(nobodyTicked),
  };
}
