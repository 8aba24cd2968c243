import * as z from 'zod';
import { localizedSchema } from '../../shared/contracts/phrase.ts';
import { stationIdSchema } from '../../shared/ids.ts';
import { defineCommand } from '../control/hub-command.ts';
import { renameStation } from './station-standing.ts';

/** Gives a station another name, which every window shows from then on ([ENR7]). */
export const renameStationCommand = defineCommand({
  name: 'station.rename',
  input: z.strictObject({ station: stationIdSchema, name: localizedSchema }),
  output: z.strictObject({}),
  run: async ({ office }, { station, name }) => {
    await renameStation(office, { station, name });
    return {};
  },
});
