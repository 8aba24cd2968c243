import { useEffect, useState } from 'react';

const tickMs = 10_000;

/**
 * An age that goes on growing while nothing new is heard, by the window's monotonic clock ([SUP6]).
 * @param ageMs as last heard, ms; null where there is none
 * @param heard changes with every hearing, so that the same age heard twice counts from the second
 */
export function useGrowingAge(ageMs: number | null, heard: unknown): number | null {
  const [since, setSince] = useState({ heard, ms: 0 });
  useEffect(() => {
    const heardAtMs = performance.now();
    const ticking = setInterval(
      () => setSince({ heard, ms: performance.now() - heardAtMs }),
      tickMs,
    );
    return () => clearInterval(ticking);
  }, [heard]);
  if (ageMs === null) return null;
  return ageMs + (since.heard === heard ? since.ms : 0);
}
