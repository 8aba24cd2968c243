import * as z from 'zod';
import { reasonSchema } from '../../shared/contracts/commands/staff-command.ts';
import { stationIdSchema } from '../../shared/ids.ts';
import { defineCommand } from '../control/hub-command.ts';
import { disableStation } from './station-standing.ts';

/** Shuts a station out at once and for good, with why ([IDN9]). */
export const disableStationCommand = defineCommand({
  name: 'station.disable',
  input: z.strictObject({ station: stationIdSchema, reason: reasonSchema }),
  output: z.strictObject({}),
  run: async ({ office }, { station, reason }) => {
    await disableStation(office, station, { reason });
    return {};
  },
});
