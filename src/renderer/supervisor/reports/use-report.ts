import { useCallback, useEffect, useState } from 'react';
import type { CommandOutput } from '../../../shared/contracts/ipc/contract.ts';
import type { ReportChoice } from '../../../shared/contracts/ipc/report-views.ts';
import { asReanError } from '../../../shared/errors.ts';
import type { ReanError } from '../../../shared/errors.ts';
import { useStation } from '../station.ts';

export type MadeReport = CommandOutput<'supervisor', 'report.make'>;

interface Asked {
  readonly choice: ReportChoice;
  /** How often it was to be made anew. */
  readonly times: number;
}

/** A report as it was last made; the one before stays in sight, and can't be saved, while the next is made. */
export function useReport(choice: ReportChoice): {
  readonly made: MadeReport | null;
  readonly isCurrent: boolean;
  readonly error: ReanError | undefined;
  readonly again: () => void;
} {
  const station = useStation();
  const [times, setTimes] = useState(0);
  const [came, setCame] = useState<{ asked: Asked; made: MadeReport | null; error?: ReanError }>();
  useEffect(() => {
    let isWanted = true;
    const asked = { choice, times };
    const make = async () => {
      const answer = await station
        .call('report.make', choice)
        .then((made) => ({ made }))
        .catch((error: unknown) => ({ made: null, error: asReanError(error) }));
      if (isWanted) setCame({ asked, ...answer });
    };
    void make();
    return () => {
      isWanted = false;
    };
  }, [station, choice, times]);
  return {
    made: came?.made ?? null,
    isCurrent: came?.asked.choice === choice && came.asked.times === times,
    error: came?.error,
    again: useCallback(() => setTimes((before) => before + 1), []),
  };
}
