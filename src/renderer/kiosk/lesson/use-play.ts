import { useEffect, useReducer, useRef } from 'react';
import { useCommand } from '../station.ts';
import { isResting, onRest } from '../lock/rest.ts';
import { noteActivity, startActiveTime } from './active-time.ts';
import { responseOf } from './drafts/draft.ts';
import type { Draft } from './drafts/draft.ts';
import { useKeep, wasRefused } from './use-keep.ts';
import { useKeptDraft } from './use-kept-draft.ts';
import { openPlay, playReducer } from './play.ts';
import type { Played } from './play.ts';
import { onEnding } from '../piece/at-work.ts';

const signs = ['pointerdown', 'pointermove', 'keydown'] as const;

/** A lesson being played, with its answers sent to be marked. */
export function usePlay(view: Played) {
  const [play, dispatch] = useReducer(playReducer, view, openPlay);
  useKeptDraft(play);
  const answer = useCommand('lesson.answer');
  const takeActiveMs = useActiveTime();
  const keep = useKeep();
  const underWay = useRef<Promise<void>>(Promise.resolve());
  // Whoever takes the learner elsewhere waits for what was sent: it is marked where it belongs.
  useEffect(() => onEnding(() => underWay.current), []);
  const check = async () => {
    if (play.step === null || play.phase !== 'answering') return;
    const { item } = play.step;
    dispatch({ type: 'checking' });
    const draft = play.draft.type === 'readAloud' ? await keep(item.id, play.draft) : play.draft;
    if (draft.type === 'readAloud' && draft.refused && !wasRefused(play.draft)) {
      // It is said first that it is not kept; the next press goes on.
      dispatch({ type: 'failed' });
      dispatch({ type: 'edited', draft });
      return;
    }
    const marked = await answer.run({
      item: item.id,
      response: responseOf(item, draft),
      activeMs: takeActiveMs(),
    });
    dispatch(marked === undefined ? { type: 'failed' } : { type: 'marked', marked });
  };
  return {
    play,
    error: answer.error,
    check: () => {
      underWay.current = check();
    },
    edit: (draft: Draft) => {
      // A touch on the answer is the start of the second try.
      if (play.phase === 'again') dispatch({ type: 'again' });
      else dispatch({ type: 'edited', draft });
    },
    again: () => dispatch({ type: 'again' }),
    on: () => {
      // Looking at the outcome is no work on the next item.
      takeActiveMs();
      dispatch({ type: 'on' });
    },
  };
}

/** Time at work since it was last taken, ms; taking it starts anew. */
function useActiveTime(): () => number {
  const time = useRef(startActiveTime(0));
  useEffect(() => {
    time.current = startActiveTime(performance.now());
    const note = () => {
      if (!isResting()) time.current = noteActivity(time.current, performance.now());
    };
    for (const sign of signs) window.addEventListener(sign, note);
    const stopListening = onRest((resting) => {
      const nowMs = performance.now();
      // What was worked until the lock counts; the rest is nobody's.
      time.current = resting
        ? noteActivity(time.current, nowMs)
        : { ...time.current, lastMs: nowMs };
    });
    return () => {
      stopListening();
      for (const sign of signs) window.removeEventListener(sign, note);
    };
  }, []);
  return () => {
    const nowMs = performance.now();
    const { ms } = isResting() ? time.current : noteActivity(time.current, nowMs);
    time.current = startActiveTime(nowMs);
    return Math.round(ms);
  };
}
