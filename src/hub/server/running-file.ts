import * as z from 'zod';
import type { SiteFile } from '../site/site-files.ts';

/** `running.json` in a hub's folder while it runs: how to reach it. */
export const runningSchema = z.strictObject({
  v: z.literal(1),
  pid: z.number().int(),
  url: z.url({ protocol: /^https$/ }),
});
export type Running = z.infer<typeof runningSchema>;

export const runningFile: SiteFile<Running> = { path: 'running.json', schema: runningSchema };
