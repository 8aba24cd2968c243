import * as z from 'zod';
import { localizedSchema } from '../phrase.ts';
import { netbootMs, netbootProblemSchema } from '../netboot.ts';

/** How it stands with installing PCs over the LAN. */
export const netbootStandingSchema = z.strictObject({
  /**
   * `none`: this hub's PC can't. `opening`: asked for, and its PC has not said yet that it serves. Off and
   * `problem`: why it went off, or did not come on.
   */
  phase: z.enum(['none', 'off', 'opening', 'on']),
  leftMs: z.int().min(0).max(netbootMs),
  /** Who turned it on; null where it is off, or nobody knows them any more. */
  by: localizedSchema.nullable(),
  problem: netbootProblemSchema.nullable(),
  /** PCs that fetched what installs them. */
  pcs: z.int().min(0),
});
export type NetbootStanding = z.infer<typeof netbootStandingSchema>;

/** Installing PCs over the LAN, for an hour ([PXE1]). */
export const netbootCommands = {
  'netboot.see': {
    type: 'netboot.see',
    journalled: false,
    input: z.strictObject({}),
    output: netbootStandingSchema,
  },
  /** Where it is on already it stays so, and no longer than it would have. */
  'netboot.open': {
    type: 'netboot.open',
    journalled: true,
    evident: true,
    input: z.strictObject({}),
    output: netbootStandingSchema,
  },
  'netboot.close': {
    type: 'netboot.close',
    journalled: true,
    evident: true,
    input: z.strictObject({}),
    output: netbootStandingSchema,
  },
} as const;
