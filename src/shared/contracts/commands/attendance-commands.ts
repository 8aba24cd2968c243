import * as z from 'zod';
import { groupIdSchema, learnerIdSchema } from '../../ids.ts';
import {
  attendanceReasons,
  attendanceWordSchema,
  mostOnSheet,
  proposedSchema,
} from '../lab-attendance.ts';

const said = { word: attendanceWordSchema, proposed: proposedSchema };
const day = z.iso.date();
const done = z.strictObject({});

/** What staff say of who was in the lab ([ATT2]). */
export const attendanceCommands = {
  /** All who are on a group's sheet of a day, or those who were not confirmed yet. */
  'attendance.confirm': {
    type: 'attendance.confirm',
    journalled: true,
    input: z.strictObject({
      group: groupIdSchema,
      day,
      lines: z
        .array(z.strictObject({ learner: learnerIdSchema, ...said }))
        .min(1)
        .max(mostOnSheet),
    }),
    output: done,
  },
  /** Says otherwise of one learner's day than was confirmed. */
  'attendance.correct': {
    type: 'attendance.correct',
    journalled: true,
    reasons: attendanceReasons,
    input: z.strictObject({ learner: learnerIdSchema, day, ...said }),
    output: done,
  },
  /** A sheet of a day, or of a month, is put on paper: whose names stand there. */
  'attendance.print': {
    type: 'attendance.print',
    journalled: true,
    input: z.strictObject({
      group: groupIdSchema,
      /** A day, or a month, `YYYY-MM`. */
      of: z.union([day, z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)]),
      learners: z.array(learnerIdSchema).min(1).max(mostOnSheet),
    }),
    output: done,
  },
} as const;
