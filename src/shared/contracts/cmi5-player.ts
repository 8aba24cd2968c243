import * as z from 'zod';
import { languageSchema } from '../ids.ts';
import { pieceResultSchema } from './piece.ts';

/** What the player of a course of cmi5 asks of its station, on the pack's own origin, in JSON. */

/** Where it asks, from the origin on; the launch's nonce follows. */
export const coursePath = '/~cmi5/';

export const courseViewSchema = z.strictObject({
  /** Another one when anything of the rest is another. */
  revision: z.number().int().min(0),
  units: z.array(
    z.strictObject({
      /** In the language asked for, else in any; empty where it has none. */
      title: z.string(),
      state: z.enum(['new', 'begun', 'done', 'failed']),
    }),
  ),
  /** The unit opened last, from 0 on, in this sitting or another. */
  at: z.number().int().min(0).nullable(),
  /** Whether what is open ended by itself. */
  ended: z.boolean(),
  /** Whether what is open has talked with the station yet. */
  heard: z.boolean(),
  /** Whether nobody but its learner can say that what is open is done. */
  unsaid: z.boolean(),
  /** Of the whole. */
  result: pieceResultSchema.omit({ answers: true }),
});
export type CourseView = z.infer<typeof courseViewSchema>;

export const courseLaunchSchema = z.strictObject({
  /** From 0 on. */
  unit: z.number().int().min(0),
  language: languageSchema,
});
export type CourseLaunch = z.infer<typeof courseLaunchSchema>;

/** Where the unit is opened. */
export const courseLaunchedSchema = z.strictObject({ address: z.string() });
