import * as z from 'zod';
import { staffIdSchema } from '../../ids.ts';
import {
  courseAnswersSchema,
  courseVersionSchema,
  staffCourseParts,
  staffCourses,
} from '../staff-course.ts';

/** What staff say of their own training ([HPG6]). */
export const courseCommands = {
  'training.finish': {
    type: 'training.finish',
    journalled: true,
    evident: true,
    input: z.strictObject({
      /** Oneself. */
      staff: staffIdSchema,
      course: z.enum(staffCourses),
      version: courseVersionSchema,
      /** Those that were done. */
      parts: z.array(z.enum(staffCourseParts)).max(staffCourseParts.length),
      answers: courseAnswersSchema,
    }),
    /** When it was finished: the first time. */
    output: z.strictObject({ day: z.iso.date() }),
  },
} as const;
