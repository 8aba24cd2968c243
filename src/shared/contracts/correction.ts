import * as z from 'zod';
import { learnerIdSchema, packIdSchema, semverSchema, slugSchema, staffIdSchema } from '../ids.ts';
import { orderSchema } from './documents/state.ts';

/**
 * A correction of what is recorded of a learner: a new entry that points at the old, by two persons.
 * Nothing is deleted, and a correction can be withdrawn by another ([COR1]).
 */

export const correctionIdSchema = z.string().regex(/^[0-9a-f]{16}$/);

/** Why a run of a lesson does not count. */
export const strikeReasons = ['wrong-person', 'helped', 'station-fault'] as const;
/** Why a lesson counts as completed though no station recorded it. */
export const addReasons = ['on-paper', 'lost'] as const;
export const withdrawReasons = ['mistaken'] as const;

const run = z.number().int().min(1).max(1000);

export const correctingSchema = z.discriminatedUnion('kind', [
  /** Everything recorded so far of one run of a lesson does not count. */
  z.strictObject({
    kind: z.literal('strike'),
    pack: packIdSchema,
    lesson: slugSchema,
    run,
    reason: z.enum(strikeReasons),
  }),
  /** A lesson was completed. */
  z.strictObject({
    kind: z.literal('add'),
    pack: packIdSchema,
    version: semverSchema,
    lesson: slugSchema,
    total: z.number().int().min(1).max(1000),
    reason: z.enum(addReasons),
  }),
  /** An earlier correction does not hold any more. */
  z.strictObject({
    kind: z.literal('withdraw'),
    of: correctionIdSchema,
    reason: z.enum(withdrawReasons),
  }),
]);
/** What staff ask for. */
export type Correcting = z.infer<typeof correctingSchema>;

/** A correction as the directory keeps it, sealed with the learner's key. */
export const correctionSchema = z.strictObject({
  id: correctionIdSchema,
  learner: learnerIdSchema,
  what: correctingSchema,
  /**
   * Its place in the order of the learner's events: what is struck lies up to it, what is added lies
   * there.
   */
  at: orderSchema,
  /** Which run an added completion is. */
  run,
  /** The hub's date, `YYYY-MM-DD`. */
  day: z.iso.date(),
  asked: staffIdSchema,
  confirmed: staffIdSchema,
});
export type Correction = z.infer<typeof correctionSchema>;
