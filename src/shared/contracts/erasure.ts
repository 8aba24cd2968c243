import * as z from 'zod';
import { learnerIdSchema, staffIdSchema } from '../ids.ts';

/** Erasing a learner's record, keeping it from being erased, and how long records are kept. */

const countSchema = z.number().int().min(0);

/** What stays of an erased record: numbers, which say nothing of what was learned. */
export const recordCountsSchema = z.strictObject({
  /** Events held when it was erased; what comes later is counted beyond it ([ERA4]). */
  events: countSchema,
  lessons: countSchema,
  attempts: countSchema,
  activeMs: countSchema,
});
export type RecordCounts = z.infer<typeof recordCountsSchema>;

/** Why a record is erased; windows and the command line say it in words. */
export const erasureReasons = ['asked', 'left', 'mistaken', 'retention'] as const;
export const erasureReasonSchema = z.enum(erasureReasons);
export type ErasureReason = z.infer<typeof erasureReasonSchema>;

/** Why a legal hold is set or lifted. */
export const holdReasons = ['inquiry', 'court', 'complaint', 'ended', 'mistaken'] as const;
export const holdReasonSchema = z.enum(holdReasons);
export type HoldReason = z.infer<typeof holdReasonSchema>;

/** A person's name as given at the hub's own keyboard. */
export const givenNameSchema = z.string().trim().min(1).max(100);

/**
 * What a change to a person's record rests on, as the journal keeps it beside who made it: whose
 * record, why, and the second person where it takes two.
 */
export const groundsSchema = z.strictObject({
  learner: learnerIdSchema.nullable(),
  reason: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  /** Who did it, as given at the hub's own keyboard; null where staff signed in. */
  who: givenNameSchema.nullable(),
  /** Who else agreed: the staff member, or the name given at the keyboard; null where one is enough. */
  second: z.union([staffIdSchema, z.strictObject({ name: givenNameSchema })]).nullable(),
});
export type Grounds = z.infer<typeof groundsSchema>;

const monthsSchema = z.number().int().min(1).max(600).nullable();

/**
 * How long records are kept, in months of the lab's calendar; null for ever. Counts and the audit
 * trail are always kept.
 */
export const retentionPolicySchema = z.strictObject({
  /** The record of somebody who worked here, since their last sign of life. */
  worked: monthsSchema,
  /** The account of somebody who never began, since it was made. */
  unused: monthsSchema,
});
export type RetentionPolicy = z.infer<typeof retentionPolicySchema>;
export type RecordClass = keyof RetentionPolicy;

/** An erased learner, and where the key may still be. */
export const erasedSchema = z.strictObject({
  learner: learnerIdSchema,
  counts: recordCountsSchema,
  /** Events of theirs that came afterwards: held as they were signed, never opened ([ERA4]). */
  late: countSchema,
  /** Stations that have not said yet that they hold the keys without it. */
  pending: z.array(z.strictObject({ station: z.string(), shutOut: z.boolean() })),
});
export type Erased = z.infer<typeof erasedSchema>;

/** A record whose time is over by the policy, until somebody decides ([ERA5]). */
export const dueSchema = z.strictObject({
  learner: learnerIdSchema,
  class: z.enum(['worked', 'unused']),
  /** The lab day it counts from, `YYYY-MM-DD`. */
  since: z.iso.date(),
  onHold: z.boolean(),
});
export type Due = z.infer<typeof dueSchema>;
