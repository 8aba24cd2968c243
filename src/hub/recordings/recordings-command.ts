import * as z from 'zod';
import { defineCommand } from '../control/hub-command.ts';

const count = z.number().int().nonnegative();

/** How much the hub keeps of what learners read aloud, and nothing of whom ([RAL7]). */
export const recordingsCommand = defineCommand({
  name: 'hub.recordings',
  input: z.strictObject({}),
  output: z.strictObject({ kept: count, learners: count, bytes: count }),
  run: async ({ recordings }) => (await recordings?.held()) ?? { kept: 0, learners: 0, bytes: 0 },
});
