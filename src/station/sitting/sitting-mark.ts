import * as z from 'zod';
import { sealingKeyIdSchema } from '../../shared/contracts/documents/event.ts';
import { base64Schema, learnerIdSchema, sittingIdSchema } from '../../shared/ids.ts';

/** What who sits here would leave behind ([SIT7]), sealed with their key. */
const sealedKeptSchema = z.object({ key: sealingKeyIdSchema, sealed: base64Schema(64 * 1024) });
export type SealedKept = z.infer<typeof sealedKeptSchema>;

/**
 * The sitting now open, as kept on disk: whoever starts this station after a power cut learns from
 * it which sitting nobody ended ([SIT3]).
 */
export const sittingMarkSchema = z.object({
  v: z.literal(1),
  open: z
    .object({
      sitting: sittingIdSchema,
      learner: learnerIdSchema,
      /** Left out where that is home, and no answer; not said by versions of before. */
      kept: sealedKeptSchema.optional(),
    })
    .nullable(),
});
export type SittingMark = z.infer<typeof sittingMarkSchema>;
