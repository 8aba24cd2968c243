import type { EventPayload } from '../../shared/contracts/documents/event.ts';
import { mostWrongAnswers } from '../../shared/contracts/documents/state.ts';
import type { LessonProgress } from '../../shared/contracts/documents/state.ts';
import { isMarkedType } from '../marking.ts';
import { wrongAnswer } from '../training/wrong-answer.ts';

type Answered = Extract<EventPayload, { type: 'attempt.recorded' | 'review.answered' }>;
type Missed = LessonProgress['missed'];

/** So many items of one lesson are told apart; a lesson of ours has a dozen. */
const mostMissed = 100;

/** A try at an item, in its lesson or as it was gone through again. */
type Attempt = Pick<Answered, 'attempt' | 'response' | 'outcome'> & { readonly item: string };

/**
 * Items that were answered wrong at the first try, with one answer more ([RPT3]). A run that goes on at
 * two seats while the LAN is down has two first tries at an item, and both count.
 */
export function missedAfter(missed: Missed, attempt: Attempt): Missed {
  const { response, outcome, item } = attempt;
  if (attempt.attempt !== 1 || outcome === 'right' || !isMarkedType(response.type)) return missed;
  // An item may be called `constructor`.
  const before = Object.hasOwn(missed ?? {}, item) ? missed?.[item] : undefined;
  if (before === undefined && Object.keys(missed ?? {}).length >= mostMissed) return missed;
  const [times, answers] = before ?? [0, []];
  const answer = wrongAnswer(response);
  const kept = answer === null ? answers : [...answers, answer].slice(-mostWrongAnswers);
  return { ...missed, [item]: [times + 1, kept] };
}
