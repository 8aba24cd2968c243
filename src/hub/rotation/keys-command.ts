import * as z from 'zod';
import { pepperStandingSchema, rotatedKeySchema } from '../../shared/contracts/rotation.ts';
import { defineCommand } from '../control/hub-command.ts';
import { lostRotations } from './lost-rotations.ts';
import { pepperStanding } from './pepper.ts';

/** What a technician should know of a site's keys: whose secret is of before, which to rotate again. */
export const keysCommand = defineCommand({
  name: 'site.keys',
  input: z.strictObject({}),
  output: z.strictObject({ pepper: pepperStandingSchema, again: z.array(rotatedKeySchema) }),
  run: async (parts) => ({
    pepper: await pepperStanding(parts.office, parts.registry.keyring),
    again: [...(await lostRotations(parts))],
  }),
});
