import { useEffect, useEffectEvent, useState } from 'react';

/** Counts whole seconds down, and calls `over` once none is left. */
export function useSecondsLeft(seconds: number, over: () => void): number {
  const [left, setLeft] = useState(seconds);
  const ended = useEffectEvent(over);
  useEffect(() => {
    const endsAt = performance.now() + seconds * 1000;
    const ticking = setInterval(() => {
      const rest = Math.max(0, Math.ceil((endsAt - performance.now()) / 1000));
      setLeft(rest);
      if (rest > 0) return;
      clearInterval(ticking);
      ended();
    }, 250);
    return () => clearInterval(ticking);
  }, [seconds]);
  return left;
}
