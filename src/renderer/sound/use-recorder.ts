import { useCallback, useEffect, useRef, useState } from 'react';
import type { OwnTake } from './own-take.ts';
import { hasMicrophone, openMicrophone } from './open-microphone.ts';
import type { Recording } from './open-microphone.ts';

export type RecorderState = 'ready' | 'opening' | 'recording' | 'silent';

interface RecorderParts {
  /** How long it may go, ms. */
  readonly limitMs: number;
  readonly onTake: (take: OwnTake) => void;
}

const silence = () => 0;

/** One recording after the other; leaving the screen ends it, and lets go of the microphone. */
export function useRecorder({ limitMs, onTake }: RecorderParts) {
  const [state, setState] = useState<RecorderState>('ready');
  const [now, setNow] = useState<Recording | null>(null);
  const shown = useRef(true);
  const taken = useRef(onTake);
  useEffect(() => {
    taken.current = onTake;
  }, [onTake]);

  const finish = useCallback(async (recording: Recording) => {
    const take = await recording.stop();
    if (!shown.current) return;
    setNow(null);
    setState('ready');
    if (take !== null) taken.current(take);
  }, []);

  useEffect(() => {
    shown.current = true;
    const look = async () => {
      const has = await hasMicrophone();
      if (!shown.current) return;
      // Somebody may plug one in, or pull it out while nothing is recorded.
      setState((before) => (before === 'recording' ? before : has ? 'ready' : 'silent'));
    };
    const lookAgain = () => void look();
    lookAgain();
    navigator.mediaDevices.addEventListener('devicechange', lookAgain);
    return () => {
      shown.current = false;
      navigator.mediaDevices.removeEventListener('devicechange', lookAgain);
    };
  }, []);

  useEffect(() => {
    if (now === null) return undefined;
    const timer = setTimeout(() => void finish(now), limitMs);
    return () => {
      clearTimeout(timer);
      now.cancel();
    };
  }, [now, limitMs, finish]);

  const start = async () => {
    if (state !== 'ready') return;
    setState('opening');
    try {
      const recording = await openMicrophone(() => {
        // Pulled out in the middle: what was heard until then is kept.
        void finish(recording);
      });
      if (!shown.current) {
        recording.cancel();
        return;
      }
      setNow(recording);
      setState('recording');
    } catch {
      if (shown.current) setState('silent');
    }
  };

  return {
    state,
    /** How loud it is just now, 0 to 1; the same function for as long as one recording goes. */
    level: now?.level ?? silence,
    start: () => void start(),
    stop: () => {
      if (now !== null) void finish(now);
    },
  };
}
