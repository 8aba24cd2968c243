import * as z from 'zod';
import { staffIdSchema } from '../ids.ts';

/** Installing PCs over the LAN: what the hub asks of its own PC, and what that says ([PXE1]). */

/** For how long it is turned on, ms; no file and no clock makes it longer. */
export const netbootMs = 3_600_000;

/** Which start of the PC, as its kernel numbers them. */
const bootSchema = z.uuid();
/** Ms since the PC started: no date, which may be wrong or be set meanwhile. */
const untilSchema = z.int().min(0);

/** `open` in the hub's folder of `/run`: that PCs may be installed, until then. */
export const netbootRequestSchema = z.strictObject({
  v: z.literal(1),
  boot: bootSchema,
  untilMs: untilSchema,
  by: staffIdSchema,
});
export type NetbootRequest = z.infer<typeof netbootRequestSchema>;

/** Why it can't be. */
export const netbootProblemSchema = z.enum([
  'no-files',
  'files-changed',
  'no-network',
  'several-networks',
  'no-programs',
  'port-in-use',
  'program-ended',
]);
export type NetbootProblem = z.infer<typeof netbootProblemSchema>;

/** `state.json` of the service that serves: of the request with that `untilMs`. */
export const netbootServiceSchema = z.strictObject({
  v: z.literal(1),
  boot: bootSchema,
  untilMs: untilSchema,
  problem: netbootProblemSchema.nullable(),
  /** PCs that fetched what installs them. */
  pcs: z.int().min(0),
});
export type NetbootService = z.infer<typeof netbootServiceSchema>;
