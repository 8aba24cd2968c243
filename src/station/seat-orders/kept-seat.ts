import * as z from 'zod';
import {
  mostOutcomes,
  orderOutcomeSchema,
  seatLockSchema,
} from '../../shared/contracts/seat-order.ts';
import { commandIdSchema } from '../../shared/ids.ts';

const stampSchema = z.object({
  number: z.number().int().min(1),
  rank: z.number().int(),
  id: commandIdSchema,
});

/** What a seat was told and did, as it lies on its disk: after a start it stands before anything else ([ACT3]). */
export const keptSeatSchema = z.object({
  v: z.literal(1),
  /** The last order it did of each sequence, by its name. */
  last: z.record(z.string().max(20), stampSchema),
  lock: seatLockSchema.nullable(),
  outcomes: z.array(orderOutcomeSchema).max(mostOutcomes),
});
export type KeptSeat = z.infer<typeof keptSeatSchema>;

export const untouchedSeat: KeptSeat = {
  v: 1,
  last: {},
  lock: null,
  outcomes: [],
};
