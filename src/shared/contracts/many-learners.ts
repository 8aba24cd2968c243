import * as z from 'zod';
import { courseIdSchema, groupIdSchema, learnerIdSchema } from '../ids.ts';

/** What is done about many learners at once, and about whom of them it is not done ([LST3]). */

/** Learners of one command: the hub answers it long before a station gives it up. */
export const mostAtOnce = 100;

/** Learners that may be ticked: more than any site has. */
export const mostTicked = 20_000;

/** What an officer wants done about all that are ticked. */
export const manyDeedSchema = z.discriminatedUnion('deed', [
  z.strictObject({
    deed: z.literal('enrol'),
    courses: z.array(courseIdSchema).min(1).max(20),
    /** Into them, or out of them. */
    active: z.boolean(),
  }),
  z.strictObject({
    deed: z.literal('move'),
    group: groupIdSchema,
    /** Also those who would be among others than their own there ([ACC5]). */
    misfits: z.boolean(),
  }),
  z.strictObject({ deed: z.literal('close') }),
  z.strictObject({ deed: z.literal('cards') }),
  z.strictObject({
    deed: z.literal('numbers'),
    /** Also those who have a number that was not used yet. */
    anew: z.boolean(),
  }),
]);
export type ManyDeed = z.infer<typeof manyDeedSchema>;

/**
 * Why nothing is done about somebody.
 * - `gone`: not here any more, or not within the person's reach.
 * - `closed`: the account is closed.
 * - `there`: in that group, or in those courses, already.
 * - `not-there`: in none of those courses.
 * - `misfit`: would be among others than their own ([ACC5]).
 * - `full`: the group has no tile left.
 * - `no-card`: an account of before there were card numbers.
 * - `signs-in`: signs in already, and needs no number.
 * - `has-number`: has a number that was not used yet.
 */
export const leftOutWhys = [
  'gone',
  'closed',
  'there',
  'not-there',
  'misfit',
  'full',
  'no-card',
  'signs-in',
  'has-number',
] as const;
export type LeftOutWhy = (typeof leftOutWhys)[number];

const leftOutSchema = z.strictObject({ learner: learnerIdSchema, why: z.enum(leftOutWhys) });

/** About whom a deed is done, in the order asked, and about whom not. */
export const manyJudgedSchema = z.strictObject({
  done: z.array(learnerIdSchema),
  left: z.array(leftOutSchema),
});
export type ManyJudged = z.infer<typeof manyJudgedSchema>;
