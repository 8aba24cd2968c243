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
