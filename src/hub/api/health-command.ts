import * as z from 'zod';
import { healthSchema } from '../../shared/contracts/hub-api.ts';
import { defineCommand } from '../control/hub-command.ts';

/** How the hub is, for who is at its own keyboard: the LAN is told no counts ([HUB2]). */
export const healthCommand = defineCommand({
  name: 'hub.health',
  input: z.strictObject({}),
  output: healthSchema,
  run: ({ health }) => health.look(),
});
