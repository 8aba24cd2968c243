import * as z from 'zod';
import { commandIdSchema } from '../../ids.ts';
import { learnerNotes } from '../note.ts';
import { localizedSchema, phraseSchema } from '../phrase.ts';

/** What a learner's page says besides their courses ([LPG1]). */

/** What to do next about a learner, and why ([LPG3]). */
export const nextStepSchema = z.discriminatedUnion('step', [
  /** Can't sign in yet. */
  z.strictObject({ step: z.literal('sign-in') }),
  /** Does not get on, and where ([HLP1]). */
  z.strictObject({
    step: z.literal('help'),
    lesson: phraseSchema,
    wrong: z.number().int().min(1),
  }),
  /** Was not here for so many days of the lab. */
  z.strictObject({ step: z.literal('away'), days: z.number().int().min(1) }),
  /** Was never here. */
  z.strictObject({ step: z.literal('never') }),
  /** Tried a skill many times, and does not have it. */
  z.strictObject({
    step: z.literal('skill'),
    skill: phraseSchema,
    right: z.number().int().min(0),
    needed: z.number().int().min(1),
    of: z.number().int().min(1),
  }),
  /** So many things are due ([REV3]). */
  z.strictObject({ step: z.literal('review'), count: z.number().int().min(1) }),
  z.strictObject({ step: z.literal('go-on'), lesson: phraseSchema }),
  z.strictObject({ step: z.literal('begin'), lesson: phraseSchema }),
  /** Everything they take is done. */
  z.strictObject({ step: z.literal('all-done') }),
  z.strictObject({ step: z.literal('no-course') }),
]);
export type NextStep = z.infer<typeof nextStepSchema>;

/** A note that stands ([LPG4]). */
export const noteViewSchema = z.strictObject({
  id: commandIdSchema,
  note: z.enum(learnerNotes),
  /** The hub's date, `YYYY-MM-DD`. */
  day: z.iso.date(),
  /** Null where nobody knows who that was. */
  by: localizedSchema.nullable(),
});
export type NoteView = z.infer<typeof noteViewSchema>;

/** One lab day's answers ([LPG2]). */
export const answerDaySchema = z.strictObject({
  day: z.iso.date(),
  right: z.number().int().min(0),
  notYet: z.number().int().min(0),
  shown: z.number().int().min(0),
});
export type AnswerDay = z.infer<typeof answerDaySchema>;

/** Days of a month on which they were here ([FLD9]). */
export const monthHereSchema = z.strictObject({
  month: z.string().regex(/^\d{4}-\d{2}$/),
  days: z.number().int().min(1).max(31),
});
export type MonthHere = z.infer<typeof monthHereSchema>;
