import * as z from 'zod';
import { courseIdSchema, eventIdSchema, packIdSchema, semverSchema, slugSchema } from '../ids.ts';
import { keptDraftSchema } from './lesson/draft.ts';
import { readingLevels } from './pack-manifest.ts';

/**
 * What a learner leaves behind where their sitting ends ([SIT7]): the screen they were at, and the answer they were
 * making. It is sealed with their key wherever it lies, and shown to nobody but them.
 */

/** The thing a page of a list begins with, from 0: pages are of other sizes on other screens. */
const fromSchema = z.number().int().min(0).max(100_000);

/** Where somebody stands in the library. */
export const libraryPlaceSchema = z.strictObject({
  /** Null for all shelves. */
  shelf: courseIdSchema.nullable(),
  level: z.literal(readingLevels).nullable(),
  /** What is looked for in titles and authors; empty for all. */
  words: z.string().max(100),
  from: fromSchema,
  searching: z.boolean(),
});
export type LibraryPlace = z.infer<typeof libraryPlaceSchema>;

/** Where a peer tutor is with their group. */
const tutorPlaceSchema = z.discriminatedUnion('show', [
  z.strictObject({ show: z.literal('asking') }),
  z.strictObject({ show: z.literal('today') }),
  z.strictObject({ show: z.literal('request'), request: eventIdSchema }),
]);
export type TutorPlace = z.infer<typeof tutorPlaceSchema>;

/** A screen of a kiosk but home, which is where everybody is who is nowhere else. */
export const keptScreenSchema = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('record'), from: fromSchema }),
  z.strictObject({ at: z.literal('review') }),
  z.strictObject({ at: z.literal('tutor'), place: tutorPlaceSchema }),
  z.strictObject({ at: z.literal('course'), course: courseIdSchema, from: fromSchema }),
  z.strictObject({ at: z.literal('library'), place: libraryPlaceSchema }),
  z.strictObject({
    at: z.literal('lesson'),
    pack: packIdSchema,
    /** Or piece. */
    lesson: slugSchema,
    /** The course it was opened from, to go back to; null from the home screen. */
    course: courseIdSchema.nullable(),
    /** Where in the library it was taken. */
    library: libraryPlaceSchema.optional(),
  }),
]);
export type KeptScreen = z.infer<typeof keptScreenSchema>;

/** An answer that was not sent yet. */
export const unsentSchema = z.strictObject({
  of: z.strictObject({
    pack: packIdSchema,
    version: semverSchema,
    lesson: slugSchema,
    item: slugSchema,
  }),
  /** Which time through this lesson; null in a review. */
  run: z.number().int().min(1).nullable(),
  /** Answers to the item that were sent before it, in that run or review. */
  tries: z.number().int().min(0),
  draft: keptDraftSchema,
});
export type Unsent = z.infer<typeof unsentSchema>;

const screen = keptScreenSchema.nullable();
const unsent = unsentSchema.nullable();

/** What is left at one moment; null is home, and no answer. */
export const keptSchema = z.strictObject({ screen, unsent });
export type Kept = z.infer<typeof keptSchema>;
export const nothingKept: Kept = { screen: null, unsent: null };

/** An answer that waited so long is as good as forgotten, lab days. */
export const unsentDays = 31;

/** The same in a learner's state: with the lab day it is of, null where none was known. */
export const leftSchema = z.strictObject({ screen, unsent, day: z.string().nullable() });
export type Left = z.infer<typeof leftSchema>;

/** The part of an answer that a window tells, and is given back; the station knows what it belongs to. */
export const draftAtSchema = z.strictObject({ item: slugSchema, draft: keptDraftSchema });
export type DraftAt = z.infer<typeof draftAtSchema>;
