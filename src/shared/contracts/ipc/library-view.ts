import * as z from 'zod';
import { courseIdSchema } from '../../ids.ts';
import { lessonKeySchema } from '../documents/state.ts';
import { readingLevels } from '../pack-manifest.ts';
import { phraseSchema, pictureSchema } from '../phrase.ts';
import { lessonCardSchema, packUrlSchema } from './views.ts';

/** The library at a kiosk ([LIB2]): asked for page by page, as there may be thousands of books. */

const levelSchema = z.literal(readingLevels);

/** What stands on one page. */
export const libraryAskSchema = z.strictObject({
  /** Null for all shelves. */
  shelf: courseIdSchema.nullable(),
  level: levelSchema.nullable(),
  /** What is looked for in titles and authors; empty for all. */
  words: z.string().max(100),
  from: z.number().int().min(0),
  count: z.number().int().min(0).max(24),
});
export type LibraryAsk = z.infer<typeof libraryAskSchema>;

export const bookCardSchema = lessonCardSchema.extend({
  authors: z.array(z.string()),
  /** Null where nobody said, and where nothing is to be read. */
  level: levelSchema.nullable(),
});
export type BookCard = z.infer<typeof bookCardSchema>;

export const libraryViewSchema = z.strictObject({
  shelves: z.array(
    z.strictObject({
      shelf: courseIdSchema,
      title: phraseSchema,
      picture: pictureSchema,
      base: packUrlSchema,
    }),
  ),
  /** The levels that any book has. */
  levels: z.array(levelSchema),
  /** Books that fit what was asked. */
  total: z.number().int().min(0),
  books: z.array(bookCardSchema),
});
export type LibraryView = z.infer<typeof libraryViewSchema>;

/** What is read most, as staff are told it ([LIB5]). */
export const mostReadViewSchema = z.strictObject({
  books: z.array(
    z.strictObject({
      key: lessonKeySchema,
      title: phraseSchema,
      /** So many learners opened it, or up to four more. */
      atLeast: z.number().int().min(5),
    }),
  ),
  /** Whether anything stands in the library. */
  hasLibrary: z.boolean(),
});
export type MostReadView = z.infer<typeof mostReadViewSchema>;
