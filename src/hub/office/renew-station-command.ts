import * as z from 'zod';
import { machineIdSchema } from '../../shared/contracts/machine.ts';
import { siteTlsSchema } from '../../shared/contracts/station-config.ts';
import { stationIdSchema } from '../../shared/ids.ts';
import { defineCommand } from '../control/hub-command.ts';
import { askForKeys, hasAnswered } from './station-renewal.ts';
import { findStation, renewCertificate } from './station-standing.ts';

/** Gives a station another key and certificate, which the answer holds ([IDN9]). */
export const renewStationCommand = defineCommand({
  name: 'station.renew',
  input: z.strictObject({ station: stationIdSchema }),
  output: siteTlsSchema,
  run: ({ office }, { station }) => renewCertificate(office, station),
});

/**
 * Asks a station for other keys, over its own connection ([IDN12]); one of whose PCs a person chose one
 * that has not answered yet is not asked, as any of them would answer then ([CLO2]).
 */
export const askForKeysCommand = defineCommand({
  name: 'station.ask-for-keys',
  input: z.strictObject({ station: stationIdSchema }),
  output: z.strictObject({ waitsFor: machineIdSchema.nullable() }),
  run: async ({ office, machines }, { station }) => {
    const held = await findStation(office, station);
    const { renewalFor } = held;
    if (renewalFor !== undefined && !hasAnswered(held) && machines.has(station, renewalFor)) {
      return { waitsFor: renewalFor };
    }
    await askForKeys(office, station);
    return { waitsFor: null };
  },
});
