import * as z from 'zod';
import { courseIdSchema, groupIdSchema } from '../../ids.ts';
import { localizedSchema } from '../phrase.ts';

/**
 * A report as it is worked out once, before it is shown, written into a file or printed: all of these only
 * draw what stands here ([RPT1]).
 */

export const reportKinds = ['progress', 'skills', 'items', 'help', 'hours'] as const;
export const reportKindSchema = z.enum(reportKinds);
export type ReportKind = (typeof reportKinds)[number];

/** What somebody asks for. */
export const reportChoiceSchema = z
  .strictObject({
    kind: reportKindSchema,
    /** Null: all within the person's reach. */
    groups: z.array(groupIdSchema).min(1).max(500).nullable(),
    /** Null: all; of `hours` there is none, as time is not kept by course. */
    course: courseIdSchema.nullable(),
    /** Lab days, both of them counted; null: from the first, to the last. */
    from: z.iso.date().nullable(),
    to: z.iso.date().nullable(),
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    path: ['to'],
    message: 'before from',
  });
export type ReportChoice = z.infer<typeof reportChoiceSchema>;

/** What cells of a column hold. */
export const columnTypes = ['text', 'number', 'share', 'minutes', 'day'] as const;

export const reportColumnSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z0-9]+)*$/),
  heading: localizedSchema,
  type: z.enum(columnTypes),
});
export type ReportColumn = z.infer<typeof reportColumnSchema>;

const countSchema = z.number().int().min(0);

/** So many of so many: told as whole percent. */
const shareSchema = z.strictObject({ part: countSchema, of: countSchema.min(1) });
export type Share = z.infer<typeof shareSchema>;

/** By its column's type: text, a count, whole minutes, a share, a day; null where there is none, or it is not known. */
export const reportCellSchema = z.union([
  countSchema,
  z.null(),
  z.iso.date(),
  shareSchema,
  localizedSchema,
]);
export type ReportCell = z.infer<typeof reportCellSchema>;

const cellsSchema = z.array(reportCellSchema).min(1).max(12);

/** Most bars that are drawn. */
export const mostBars = 24;

export const reportChartSchema = z.strictObject({
  title: localizedSchema,
  unit: z.enum(['count', 'percent', 'minutes']),
  /** What the bars of each label are, one beside the other. */
  series: z.array(localizedSchema).min(1).max(2),
  bars: z
    .array(z.strictObject({ label: localizedSchema, values: z.array(countSchema).min(1).max(2) }))
    .min(1)
    .max(mostBars),
});
export type ReportChart = z.infer<typeof reportChartSchema>;

export const reportSchema = z.strictObject({
  kind: reportKindSchema,
  title: localizedSchema,
  /** Of whom, what and when: each with its name. */
  about: z.array(z.strictObject({ name: localizedSchema, value: localizedSchema })),
  /** What is counted, in a sentence or two. */
  counted: localizedSchema,
  columns: z.array(reportColumnSchema).min(1).max(12),
  rows: z.array(cellsSchema).max(20_000),
  /** Null where adding up would count somebody twice. */
  totals: cellsSchema.nullable(),
  /** Null where there is nothing to draw. */
  chart: reportChartSchema.nullable(),
  /** What is not known, what somebody only says of themselves, and who may see this. */
  notes: z.array(localizedSchema),
  /** Whether learners are named. */
  names: z.boolean(),
});
export type Report = z.infer<typeof reportSchema>;

/** What a report is saved as: `page` is drawn as a PDF by the window. */
export const reportFormats = ['xlsx', 'csv', 'page'] as const;
export type ReportFormat = (typeof reportFormats)[number];
