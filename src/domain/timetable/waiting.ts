import type { WaitTarget } from '../../shared/contracts/timetable.ts';
import type { LearnerId } from '../../shared/ids.ts';

/** A place in a row of those who wait for a seat ([TTB8]). */
export interface Waiting {
  readonly learner: LearnerId;
  readonly for: WaitTarget;
  /** The hub's number of when they were put there: their place in the row. */
  readonly since: { readonly hubSeq: number; readonly day: string };
}

/** What is waited for, as a key. */
export function waitKey(target: WaitTarget): string {
  return 'group' in target ? target.group : target.course;
}

/** In the order they were put there. */
export function inRow<Each extends Waiting>(waiting: readonly Each[]): Each[] {
  return waiting.toSorted(
    (a, b) => a.since.hubSeq - b.since.hubSeq || (a.learner < b.learner ? -1 : 1),
  );
}
