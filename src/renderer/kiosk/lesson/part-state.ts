import type { Marked } from '../../../shared/contracts/ipc/views.ts';

/**
 * How one part of an answer is shown: by shape, sign and word, never by colour alone ([KSK9]).
 * `answer` is a right part the learner didn't choose, shown after the second try.
 */
export type PartState = 'free' | 'chosen' | 'tried' | 'fits' | 'misfits' | 'answer' | 'rest';

interface PartFacts {
  readonly chosen: boolean;
  readonly tried?: boolean;
  /** Whether the part belongs to the full answer; asked only when that is shown. */
  readonly inAnswer: boolean;
}

/** @param marked the marking on the screen; null while answering */
export function partState(id: string, marked: Marked | null, facts: PartFacts): PartState {
  if (marked === null) {
    if (facts.chosen) return 'chosen';
    return facts.tried === true ? 'tried' : 'free';
  }
  if (facts.chosen)
    return marked.outcome === 'right' || marked.fitting.includes(id) ? 'fits' : 'misfits';
  return marked.answer !== null && facts.inAnswer ? 'answer' : 'rest';
}

/** What lies in a place, and how it is shown: after the second try the answer, where a misfit lay. */
export function inPlace(
  marked: Marked | null,
  place: string,
  laid: string | null,
  answer: string | null,
): { readonly shown: string | null; readonly state: PartState } {
  if (marked === null) return { shown: laid, state: 'free' };
  if (laid !== null && (marked.outcome === 'right' || marked.fitting.includes(place))) {
    return { shown: laid, state: 'fits' };
  }
  return marked.outcome === 'not-yet'
    ? { shown: laid, state: 'misfits' }
    : { shown: answer, state: 'answer' };
}
