import * as z from 'zod';
import { courseIdSchema, groupIdSchema } from '../ids.ts';
import { groupScopeSchema } from './group-scope.ts';

/** The week of a lab: who is here when, on which seats ([TTB1]). Times are minutes since midnight. */

const dayMinutes = 24 * 60;
/** What the lists of hours and minutes offer: nobody plans by the single minute. */
const stepMinutes = 5;
export const mostGroupsOfSlot = 8;
/** A week of half-hours, day and night, holds no more. */
export const mostSlots = 336;
/** Changes of something on different days that are kept: one a day, for as long as sheets ask. */
const mostEarlier = 64;

/** Monday is 1, Sunday 7. */
export const weekdaySchema = z.number().int().min(1).max(7);
/** Since midnight. */
export const minuteSchema = z
  .number()
  .int()
  .min(0)
  .max(dayMinutes - 1);
const plannedMinute = z.number().int().min(0).max(dayMinutes).multipleOf(stepMinutes);

/** When a slot is, whom it is for, and which groups are in it. No group: it is free for one of its scope. */
export const slotPlanSchema = z
  .strictObject({
    weekday: weekdaySchema,
    begins: plannedMinute,
    ends: plannedMinute,
    scope: groupScopeSchema,
    groups: z.array(groupIdSchema).max(mostGroupsOfSlot),
  })
  .refine(({ begins, ends }) => begins < ends)
  .refine(({ groups }) => new Set(groups).size === groups.length);
export type SlotPlan = z.infer<typeof slotPlanSchema>;

/** Minutes a week a group is to get. */
export const weeklyMinutesSchema = z.number().int().min(stepMinutes).max(3000);

/** Of the lab, `YYYY-MM-DD`. */
export const dateSchema = z.iso.date();

/**
 * What stood before, for sheets of days that are over ([TTB12]): `was` on all days before that one, back to
 * the entry before it. By day; of documents of before this was kept nothing, and then they always stood.
 */
export const earlierOf = <Was extends z.ZodType>(was: Was) =>
  z
    .array(z.strictObject({ before: dateSchema, was }))
    .max(mostEarlier)
    .optional();

/** What a learner waits for a seat in. */
export const waitTargetSchema = z.union([
  z.strictObject({ group: groupIdSchema }),
  z.strictObject({ course: courseIdSchema }),
]);
export type WaitTarget = z.infer<typeof waitTargetSchema>;

/**
 * What a kiosk does with a learner who comes outside of their slot ([TTB9]): `let-in` says when theirs is and
 * lets them in where a seat is free; `greet` only says it; `none` looks at no slot.
 */
export const outsidePolicies = ['let-in', 'greet', 'none'] as const;
export const outsidePolicySchema = z.enum(outsidePolicies);
export type OutsidePolicy = z.infer<typeof outsidePolicySchema>;
export const usualOutsidePolicy: OutsidePolicy = 'let-in';

/** When a slot is, as windows are told. */
export const slotTime = {
  weekday: weekdaySchema,
  begins: minuteSchema,
  ends: z.number().int().min(1).max(dayMinutes),
};

/** When a learner who came outside of their slot is to come next ([TTB9]). */
export const comesNextSchema = z.strictObject({
  ...slotTime,
  /** 0 for today. */
  inDays: z.number().int().min(0),
});
export type ComesNext = z.infer<typeof comesNextSchema>;
