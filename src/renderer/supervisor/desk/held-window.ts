import { useEffect, useEffectEvent } from 'react';
import { useStation } from '../station.ts';

/**
 * Keeps the window from being closed unasked while `active` ([SUP9]).
 * @param onAsked hears that somebody would close it, each time
 */
export function useHeldWindow(active: boolean, onAsked: () => void): void {
  const station = useStation();
  const asked = useEffectEvent(onAsked);
  useEffect(() => {
    if (!active) return undefined;
    let over = false;
    const hold = async (): Promise<void> => {
      const answer = await station.call('window.hold', undefined);
      if (over || !answer.asked) return undefined;
      asked();
      return hold();
    };
    // Where the app does not answer, the window closes as any other does.
    hold().catch(() => undefined);
    return () => {
      over = true;
      station.call('window.release', undefined).catch(() => undefined);
    };
  }, [station, active]);
}
