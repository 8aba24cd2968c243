import type { Phrase } from '../../../shared/contracts/phrase.ts';
import { triesMade } from './play.ts';
import type { Play } from './play.ts';

/** What is said about an answer, and how it looks. */
export interface FeedbackView {
  readonly tone: 'right' | 'again' | 'shown';
  /** The lesson's own words; `text` is said where it has none. */
  readonly phrase: Phrase | null;
  readonly text: 'feedback.right' | 'feedback.not-yet' | 'feedback.part' | 'feedback.shown';
}

/** A hint stays through the second try; before the first there is nothing to say. */
export function feedbackOf(play: Play): FeedbackView | null {
  const item = play.step?.item;
  if (item === undefined) return null;
  if (play.phase === 'settled' && play.marked !== null) {
    return play.marked.outcome === 'right'
      ? { tone: 'right', phrase: item.praise ?? null, text: 'feedback.right' }
      : { tone: 'shown', phrase: null, text: 'feedback.shown' };
  }
  if (triesMade(play) === 0) return null;
  const part = play.marked !== null && play.marked.fitting.length > 0;
  return {
    tone: 'again',
    phrase: item.hint ?? null,
    text: part ? 'feedback.part' : 'feedback.not-yet',
  };
}
