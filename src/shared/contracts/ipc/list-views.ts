import * as z from 'zod';
import { base64Schema, groupIdSchema, languageSchema, learnerIdSchema } from '../../ids.ts';
import { birthYearSchema, sexSchema } from '../documents/directory.ts';
import { localizedSchema } from '../phrase.ts';

/** Lists of learners as files: what one would come to, and the files themselves ([IMP1], [IMP5]). */

/** Largest list that is read, bytes. */
export const mostListBytes = 10 * 1024 * 1024;

/** Why a file can't be read as a list: told in words in the window. */
export const tableProblems = [
  'too-large',
  'too-many-rows',
  'encoding',
  'damaged',
  'encrypted',
  'ods',
  'not-a-table',
] as const;
export type TableProblem = (typeof tableProblems)[number];

/** What a column of a list of learners holds. */
export const importFields = ['name', 'latin', 'sex', 'birthYear', 'group', 'language'] as const;
export type ImportField = (typeof importFields)[number];

/** What is wrong with a cell. `ambiguous`: two groups have that name. */
export const cellProblems = [
  'missing',
  'unknown',
  'no-year',
  'ambiguous',
  'too-long',
  'not-a-name',
] as const;

const detailsSchema = z.strictObject({
  name: localizedSchema,
  sex: sexSchema,
  birthYear: birthYearSchema.nullable(),
  group: groupIdSchema,
  language: languageSchema,
});

const numbered = { number: z.number().int().min(1) };
const fits = { ...numbered, details: detailsSchema, misfit: z.boolean() };

/**
 * What a row would come to; `number` is the one a spreadsheet shows beside it.
 * - `new`: nobody here has that name.
 * - `same`: somebody here is just that, or an earlier row says just that.
 * - `changed`: somebody of that name and birth year is here, with something else said of them.
 * - `doubtful`: others of that name are here, or earlier in the file, and may be the same person.
 * - `bad`: it can't be read.
 */
export const rowPreviewSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('new'), ...fits }),
  z.strictObject({ outcome: z.literal('same'), ...fits }),
  z.strictObject({ outcome: z.literal('changed'), ...fits, learner: learnerIdSchema }),
  z.strictObject({
    outcome: z.literal('doubtful'),
    ...fits,
    /** How many here may be the same person; 0 where it is an earlier row. */
    like: z.number().int().min(0),
  }),
  z.strictObject({
    outcome: z.literal('bad'),
    ...numbered,
    /** What stands where the name should. */
    shown: z.string(),
    problems: z.array(
      z.strictObject({ field: z.enum(importFields), problem: z.enum(cellProblems) }),
    ),
  }),
]);
export type RowPreview = z.infer<typeof rowPreviewSchema>;

export const listPreviewSchema = z.discriminatedUnion('read', [
  z.strictObject({ read: z.literal(false), problem: z.enum(tableProblems) }),
  z.strictObject({
    read: z.literal(true),
    /** Columns a list can't do without, and that this one lacks; then it has no rows. */
    missing: z.array(z.enum(importFields)),
    /** Headings nobody knows: their columns are left out. */
    ignored: z.array(z.string()),
    rows: z.array(rowPreviewSchema),
  }),
]);
export type ListPreview = z.infer<typeof listPreviewSchema>;

/** A file by itself, without the folder it is in. */
export const fileSchema = z.strictObject({
  name: z
    .string()
    .min(1)
    .max(255)
    .regex(/^[^/\\\0]+$/),
  content: base64Schema(mostListBytes),
});
export type ListFile = z.infer<typeof fileSchema>;

export const listFormats = ['csv', 'xlsx'] as const;
export type ListFormat = (typeof listFormats)[number];
