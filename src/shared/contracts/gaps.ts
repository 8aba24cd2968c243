import * as z from 'zod';
import { storeKeySchema } from './peer-api.ts';
import { seqRangesSchema } from '../seq-range.ts';

/** Ranges given up in one entry of the journal. */
export const mostRangesGivenUp = 500;

/** A person's word that some events of a store won't come any more ([HUB18]). */
export const givenUpSchema = z.strictObject({
  store: storeKeySchema,
  ranges: seqRangesSchema.min(1).max(mostRangesGivenUp),
  /** Who decided, as given at the hub's own keyboard. */
  who: z.string().trim().min(1).max(100),
});
export type GivenUp = z.infer<typeof givenUpSchema>;
