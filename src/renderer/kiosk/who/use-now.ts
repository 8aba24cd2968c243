import { useEffect, useState } from 'react';

const tickMs = 250;

/** The monotonic time, ms, kept current while `running`. */
export function useNow(running: boolean): number {
  const [nowMs, setNowMs] = useState(() => performance.now());
  useEffect(() => {
    if (!running) return undefined;
    const ticking = setInterval(() => setNowMs(performance.now()), tickMs);
    return () => clearInterval(ticking);
  }, [running]);
  return nowMs;
}
