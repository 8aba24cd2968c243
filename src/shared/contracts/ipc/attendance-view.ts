import * as z from 'zod';
import { groupIdSchema, learnerIdSchema, staffIdSchema } from '../../ids.ts';
import { groupScopeSchema, tileSchema } from '../documents/directory.ts';
import {
  absences,
  attendanceReasons,
  attendanceWordSchema,
  proposedSchema,
} from '../lab-attendance.ts';
import { localizedSchema } from '../phrase.ts';

/** Groups' sheets of lab days, for who may see them ([ATT2], [ATT11]). */

export const attendanceAskSchema = z.strictObject({
  /** The first of those within reach where it is null. */
  group: groupIdSchema.nullable(),
  /** A lab day, `YYYY-MM-DD`; today where it is null. */
  day: z.iso.date().nullable(),
  /** Whoever could have come stands on it too, on a day on which nobody was here. */
  everybody: z.boolean(),
  /** A month, `YYYY-MM`, to be summed up; null where it is not looked at. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .nullable(),
});
export type AttendanceAsk = z.infer<typeof attendanceAskSchema>;

const count = z.number().int().min(0);

const person = { learner: learnerIdSchema, name: localizedSchema };

const lineViewSchema = z.strictObject({
  ...person,
  tile: tileSchema,
  proposed: proposedSchema,
  /** Every word said of it, the one that holds last. */
  said: z.array(
    z.strictObject({
      word: attendanceWordSchema,
      /** What was proposed as it was said. */
      proposed: proposedSchema,
      by: staffIdSchema,
      /** Null where it is not known here. */
      byName: localizedSchema.nullable(),
      on: z.iso.date(),
      why: z.enum(attendanceReasons).nullable(),
    }),
  ),
  differs: z.boolean(),
});
export type AttendanceLineView = z.infer<typeof lineViewSchema>;

const dayViewSchema = z.strictObject({
  day: z.iso.date(),
  /** Lines of its sheet, and of those: not confirmed yet, and not as they were confirmed. */
  lines: count,
  waiting: count,
  differing: count,
  /** By the lab's date of now it is still to come: a clock was wrong. */
  toCome: z.boolean(),
});
export type AttendanceDayView = z.infer<typeof dayViewSchema>;

/** Confirmed and proposed only, apart ([ATT7]). */
export const attendanceFiguresSchema = z.strictObject({
  confirmed: z.strictObject({
    days: count,
    minutes: count,
    about: z.boolean(),
    away: z.record(z.enum(absences), count),
  }),
  proposed: z.strictObject({ days: count, minutes: count }),
});
export type AttendanceFiguresView = z.infer<typeof attendanceFiguresSchema>;

/** A day that was confirmed wrong, and the one it was ([ATT12]). */
export const wrongDayAskSchema = z.strictObject({ from: z.iso.date(), to: z.iso.date() });
export type WrongDayAsk = z.infer<typeof wrongDayAskSchema>;

/** Of one group, or of the whole lab. */
const movingCounts = {
  /** Learners with a word on the wrong day, and those with records alone. */
  confirmed: count,
  recorded: count,
  /** Who is recorded on the right day, too: the minutes of both are added up. */
  adding: count,
  /** Who would have words of two days on the right one: then nothing can be moved. */
  clashing: count,
};

export const wrongDayViewSchema = z.strictObject({
  ...movingCounts,
  /** Those of whom anything would move, within reach. */
  groups: z.array(z.strictObject({ group: groupIdSchema, name: localizedSchema, ...movingCounts })),
  /** The right day is to come or too long ago; the wrong one is today; it counts as that already. */
  refused: z.enum(['to', 'today', 'same']).nullable(),
  /** One of the last 62 days: the lab may have been open on it itself. */
  near: z.boolean(),
  /** What the wrong day counts as by now, where that is another. */
  countsAs: z.iso.date().nullable(),
});
export type WrongDayView = z.infer<typeof wrongDayViewSchema>;

export const attendanceViewSchema = z.strictObject({
  /** The lab's date; null until the hub has told it. */
  today: z.iso.date().nullable(),
  /** Within the person's reach, by name. */
  groups: z.array(
    z.strictObject({
      group: groupIdSchema,
      name: localizedSchema,
      symbol: z.string(),
      scope: groupScopeSchema,
      /** Days before today with lines that nobody confirmed. */
      waiting: count,
    }),
  ),
  /** Null where there is no group, or no date. */
  sheet: z
    .strictObject({
      group: groupIdSchema,
      day: z.iso.date(),
      /** Today first, then every day of the group's that has a sheet, newest first. */
      days: z.array(dayViewSchema),
      lines: z.array(lineViewSchema),
    })
    .nullable(),
  month: z
    .strictObject({
      month: z.string(),
      rows: z.array(z.strictObject({ ...person, figures: attendanceFiguresSchema })),
    })
    .nullable(),
});
export type AttendanceView = z.infer<typeof attendanceViewSchema>;
export type AttendanceMonthView = NonNullable<AttendanceView['month']>;
