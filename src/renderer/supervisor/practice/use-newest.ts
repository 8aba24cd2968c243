import { useCallback, useSyncExternalStore } from 'react';
import type { BehaviorSubject } from 'rxjs';

/** The newest value of something that goes on in this window. */
export function useNewest<Value>(subject: BehaviorSubject<Value>): Value {
  const subscribe = useCallback(
    (tell: () => void) => {
      const following = subject.subscribe(tell);
      return () => following.unsubscribe();
    },
    [subject],
  );
  return useSyncExternalStore(subscribe, () => subject.value);
}
