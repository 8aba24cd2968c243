import { useEffect, useState } from 'react';

const tickMs = 250;

/** Milliseconds until a moment of the window's monotonic clock, counting down; 0 when it has come. */
export function useCountdown(untilMs: number | null): number {
  const [nowMs, setNowMs] = useState(() => performance.now());
  useEffect(() => {
    if (untilMs === null) return undefined;
    const ticking = setInterval(() => {
      setNowMs(performance.now());
      if (performance.now() >= untilMs) clearInterval(ticking);
    }, tickMs);
    return () => clearInterval(ticking);
  }, [untilMs]);
  return untilMs === null ? 0 : Math.max(0, untilMs - nowMs);
}
