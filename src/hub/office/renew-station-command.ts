import * as z from 'zod';
import { siteTlsSchema } from '../../shared/contracts/station-config.ts';
import { stationIdSchema } from '../../shared/ids.ts';
import { defineCommand } from '../control/hub-command.ts';
import { askForKeys } from './station-renewal.ts';
import { renewCertificate } from './station-standing.ts';

/** Gives a station another key and certificate, which the answer holds ([IDN9]). */
export const renewStationCommand = defineCommand({
  name: 'station.renew',
  input: z.strictObject({ station: stationIdSchema }),
  output: siteTlsSchema,
  run: ({ office }, { station }) => renewCertificate(office, station),
});

/** Asks a station for other keys, over its own connection ([IDN12]). */
export const askForKeysCommand = defineCommand({
  name: 'station.ask-for-keys',
  input: z.strictObject({ station: stationIdSchema }),
  output: z.strictObject({}),
  run: async ({ office }, { station }) => {
    await askForKeys(office, station);
    return {};
  },
});
