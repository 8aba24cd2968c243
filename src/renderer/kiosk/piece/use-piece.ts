import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Board } from '../../../shared/contracts/board.ts';
import type { PieceView } from '../../../shared/contracts/ipc/views.ts';
import type { PieceFault, PieceResult } from '../../../shared/contracts/piece.ts';
import type { Language } from '../../../shared/ids.ts';
import { isResting, onRest } from '../lock/rest.ts';
import { noteActivity, startActiveTime } from '../lesson/active-time.ts';
import { useStation } from '../station.ts';
import { useBoardChoice } from '../shell/own-board.tsx';
import { openFrame } from '../../piece/open-frame.ts';
import { bookKinds } from '../../piece/piece-link.ts';
import type { PieceLink } from '../../piece/piece-link.ts';
import { onEnding, showWork } from './at-work.ts';
import { UntakenResults } from './untaken-results.ts';

const tickMs = 1_000;
/** Time at work is told to the station so often at least, ms. */
const keepEveryMs = 5_000;
/** Whoever leaves waits no longer than this for the frame's last place, ms: it may be stuck. */
const lastPlaceWithinMs = 300;
/** Kinds whose content may say nothing of its end, as a whole. Of courses their frame knows. */
const unsaidKinds: ReadonlySet<PieceView['kind']> = new Set(['html', 'zim', 'h5p']);

export interface PlayedPiece {
  readonly state: 'opening' | 'open';
  /** Why it is over; null while it goes on. */
  readonly fault: PieceFault | null;
  readonly completed: boolean;
  /** Nobody but its learner can say that what is open is done. */
  readonly unsaid: boolean;
}

/**
 * Plays a piece in its frame ([PCE2]): gives it its port, hears what it says, tells the station, and
 * leaves it there with its last place when the screen goes.
 */
export function usePiece(
  view: PieceView,
  language: Language,
  stage: RefObject<HTMLElement | null>,
  lenient: boolean,
): PlayedPiece & { readonly finish: () => void; readonly keepLastPlace: () => Promise<void> } {
  const station = useStation();
  const [state, setState] = useState<PlayedPiece['state']>('opening');
  const [fault, setFault] = useState<PieceFault | null>(null);
  const [completed, setCompleted] = useState(false);
  const [ownWord, setOwnWord] = useState(unsaidKinds.has(view.kind));
  const own = useBoardChoice();
  const begunIn = useRef({ language, board: own.board });
  const chooseBoard = useEffectEvent((board: Board) => {
    if (board !== own.board) own.choose(board);
  });
  const linked = useRef<PieceLink | null>(null);
  /** Has the station told the last place, before it is told of anything else that is opened. */
  const keepLast = useRef(nothingToKeep);
  const finishing = useRef((_result: PieceResult) => undefined as void);

  useEffect(() => {
    let time = startActiveTime(performance.now());
    let told = 0;
    let playing = false;
    const spent = () => {
      const activeMs = Math.round(time.ms - told);
      told += activeMs;
      return activeMs;
    };
    // What can't be recorded now is told on the station's own screens; it is tried again.
    const quietly = (asked: Promise<unknown>) => void asked.catch(() => undefined);
    const timed = async (call: (activeMs: number) => Promise<unknown>) => {
      const activeMs = spent();
      try {
        await call(activeMs);
      } catch (error) {
        told -= activeMs;
        throw error;
      }
    };
    const results = new UntakenResults(async (result) => {
      await timed((activeMs) => station.call('piece.report', { ...result, activeMs }));
      if (result.completed) setCompleted(true);
    });
    const keep = (place: string | null) =>
      quietly(timed((activeMs) => station.call('piece.keep', { place, activeMs })));
    const report = (result: PieceResult) => results.add(result);
    finishing.current = report;
    const fail = (why: PieceFault) => {
      frame.close();
      setFault(why);
      quietly(station.call('piece.fail', { ...why, activeMs: spent() }));
    };
    const begun = begunIn.current;
    const given = {
      language: begun.language,
      lenient,
      ...(bookKinds.includes(view.kind) && { board: begun.board }),
    };
    const frame = openFrame(stage.current, view, given, {
      ready: () => setState('open'),
      playing: (now) => {
        playing = now;
      },
      ownWord: setOwnWord,
      board: (board) => chooseBoard(board),
      result: report,
      save: (place) => timed((activeMs) => station.call('piece.save', { place, activeMs })),
      keep,
      failed: fail,
    });
    const { link } = frame;
    linked.current = link;
    const tick = () => {
      const now = performance.now();
      // A touch or key in a frame is told to the page around it by the browser, not by the frame.
      if (!isResting() && (playing || navigator.userActivation.isActive)) {
        time = noteActivity(time, now);
        showWork();
      }
      link.tick(now);
      void results.tryAgain();
      if (time.ms - told >= keepEveryMs) keep(null);
    };
    const leave = () => {
      quietly(station.call('piece.leave', { place: link.unsavedPlace, activeMs: spent() }));
    };
    const stopResting = onRest((resting) => {
      if (resting) link.rest();
      else time = { ...time, lastMs: performance.now() };
    });
    const ticking = setInterval(tick, tickMs);
    keepLast.current = async () => {
      await lastPlaceOf(link);
      keep(link.unsavedPlace);
    };
    const stopListening = onEnding(keepLast.current);
    return () => {
      clearInterval(ticking);
      stopListening();
      stopResting();
      frame.close();
      linked.current = null;
      keepLast.current = nothingToKeep;
      // An effect that is only run anew, as React may, leaves nothing.
      queueMicrotask(() => (linked.current === null ? leave() : undefined));
    };
  }, [station, view, stage, lenient]);

  // A whole is done, or a part of a course, of which its frame knows what that makes of the whole.
  const finish = () =>
    unsaidKinds.has(view.kind)
      ? finishing.current({ score: null, passed: null, completed: true })
      : linked.current?.finish();
  const unsaid = ownWord && state === 'open' && !completed;
  return { state, fault, completed, unsaid, finish, keepLastPlace: () => keepLast.current() };
}

const nothingToKeep = () => Promise.resolve();

/** Resolves once the frame told its last place, or had its time to. */
const lastPlaceOf = (link: PieceLink): Promise<void> =>
  Promise.race([
    link.askLastPlace(),
    new Promise<void>((resolve) => {
      setTimeout(resolve, lastPlaceWithinMs);
    }),
  ]);
