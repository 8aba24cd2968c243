import { useEffect, useState } from 'react';
import type * as z from 'zod';
import { stationCommands } from '../../../../shared/contracts/commands/station-commands.ts';
import { asReanError } from '../../../../shared/errors.ts';
import type { ReanError } from '../../../../shared/errors.ts';
import { useStation } from '../../station.ts';

const { type, output } = stationCommands['station.list'];

interface Listed {
  readonly listed: z.infer<typeof output> | undefined;
  readonly error: ReanError | undefined;
  /** Asks once more, after a change. */
  again(): void;
}

interface Told extends Pick<Listed, 'listed' | 'error'> {
  /** Which time of asking this answers. */
  readonly times: number;
}

/** The stations and codes the hub has. What was there stays while it is asked once more. */
export function useListedStations(): Listed {
  const station = useStation();
  const [times, setTimes] = useState(0);
  const [told, setTold] = useState<Told>();
  useEffect(() => {
    const asking = new AbortController();
    const tell = (what: Omit<Told, 'times'>) => {
      if (!asking.signal.aborted) setTold({ times, ...what });
    };
    station.call('hub.command', { type, input: {}, reason: null }).then(
      (answer) => tell({ listed: output.parse(answer), error: undefined }),
      (error: unknown) => tell({ listed: undefined, error: asReanError(error) }),
    );
    return () => asking.abort();
  }, [station, times]);
  const again = () => setTimes((before) => before + 1);
  return { listed: told?.listed, error: told?.error, again };
}
