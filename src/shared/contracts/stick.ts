import * as z from 'zod';
import { base64Schema, staffIdSchema } from '../ids.ts';

/** Files that leave on a stick: what they are, how a stick is known, and what can go wrong ([STK1]). */

/** What leaves; whoever may have each stands in `domain/exports/export-rights.ts`. */
export const exportKinds = [
  'report',
  'learners',
  'list-template',
  'roster',
  'attendance',
  'record',
  'cards',
  'first-numbers',
  'opening-codes',
  'trail',
  'support',
] as const;
export const exportKindSchema = z.enum(exportKinds);
export type ExportKind = (typeof exportKinds)[number];

/** Why nothing was written. */
export const stickProblems = [
  /** None is plugged in. */
  'none',
  'several',
  /** Neither FAT nor exFAT, or with no file system at all. */
  'kind',
  'protected',
  'full',
  /** Pulled out while it was written. */
  'gone',
  /** What was read back is not what was written. */
  'damaged',
  /** The system is at another stick, or does not answer. */
  'busy',
] as const;
export const stickProblemSchema = z.enum(stickProblems);
export type StickProblem = (typeof stickProblems)[number];

/** The largest file that is written onto a stick, bytes. */
export const mostStickBytes = 16 * 1024 * 1024;

/** A plain name: no folder, nothing hidden, no sign that FAT doesn't take. */
export const stickFileSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/);

export const stickSchema = z.strictObject({
  /** Of its file system, `1A2B-3C4D`; empty where it has none. */
  serial: z.string().regex(/^[A-Za-z0-9-]{0,40}$/),
  /** What somebody called it; empty where nobody did. */
  label: z.string().regex(/^[A-Za-z0-9 _.-]{0,32}$/),
});
export type StickName = z.infer<typeof stickSchema>;

/** Names one export among all. */
const exportIdSchema = z.string().regex(/^[0-9a-f]{16}$/);

/** On this PC's disk before the first byte leaves ([STK4]). */
export const exportBegunSchema = z.strictObject({
  export: exportIdSchema,
  staff: staffIdSchema,
  kind: exportKindSchema,
  file: stickFileSchema,
  bytes: z.number().int().min(0).max(mostStickBytes),
  stick: stickSchema,
});
export type ExportBegun = z.infer<typeof exportBegunSchema>;

/** How it ended: the name it has there, or why there is nothing. */
export const exportEndedSchema = z.strictObject({
  export: exportIdSchema,
  staff: staffIdSchema,
  outcome: z.enum(['saved', ...stickProblems]),
  file: stickFileSchema.nullable(),
});
export type ExportEnded = z.infer<typeof exportEndedSchema>;

/** What a window has written onto the stick. */
export const stickFileAskSchema = z.strictObject({
  kind: exportKindSchema,
  name: stickFileSchema,
  content: base64Schema(mostStickBytes),
});

/** The name it has in the stick's folder `rean-out`. */
export const stickSavedSchema = z.strictObject({ saved: stickFileSchema, stick: stickSchema });
export type StickSaved = z.infer<typeof stickSavedSchema>;
