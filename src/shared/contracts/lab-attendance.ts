import * as z from 'zod';
import { groupIdSchema, learnerIdSchema, staffIdSchema } from '../ids.ts';

/**
 * Who of a group was in the lab on a day, as an officer confirmed it ([ATT1]–[ATT9]). What is proposed is
 * no record: it is what the learner's own records say at the moment.
 */

/** Why somebody was not there. None says anything of law or health, and none ever will ([ATT3]). */
export const absences = [
  'excused',
  'work',
  'other-activity',
  'transferred',
  'left',
  'unexplained',
] as const;
export type Absence = (typeof absences)[number];

/** Why what was confirmed is said otherwise; the words are in `domain/record/reason-words.ts` ([CMD7]). */
export const attendanceReasons = [
  'wrongly-marked',
  'recorded-later',
  'minutes-wrong',
  'absence-known',
] as const;

/** So many lab days back a sheet can be confirmed, and time is known day by day ([ATT1]). */
export const confirmedWithinDays = 62;
/** Learners on one sheet: more than any group has. */
export const mostOnSheet = 500;

/** Time in the lab on one day, minutes. */
const minutes = z
  .number()
  .int()
  .min(0)
  .max(24 * 60);

/** What the records say of somebody's day. */
export const proposedSchema = z.strictObject({
  there: z.boolean(),
  minutes,
  /** Where a clock, a restart or an open sitting leaves the minutes uncertain. */
  about: z.boolean(),
});
export type Proposed = z.infer<typeof proposedSchema>;

/** What an officer says of it. */
export const attendanceWordSchema = z.discriminatedUnion('there', [
  z.strictObject({ there: z.literal(true), minutes, about: z.boolean() }),
  z.strictObject({ there: z.literal(false), absence: z.enum(absences) }),
]);
export type AttendanceWord = z.infer<typeof attendanceWordSchema>;

/** One record of one learner's day, sealed with the learner's key wherever it lies; never altered. */
export const attendanceMarkSchema = z.strictObject({
  learner: learnerIdSchema,
  /** The group on whose sheet it was confirmed. */
  group: groupIdSchema,
  /** The lab day, `YYYY-MM-DD`. */
  day: z.iso.date(),
  word: attendanceWordSchema,
  /** What was proposed as it was said: later records may propose otherwise ([ATT6]). */
  proposed: proposedSchema,
  by: staffIdSchema,
  /** The hub's date as it was said. */
  on: z.iso.date(),
  /** Null where it was confirmed; why, where it corrects what was. */
  why: z.enum(attendanceReasons).nullable(),
});
export type AttendanceMark = z.infer<typeof attendanceMarkSchema>;
