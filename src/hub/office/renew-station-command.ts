import * as z from 'zod';
import { siteTlsSchema } from '../../shared/contracts/station-config.ts';
import { stationIdSchema } from '../../shared/ids.ts';
import { defineCommand } from '../control/hub-command.ts';
import { renewCertificate } from './station-standing.ts';

/** Gives a station another key and certificate, which the answer holds ([IDN9]). */
export const renewStationCommand = defineCommand({
  name: 'station.renew',
  input: z.strictObject({ station: stationIdSchema }),
  output: siteTlsSchema,
  run: ({ office }, { station }) => renewCertificate(office, station),
});
