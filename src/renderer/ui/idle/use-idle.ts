import { useEffect, useState } from 'react';
import type { IdleTimes } from '../../../shared/contracts/documents/directory.ts';
import { idleSecondsLeft, idleState } from './idle-clock.ts';
import type { IdleState } from './idle-clock.ts';

/** Given by a window's own page where somebody works in a frame, whose touches and keys it never hears. */
export const workSign = 'piece-at-work';

const signs = ['pointerdown', 'pointermove', 'wheel', 'keydown', workSign] as const;
const tickMs = 1_000;

interface Idleness {
  readonly state: IdleState;
  /** Until what is open ends; null while somebody works. */
  readonly secondsLeft: number | null;
}

interface IdleSight extends Idleness {
  /** Takes the question away: the touch that answers it counts by itself. */
  stay(): void;
}

const working: Idleness = { state: 'working', secondsLeft: null };

/**
 * Watches, by the window's monotonic clock, whether anybody touches this window.
 * @param end what ends when nobody does; steady, and asked for again while it can't be done
 */
export function useIdle(
  { askMinutes, endMinutes }: IdleTimes,
  end: () => Promise<void>,
): IdleSight {
  const [now, setNow] = useState(working);
  useEffect(() => {
    let lastMs = performance.now();
    const note = () => {
      lastMs = performance.now();
    };
    const look = () => {
      const quietMs = performance.now() - lastMs;
      const times = { askMinutes, endMinutes };
      const state = idleState(quietMs, times);
      setNow(
        state === 'working' ? working : { state, secondsLeft: idleSecondsLeft(quietMs, times) },
      );
    };
    const ticking = setInterval(look, tickMs);
    for (const sign of signs) window.addEventListener(sign, note, { capture: true });
    return () => {
      clearInterval(ticking);
      for (const sign of signs) window.removeEventListener(sign, note, { capture: true });
    };
  }, [askMinutes, endMinutes]);
  const { state } = now;
  useEffect(() => {
    // If it can't be ended now, the next change of state asks again.
    if (state === 'ending') end().catch(() => setNow({ state: 'asking', secondsLeft: 0 }));
  }, [state, end]);
  return { ...now, stay: () => setNow(working) };
}

/** No more often than this does a window say that somebody is there, ms. */
const tellEveryMs = 20_000;

/** Tells of touches and keys, the first at once and then seldom. @param tell steady, or it is told anew */
export function useSigns(tell: () => void): void {
  useEffect(() => {
    let toldMs = -Infinity;
    const note = () => {
      if (performance.now() - toldMs < tellEveryMs) return;
      toldMs = performance.now();
      tell();
    };
    for (const sign of signs) window.addEventListener(sign, note, { capture: true });
    return () => {
      for (const sign of signs) window.removeEventListener(sign, note, { capture: true });
    };
  }, [tell]);
}
