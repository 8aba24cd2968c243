import * as z from 'zod';
import {
  learnerIdSchema,
  packIdSchema,
  semverSchema,
  slugSchema,
  staffIdSchema,
  viewingIdSchema,
} from '../ids.ts';
import { mostPauses } from './pack-manifest.ts';
import { localizedSchema } from './phrase.ts';

/** A film shown to a group, and who was there ([GRP1]–[GRP7]). */

/** Most who are said to have been at one film. */
export const mostThere = 300;

/** A question at a pause, as the officer counted the group's answers. */
export const countedAnswersSchema = z
  .strictObject({
    /** Which pause of the film, from 0. */
    pause: z
      .number()
      .int()
      .min(0)
      .max(mostPauses - 1),
    /** How many were there to answer, and how many of them were right. */
    asked: z.number().int().min(0).max(mostThere),
    right: z.number().int().min(0).max(mostThere),
  })
  .refine(({ asked, right }) => right <= asked, { path: ['right'], message: 'more than asked' });
export type CountedAnswers = z.infer<typeof countedAnswersSchema>;

/** Why what is recorded of a viewing is said otherwise later. */
export const attendanceReasons = ['not-there', 'left-out'] as const;

/** The film, as it was shown. */
export const shownFilmSchema = z.strictObject({
  viewing: viewingIdSchema,
  pack: packIdSchema,
  version: semverSchema,
  /** The film's id in its pack. */
  piece: slugSchema,
  /** The lab day it was shown on, `YYYY-MM-DD`; null where no hub had told it. */
  day: z.iso.date().nullable(),
  /** How long it played, ms; what was shown twice counts twice. */
  shownMs: z.number().int().min(0).max(86_400_000),
  /** The group's answers at its pauses, nobody's own. */
  answers: z.array(countedAnswersSchema).max(mostPauses),
});
export type ShownFilm = z.infer<typeof shownFilmSchema>;

/** One learner's attendance at it, as somebody says. */
export const attendanceSchema = shownFilmSchema.extend({
  there: z.boolean(),
  staff: staffIdSchema,
  /** Null at first; why, where it says otherwise than what was recorded before. */
  reason: z.enum(attendanceReasons).nullable(),
});
export type Attendance = z.infer<typeof attendanceSchema>;

/** A film in a learner's own record. */
export const attendedFilmSchema = shownFilmSchema
  .omit({ answers: true })
  .extend({ title: localizedSchema });
export type AttendedFilm = z.infer<typeof attendedFilmSchema>;

/** A film that is being shown, with who was ticked so far: kept on the disk until it is recorded ([GRP4]). */
export const viewingDraftSchema = shownFilmSchema.extend({
  /** Who began it. */
  staff: staffIdSchema,
  there: z.array(learnerIdSchema).max(mostThere),
  /** Where the film stands, s. */
  at: z.number().min(0),
});
export type ViewingDraft = z.infer<typeof viewingDraftSchema>;
