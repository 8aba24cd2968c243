import * as z from 'zod';
import { stationIdSchema } from '../../shared/ids.ts';
import { defineCommand } from '../control/hub-command.ts';
import { disableStation } from './station-standing.ts';

/** Shuts a station out at once and for good ([IDN9]). */
export const disableStationCommand = defineCommand({
  name: 'station.disable',
  input: z.strictObject({ station: stationIdSchema }),
  output: z.strictObject({}),
  run: async ({ office }, { station }) => {
    await disableStation(office, station);
    return {};
  },
});
