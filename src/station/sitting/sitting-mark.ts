import * as z from 'zod';
import { learnerIdSchema, sittingIdSchema } from '../../shared/ids.ts';

/**
 * The sitting now open, as kept on disk: whoever starts this station after a power cut learns from
 * it which sitting nobody ended ([SIT3]).
 */
export const sittingMarkSchema = z.object({
  v: z.literal(1),
  open: z.object({ sitting: sittingIdSchema, learner: learnerIdSchema }).nullable(),
});
export type SittingMark = z.infer<typeof sittingMarkSchema>;
