import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';

interface Stay {
  readonly staying: boolean;
  /** @returns what lets go again */
  begin(): () => void;
}

const StayContext = createContext<Stay>({ staying: false, begin: () => () => undefined });

/** Lets what is inside ask that nothing takes its place for now. */
export function StayProvider({ children }: { readonly children: ReactNode }) {
  const [count, setCount] = useState(0);
  const begin = useCallback(() => {
    setCount((before) => before + 1);
    return () => setCount((before) => before - 1);
  }, []);
  const stay = useMemo(() => ({ staying: count > 0, begin }), [count, begin]);
  return <StayContext value={stay}>{children}</StayContext>;
}

/**
 * Keeps what is shown where it is, as long as this is shown and `active`: while the hub is asked for what
 * it tells once, and until that was seen ([SUP9]).
 */
export function useStay(active: boolean): void {
  const { begin } = useContext(StayContext);
  useEffect(() => (active ? begin() : undefined), [active, begin]);
}

/** Whether something has to stay: Escape, Close and other rows do nothing then. */
export const useStaying = (): boolean => useContext(StayContext).staying;
