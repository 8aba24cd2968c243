import * as z from 'zod';
import { learnerIdSchema } from '../ids.ts';
import { dateSchema } from './timetable.ts';

/** A learner's time at a seat, which ends where others need it ([ACT12]). */

const dayMinutes = 24 * 60;
/** Since midnight; the end of the day is 1440. */
export const endMinuteSchema = z.number().int().min(0).max(dayMinutes);
export const lastMinute = dayMinutes;

/** How long before its end a learner is told, minutes. */
export const nearMinutes = 5;

/** That officers gave somebody more time at a seat, on one day. */
export const givenTimeSchema = z.object({
  learner: learnerIdSchema,
  date: dateSchema,
  until: endMinuteSchema,
});
export type GivenTime = z.infer<typeof givenTimeSchema>;

/** What a learner is told of their time, until they have seen it: that it is nearly over, is over, or got longer. */
export const timeViewSchema = z.strictObject({
  stage: z.enum(['near', 'over', 'given']),
  until: endMinuteSchema,
  /** Left, or given; 0 where it is over. */
  minutes: z.number().int().min(0).max(dayMinutes),
});
export type TimeView = z.infer<typeof timeViewSchema>;
