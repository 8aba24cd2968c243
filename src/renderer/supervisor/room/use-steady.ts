import { useCallback, useEffect, useRef } from 'react';

/** One and the same function as long as its component is shown, which does what the newest one given does. */
export function useSteady<Given extends readonly unknown[]>(
  act: (...given: Given) => void,
): (...given: Given) => void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  }, [act]);
  return useCallback((...given: Given) => latest.current(...given), []);
}
