import { nextStep } from '../../../domain/lesson-progress.ts';
import { isMarkedType } from '../../../domain/marking.ts';
import type { Step } from '../../../domain/lesson-progress.ts';
import type { ItemProgress } from '../../../shared/contracts/documents/state.ts';
import type { KeptDraft } from '../../../shared/contracts/lesson/draft.ts';
import type { LessonView, Marked } from '../../../shared/contracts/ipc/views.ts';
import { startDraft } from './drafts/draft.ts';
import type { Draft } from './drafts/draft.ts';
import { draftGivenBack, keptOf } from './drafts/kept-draft.ts';
import { secondTry } from './drafts/second-try.ts';

/** What is played: a lesson, or what is due put together like one. */
export type Played = Pick<LessonView, 'lesson' | 'items' | 'unsent'>;

/**
 * A lesson being played. One item at a time goes through
 *   answering → checking → settled → (next item) answering
 * or, after a first try that doesn't fit, checking → again → answering. A failed check goes back to
 * answering with the answer as it was ([KSK6]). `done` is the end.
 */
export type Phase = 'answering' | 'checking' | 'again' | 'settled' | 'done';

export interface Play {
  readonly view: Played;
  /** This run's tries so far, by item id. */
  readonly items: Readonly<Record<string, ItemProgress>>;
  /** The item on the screen; null when done. */
  readonly step: Step | null;
  readonly phase: Phase;
  readonly draft: Draft;
  /** The last marking of the item on the screen. */
  readonly marked: Marked | null;
}

export type PlayAction =
  | { readonly type: 'edited'; readonly draft: Draft }
  | { readonly type: 'checking' }
  | { readonly type: 'marked'; readonly marked: Marked }
  | { readonly type: 'failed' }
  | { readonly type: 'again' }
  | { readonly type: 'on' };

/** Opens at the first unfinished item ([LSN3]). */
export function openPlay(view: Played): Play {
  const play = atStep(view, view.items);
  const { unsent } = view;
  if (play.step === null || unsent === null || play.step.item.id !== unsent.item) return play;
  return { ...play, draft: draftGivenBack(play.step.item, unsent.draft) };
}

/** The answer that is being made, for where its learner goes on ([SIT7]); null where there is none. */
export function unsentOf(play: Play): KeptDraft | null {
  const { step, phase, draft, marked } = play;
  if (step === null || phase === 'settled') return null;
  // Whoever has seen what does not fit goes on with what does.
  const left =
    phase === 'again' && marked !== null ? secondTry(step.item, draft, marked.fitting) : draft;
  return keptOf(step.item, left);
}

function atStep(view: Played, items: Play['items']): Play {
  const step = nextStep(view.lesson, items);
  return {
    view,
    items,
    step,
    phase: step === null ? 'done' : 'answering',
    draft: step === null ? { type: 'present' } : startDraft(step.item),
    marked: null,
  };
}

/** Tries already made at the item on the screen. */
export function triesMade(play: Play): number {
  return play.step === null ? 0 : (play.items[play.step.item.id]?.tries ?? 0);
}

/** Whether the outcome of a try is on the screen. */
export const isMarked = (play: Play): boolean => play.phase === 'again' || play.phase === 'settled';

/** Actions that don't fit the phase change nothing: a double click never skips or sends twice. */
export function playReducer(play: Play, action: PlayAction): Play {
  switch (action.type) {
    case 'edited':
      return play.phase === 'answering' ? { ...play, draft: action.draft } : play;
    case 'checking':
      return play.phase === 'answering' ? { ...play, phase: 'checking' } : play;
    case 'failed':
      return play.phase === 'checking' ? { ...play, phase: 'answering' } : play;
    case 'marked':
      return play.phase === 'checking' ? afterMarking(play, action.marked) : play;
    case 'again':
      return play.phase === 'again' ? tryAgain(play) : play;
    case 'on':
      return play.phase === 'settled' ? atStep(play.view, play.items) : play;
  }
}

function afterMarking(play: Play, marked: Marked): Play {
  if (play.step === null) return play;
  const { item } = play.step;
  const items = {
    ...play.items,
    [item.id]: { tries: marked.attempt, outcome: marked.outcome },
  };
  // There is nothing to see about something only looked at, or read to oneself.
  if (!isMarkedType(item.type) && marked.outcome !== 'not-yet') return atStep(play.view, items);
  return { ...play, items, marked, phase: marked.outcome === 'not-yet' ? 'again' : 'settled' };
}

function tryAgain(play: Play): Play {
  if (play.step === null || play.marked === null) return play;
  const draft = secondTry(play.step.item, play.draft, play.marked.fitting);
  return { ...play, draft, phase: 'answering' };
}
