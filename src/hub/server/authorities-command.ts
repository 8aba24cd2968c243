import * as z from 'zod';
import { defineCommand } from '../control/hub-command.ts';

/**
 * The certificates (PEM) of the authorities that a hub's own counts by: for whoever asks it over HTTPS
 * and can't open its secrets ([IDN14]).
 */
export const authoritiesCommand = defineCommand({
  name: 'hub.authorities',
  input: z.strictObject({}),
  output: z.array(z.string()).min(1).readonly(),
  run: ({ tls }) => Promise.resolve(tls.trusted),
});
