import type * as z from 'zod';
import { stationCommands } from '../../../../shared/contracts/commands/station-commands.ts';
import type { ReanError } from '../../../../shared/errors.ts';
import { useHubAnswer } from '../../hub-answer.ts';

const listing = stationCommands['station.list'];

interface Listed {
  readonly listed: z.infer<typeof listing.output> | undefined;
  readonly error: ReanError | undefined;
  /** Asks once more, after a change. */
  again(): void;
}

/** The stations and codes the hub has. */
export function useListedStations(): Listed {
  const { answer, ...rest } = useHubAnswer(listing, {});
  return { listed: answer, ...rest };
}
