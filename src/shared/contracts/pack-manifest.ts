import * as z from 'zod';
import { courseIdSchema, languageSchema, packIdSchema, semverSchema, slugSchema } from '../ids.ts';
import { asIssue, tellRule } from '../words/rule.ts';
import {
  foreignPathSchema,
  localizedSchema,
  packPathSchema,
  phraseSchema,
  pictureSchema,
} from './phrase.ts';
import { cardKeySchema } from './training.ts';

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

/** Longest look back at answers that mastery may ask for ([MAS1]). */
export const mostAnswersLookedAt = 10;

/** Mastered once `right` of `of` answers in a row were right at the first try ([MAS1]). */
export const masterySchema = z
  .strictObject({
    right: z.number().int().min(1).max(mostAnswersLookedAt),
    of: z.number().int().min(1).max(mostAnswersLookedAt),
  })
  .refine(({ right, of }) => right <= of, {
    path: ['right'],
    ...asIssue({ problem: tellRule('mastery.more'), fix: tellRule('mastery.more.fix') }),
  });
export type Mastery = z.infer<typeof masterySchema>;

/** What a course's items train, by the names they give ([MAS1]). */
export const packSkillSchema = z.strictObject({
  id: slugSchema,
  title: phraseSchema,
  picture: pictureSchema,
  mastery: masterySchema,
});
export type PackSkill = z.infer<typeof packSkillSchema>;

export const packCourseSchema = z.strictObject({
  id: courseIdSchema,
  title: phraseSchema,
  picture: pictureSchema,
  /** Who takes it: everybody, where it is left out, or whom an officer puts into it ([CRS3]). */
  enrolment: z.enum(['open', 'officer']).optional(),
  /** What is told of as mastered; items may name others. */
  skills: z.array(packSkillSchema).max(50).optional(),
  /** A shelf of the library instead: its pieces are there for everybody, in no order to be kept ([LIB1]). */
  shelf: z.literal(true).optional(),
});
export type PackCourse = z.infer<typeof packCourseSchema>;

/** Lessons and pieces of the same course that come first ([CRS1]). */
const prerequisites = z.array(slugSchema).min(1).max(20).optional();

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
  /** What its items train, each once, in code order: what comes again is found without opening it. */
  cards: z.array(cardKeySchema).min(1).max(800).optional(),
  prerequisites,
});
export type LessonItem = z.infer<typeof lessonItemSchema>;

/** How much reading a book asks for, 1 being the least: a few words a page. */
export const readingLevels = [1, 2, 3] as const;
const levelSchema = z.literal(readingLevels);
export type ReadingLevel = z.infer<typeof levelSchema>;

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
  prerequisites,
  /** Who made it, each in the script they are found by. */
  authors: z.array(z.string().min(1).max(120)).min(1).max(8).optional(),
  /** Left out where nobody said, and where nothing is to be read. */
  level: levelSchema.optional(),
};

/** Words to a film or recording: WebVTT, in one language. */
export const trackSchema = z.strictObject({
  kind: z.enum(['captions', 'chapters']),
  language: languageSchema,
  src: foreignPathSchema,
});

/** Where a film that is shown to a group stops, and what is asked of the group then ([GRP4]). */
export const pauseSchema = z
  .strictObject({
    /** s of film */
    at: z.number().int().min(1).max(86_400),
    question: localizedSchema,
    options: z.array(localizedSchema).min(2).max(4),
    /** Which of the options fits, from 0. */
    right: z.number().int().min(0).max(3),
  })
  .refine(({ options, right }) => right < options.length, {
    path: ['right'],
    ...asIssue({ problem: tellRule('pause.option'), fix: tellRule('pause.option.fix') }),
  });
export type Pause = z.infer<typeof pauseSchema>;

/** Most pauses of one film. */
export const mostPauses = 20;

/** A folder of HTML made by others. Its files run code. */
const htmlItemSchema = z.strictObject({ kind: z.literal('html'), ...piece });
/** A film or a recording. Its files are inert. */
const mediaItemSchema = z.strictObject({
  kind: z.literal('media'),
  ...piece,
  tracks: z.array(trackSchema).max(8),
  pauses: z
    .array(pauseSchema)
    .min(1)
    .max(mostPauses)
    .refine((pauses) => pauses.every(({ at }, index) => at > (pauses[index - 1]?.at ?? 0)), {
      ...asIssue({ problem: tellRule('pause.order'), fix: tellRule('pause.order.fix') }),
    })
    .optional(),
});

/** A book, unpacked: `entry` is its package document (.opf). Its files are bytes to everything but our player. */
const epubItemSchema = z.strictObject({ kind: z.literal('epub'), ...piece });
/** A package of SCORM, unpacked; `entry` is its `imsmanifest.xml`. Its files run code. */
const scormItemSchema = z.strictObject({
  kind: z.literal('scorm'),
  ...piece,
  edition: z.enum(['1.2', '2004']),
});

/** A book or sheet in PDF: `entry` is the file. */
const pdfItemSchema = z.strictObject({ kind: z.literal('pdf'), ...piece });

/** A course of cmi5, unpacked; `entry` is its `cmi5.xml`. Its files run code. */
const cmi5ItemSchema = z.strictObject({ kind: z.literal('cmi5'), ...piece });
/** A package of H5P, unpacked; `entry` is its `h5p.json`. Its files run code, and so does its player. */
const h5pItemSchema = z.strictObject({
  kind: z.literal('h5p'),
  ...piece,
  /** The pack whose player it is played with: one that this pack requires in exactly one version. */
  player: packIdSchema,
});
/** What packages of H5P are played with; `entry` is its first script. Never shown to a learner by itself. */
const h5pPlayerItemSchema = z.strictObject({ kind: z.literal('h5p-player'), ...piece });
/** An archive of many pages (ZIM), searched: `entry` is the file. Its pages run code. */
const zimItemSchema = z.strictObject({ kind: z.literal('zim'), ...piece });

const pieceItemSchema = z.discriminatedUnion('kind', [
  htmlItemSchema,
  mediaItemSchema,
  epubItemSchema,
  pdfItemSchema,
  scormItemSchema,
  cmi5ItemSchema,
  h5pItemSchema,
  h5pPlayerItemSchema,
  zimItemSchema,
]);
export type PieceItem = z.infer<typeof pieceItemSchema>;

/** Kinds of piece that a learner opens. */
export const pieceKindSchema = z.enum([
  'html',
  'media',
  'epub',
  'pdf',
  'scorm',
  'cmi5',
  'h5p',
  'zim',
]);

export const packItemSchema = z.discriminatedUnion('kind', [
  lessonItemSchema,
  htmlItemSchema,
  mediaItemSchema,
  epubItemSchema,
  pdfItemSchema,
  scormItemSchema,
  cmi5ItemSchema,
  h5pItemSchema,
  h5pPlayerItemSchema,
  zimItemSchema,
]);
export type PackItem = z.infer<typeof packItemSchema>;

/** Another pack that has to be there: at least in a version, or exactly in one ([PKG16]). */
const packRequirementSchema = z.union([
  z.strictObject({ pack: packIdSchema, minimum: semverSchema }),
  z.strictObject({ pack: packIdSchema, exactly: semverSchema }),
]);
export type PackRequirement = z.infer<typeof packRequirementSchema>;

/** A lesson or piece that a learner is shown, not what only serves others. */
export type ShownItem = Exclude<PackItem, { kind: 'h5p-player' }>;
export type ShownPiece = Exclude<ShownItem, { kind: 'lesson' }>;
export const isShown = (item: PackItem): item is ShownItem => item.kind !== 'h5p-player';

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
  requires: z.array(packRequirementSchema).min(1).max(20).optional(),
  courses: z.array(packCourseSchema).max(50),
};

export const packManifestSchema = z.strictObject({
  ...manifestBase,
  /** The version whose contents a copy of this pack may leave out ([PKG17]). */
  base: semverSchema.optional(),
  items: z.array(packItemSchema).min(1).max(500),
  files: z.array(packFileSchema).min(1).max(20_000),
});
export type PackManifest = z.infer<typeof packManifestSchema>;

/** `pack.source.json` in a pack's source folder: the manifest less what `rean pack build` works out. */
export const packSourceSchema = z.strictObject({
  ...manifestBase,
  lessons: z
    .array(
      lessonItemSchema
        .pick({ id: true, picture: true, course: true, position: true, prerequisites: true })
        .strict(),
    )
    .max(500)
    .default([]),
  /** What is no native lesson, as the manifest will have it. */
  items: z.array(pieceItemSchema).max(500).default([]),
});
export type PackSource = z.infer<typeof packSourceSchema>;
