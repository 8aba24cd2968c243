import * as z from 'zod';
import { base64Schema, learnerIdSchema } from '../ids.ts';
import { vectorSchema } from './documents/state.ts';
import { keyringSchema } from './keyring.ts';

/**
 * What passes between a station and a hub that was restored: the station brings back what it holds of
 * the hub's own journal and keys ([REC1]). `/v1/recovery`.
 */

/** GET: up to where the journal was restored; null when nothing is wanted back. */
export const recoverySchema = z.strictObject({
  recovery: z
    .strictObject({
      hubSeq: z.number().int().min(0),
      /** Hash of that entry, hex; 64 zeros for none. */
      head: z.string().regex(/^[0-9a-f]{64}$/),
    })
    .nullable(),
});
export type RecoveryWindow = z.infer<typeof recoverySchema>['recovery'];

export const mostReturnedEntries = 25;
export const mostReturnedKeys = 500;

/** POST: entries in order, and with the last of them what else the station knows. */
export const returnRequestSchema = z.strictObject({
  /** As they lie: the hub is the one to say which are its own ([REC2]). */
  entries: z.array(z.unknown()).max(mostReturnedEntries),
  /** Keys of learners the hub said it lacks. */
  keys: keyringSchema.shape.learners.max(mostReturnedKeys),
  /** What this station's keyrings are wrapped to: X25519, raw 32 bytes. */
  wrappingKey: base64Schema(32),
  /** Store → the highest seq that was folded at the hub that is gone, as far as this station saw. */
  folded: vectorSchema,
  /** Whether this is all there is. */
  last: z.boolean(),
});
export type ReturnRequest = z.infer<typeof returnRequestSchema>;

export const returnAnswerSchema = z.strictObject({
  /** Entries that the hub lacked and has taken in; the rest it held, or they don't fit its journal. */
  taken: z.number().int().min(0),
  /** Learners enrolled by what was returned so far, whose keys the hub lacks. */
  lacks: z.array(learnerIdSchema),
});
export type ReturnAnswer = z.infer<typeof returnAnswerSchema>;
