import type { NormalizeText } from '../../domain/marking.ts';
import type { EventPayload } from '../../shared/contracts/documents/event.ts';
import type { Marked } from '../../shared/contracts/ipc/views.ts';
import type { PackId, Semver, SittingId } from '../../shared/ids.ts';
import { markStep, trainedBy } from '../lessons/lesson-run.ts';
import type { Answer, Walk } from '../lessons/lesson-run.ts';

/** Where an item of a review is from. */
export interface DueItem {
  readonly pack: PackId;
  readonly version: Semver;
  readonly lesson: string;
  readonly item: string;
}

/** One time through what was due: a lesson made for it, of items under ids of its own. */
export interface ReviewRun extends Walk {
  readonly sitting: SittingId;
  readonly from: ReadonlyMap<string, DueItem>;
}

export interface AnsweredDue {
  readonly marked: Marked;
  /** Empty when there is nothing new to record. */
  readonly payloads: readonly EventPayload[];
  readonly after: ReviewRun;
}

export const reviewOpened = ({ sitting }: ReviewRun): EventPayload => ({
  type: 'review.opened',
  sitting,
});

export const reviewLeft = ({ sitting }: ReviewRun): EventPayload => ({
  type: 'review.left',
  sitting,
});

/** Marks an answer in a review, as one in a lesson is; it counts for no run of its lesson ([REV3]). */
export function answerDue(
  review: ReviewRun,
  answer: Answer,
  normalize: NormalizeText,
): AnsweredDue {
  const { marked, step, progress, after } = markStep(review, answer, normalize);
  const of = review.from.get(answer.item);
  if (progress === null || of === undefined) return { marked, payloads: [], after };
  const { response, activeMs } = answer;
  const payload: EventPayload = {
    type: 'review.answered',
    sitting: review.sitting,
    of,
    response,
    outcome: progress.outcome,
    attempt: progress.tries,
    activeMs,
    ...trainedBy(step.item),
  };
  return { marked, payloads: [payload], after };
}
