import * as z from 'zod';
import { packIdSchema, semverSchema, slugSchema } from '../ids.ts';
import { sentenceSchema } from '../words/sentence.ts';
import { phraseSchema } from './phrase.ts';

/** What `rean pack dev` tells the page that shows a source folder being written ([AUT5]). */

const problemSchema = z.strictObject({
  file: z.string(),
  /** From 1. */
  line: z.number().int().nullable(),
  at: z.string().nullable(),
  problem: sentenceSchema,
  fix: sentenceSchema,
});

/** The pack as it now stands on the disk: its lessons, or what is wrong. */
export const previewStateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('faulty'), problems: z.array(problemSchema) }),
  z.strictObject({
    kind: z.literal('sound'),
    pack: packIdSchema,
    version: semverSchema,
    title: phraseSchema,
    lessons: z.array(
      z.strictObject({
        id: slugSchema,
        title: phraseSchema,
        items: z.array(z.strictObject({ id: slugSchema, type: z.string(), prompt: phraseSchema })),
      }),
    ),
  }),
]);
export type PreviewState = z.infer<typeof previewStateSchema>;

/** Where the preview's parts are served. */
export const previewPaths = {
  state: '/preview/state',
  /** A stream that says `changed` each time the source was written. */
  changes: '/preview/changes',
  /** Questions of the lesson player, as it asks its station. */
  ask: '/preview/ask',
  /** The source's own files. */
  files: '/files/',
} as const;

/** A question to the preview: the player's own, or to begin a lesson at one of its items. */
export const previewAskSchema = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('lesson.open'), input: z.unknown() }),
  z.strictObject({ name: z.literal('lesson.answer'), input: z.unknown() }),
  z.strictObject({
    name: z.literal('preview.begin'),
    input: z.strictObject({ lesson: slugSchema, item: slugSchema }),
  }),
]);
export type PreviewAsk = z.infer<typeof previewAskSchema>;
