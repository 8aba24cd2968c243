import { useCallback, useState } from 'react';
import { asReanError } from '../../../shared/errors.ts';
import type { ReanError } from '../../../shared/errors.ts';

/** What is done and answered with nothing, and is gone on from only once it was done. */
export interface Attempt {
  /** Resolves to whether it was done; why not stands in `error`. Never rejects. */
  make(act: () => Promise<unknown>): Promise<boolean>;
  readonly pending: boolean;
  readonly error: ReanError | undefined;
}

export function useAttempt(): Attempt {
  const [state, setState] = useState<Pick<Attempt, 'pending' | 'error'>>({
    pending: false,
    error: undefined,
  });
  const make = useCallback(async (act: () => Promise<unknown>) => {
    setState({ pending: true, error: undefined });
    try {
      await act();
      setState({ pending: false, error: undefined });
      return true;
    } catch (error) {
      setState({ pending: false, error: asReanError(error) });
      return false;
    }
  }, []);
  return { ...state, make };
}
