import * as z from 'zod';
import {
  mostOutcomes,
  orderOutcomeSchema,
  seatLockSchema,
} from '../../shared/contracts/seat-order.ts';
import { givenTimeSchema } from '../../shared/contracts/slot-time.ts';
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
  /** What a learner was given more of their time here last ([ACT12]); not said by versions of before. */
  time: givenTimeSchema.nullable().default(null),
  outcomes: z.array(orderOutcomeSchema).max(mostOutcomes),
});
export type KeptSeat = z.infer<typeof keptSeatSchema>;

export const untouchedSeat: KeptSeat = {
  v: 1,
  last: {},
  lock: null,
  time: null,
  outcomes: [],
};
