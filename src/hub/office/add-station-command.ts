import * as z from 'zod';
import { stationKindSchema } from '../../shared/contracts/documents/directory.ts';
import { localizedSchema } from '../../shared/contracts/phrase.ts';
import { stationConfigSchema } from '../../shared/contracts/station-config.ts';
import { defineCommand } from '../control/hub-command.ts';
import { addStation } from './stations.ts';

/** Adds a station; a running hub lets it in at once ([CTL6]). The answer holds its secrets. */
export const addStationCommand = defineCommand({
  name: 'station.add',
  input: z.strictObject({
    name: localizedSchema,
    kind: stationKindSchema,
    hubUrl: stationConfigSchema.shape.hub.shape.url,
  }),
  output: stationConfigSchema,
  run: ({ office }, station) => addStation(office, station),
});
