import * as z from 'zod';
import { slugSchema } from '../ids.ts';

/** Courses for staff, taken in the supervisor window ([HPG5]); what each asks for is in `domain/staff-course`. */
export const staffCourses = ['supervising'] as const;
export type StaffCourse = (typeof staffCourses)[number];

/** What a course consists of. A further part has its line here, and in the version of the course that asks for it. */
export const staffCourseParts = ['reading', 'tour', 'acts', 'questions'] as const;
export type StaffCoursePart = (typeof staffCourseParts)[number];

/** By question: what was chosen. */
export const courseAnswersSchema = z.record(slugSchema, slugSchema);
export type CourseAnswers = z.infer<typeof courseAnswersSchema>;

export const courseVersionSchema = z.number().int().min(1).max(10_000);

/** That somebody finished a course, on which of the hub's dates. */
export const finishedCourseSchema = z.strictObject({
  /** A course of a later app is read as well. */
  course: slugSchema,
  version: courseVersionSchema,
  day: z.iso.date(),
});
export type FinishedCourse = z.infer<typeof finishedCourseSchema>;
