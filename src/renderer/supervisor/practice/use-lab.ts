import { useCallback, useSyncExternalStore } from 'react';
import type { PretendLab } from './lab/pretend-lab.ts';

/** Something of the pretend lab as it is now: a value that is the same while it is. */
export function useLab<Value extends string | number | boolean>(
  { changes$ }: PretendLab,
  read: () => Value,
): Value {
  const subscribe = useCallback(
    (tell: () => void) => {
      const following = changes$.subscribe(tell);
      return () => following.unsubscribe();
    },
    [changes$],
  );
  return useSyncExternalStore(subscribe, read);
}
