import * as z from 'zod';
import { courseIdSchema, languageSchema, packIdSchema, semverSchema, slugSchema } from '../ids.ts';
import { foreignPathSchema, packPathSchema, phraseSchema, pictureSchema } from './phrase.ts';

/** `pack.json`: what a `.kpack` holds. Signed as written; unknown members are refused ([PKG1]). */

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

export const packFileSchema = z.strictObject({
  path: foreignPathSchema,
  /** Bytes. */
  size: z.number().int().min(0),
  sha256: sha256Schema,
  mime: z.string().regex(/^[a-z0-9.+-]+\/[a-z0-9.+-]+$/),
});
export type PackFile = z.infer<typeof packFileSchema>;

export const packCourseSchema = z.strictObject({
  id: courseIdSchema,
  title: phraseSchema,
  picture: pictureSchema,
});
export type PackCourse = z.infer<typeof packCourseSchema>;

const lessonItemSchema = z.strictObject({
  kind: z.literal('lesson'),
  id: slugSchema,
  entry: packPathSchema,
  title: phraseSchema,
  picture: pictureSchema,
  course: courseIdSchema,
  /** Place in its course, from 1. */
  position: z.number().int().min(1),
  /** How many items the lesson has, so that progress is known without opening it. */
  items: z.number().int().min(1),
  skills: z.array(slugSchema).max(50),
});
export type LessonItem = z.infer<typeof lessonItemSchema>;

/** What every piece has: content that is no native lesson and plays in a frame of its own (ADR 28). */
const piece = {
  id: slugSchema,
  /** The file that is opened; in `folder`. */
  entry: foreignPathSchema,
  /** Every file below it is this piece's, and no other's but those that name the same folder. */
  folder: packPathSchema,
  title: phraseSchema,
  picture: pictureSchema,
  course: courseIdSchema,
  position: z.number().int().min(1),
  skills: z.array(slugSchema).max(50),
};

/** Words to a film or recording: WebVTT, in one language. */
export const trackSchema = z.strictObject({
  kind: z.enum(['captions', 'chapters']),
  language: languageSchema,
  src: foreignPathSchema,
});

/** A folder of HTML made by others. Its files run code. */
const htmlItemSchema = z.strictObject({ kind: z.literal('html'), ...piece });
/** A film or a recording. Its files are inert. */
const mediaItemSchema = z.strictObject({
  kind: z.literal('media'),
  ...piece,
  tracks: z.array(trackSchema).max(8),
});

const pieceItemSchema = z.discriminatedUnion('kind', [htmlItemSchema, mediaItemSchema]);
export type PieceItem = z.infer<typeof pieceItemSchema>;

export const pieceKindSchema = z.enum(['html', 'media']);

export const packItemSchema = z.discriminatedUnion('kind', [
  lessonItemSchema,
  htmlItemSchema,
  mediaItemSchema,
]);
export type PackItem = z.infer<typeof packItemSchema>;

const manifestBase = {
  format: z.literal('kpack@1'),
  id: packIdSchema,
  version: semverSchema,
  /** Grows with every release of this pack; a lower one than installed is a rollback. */
  sequence: z.number().int().min(1),
  title: phraseSchema,
  licence: z.string().min(1).max(200),
  publisher: z.string().min(1).max(200),
  minimumApp: semverSchema,
  courses: z.array(packCourseSchema).max(50),
};

export const packManifestSchema = z.strictObject({
  ...manifestBase,
  items: z.array(packItemSchema).min(1).max(500),
  files: z.array(packFileSchema).min(1).max(20_000),
});
export type PackManifest = z.infer<typeof packManifestSchema>;

/** `pack.source.json` in a pack's source folder: the manifest less what `rean pack build` works out. */
export const packSourceSchema = z.strictObject({
  ...manifestBase,
  lessons: z
    .array(
      lessonItemSchema.pick({ id: true, picture: true, course: true, position: true }).strict(),
    )
    .max(500)
    .default([]),
  /** What is no native lesson, as the manifest will have it. */
  items: z.array(pieceItemSchema).max(500).default([]),
});
export type PackSource = z.infer<typeof packSourceSchema>;
