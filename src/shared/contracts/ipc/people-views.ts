import * as z from 'zod';
import {
  courseIdSchema,
  groupIdSchema,
  languageSchema,
  packIdSchema,
  slugSchema,
  staffIdSchema,
} from '../../ids.ts';
import {
  birthYearSchema,
  cardNumberSchema,
  groupScopeSchema,
  sexSchema,
  staffRoles,
} from '../documents/directory.ts';
import { localizedSchema, phraseSchema } from '../phrase.ts';
import { finishedCourseSchema } from '../staff-course.ts';

/** What a supervisor window shows of accounts and groups, to those who see to them. */

/** What a site keeps of a learner besides what stands in a row ([ACC1]). */
export const accountViewSchema = z.strictObject({
  sex: sexSchema.nullable(),
  birthYear: birthYearSchema.nullable(),
  language: languageSchema,
  card: cardNumberSchema.nullable(),
  scope: groupScopeSchema,
  /** The group whose peer tutor they are now. */
  tutors: groupIdSchema.nullable(),
});
export type AccountView = z.infer<typeof accountViewSchema>;

/** The groups within somebody's reach, with how many may sign in of each. */
export const groupsViewSchema = z.strictObject({
  groups: z.array(
    z.strictObject({
      group: groupIdSchema,
      name: localizedSchema,
      symbol: z.string(),
      scope: groupScopeSchema,
      learners: z.number().int().min(0),
      /** Time all of them spent learning, whole minutes of it, ms. */
      activeMs: z.number().int().min(0),
      /** Courses an officer put some of them into, those of most first. */
      courses: z.array(courseIdSchema),
    }),
  ),
});
export type GroupsView = z.infer<typeof groupsViewSchema>;
export type ListedGroup = GroupsView['groups'][number];

/** The courses whose packs are here. */
export const coursesViewSchema = z.strictObject({
  courses: z.array(
    z.strictObject({
      course: courseIdSchema,
      title: phraseSchema,
      /** Taken by whom an officer puts into it, and by nobody else ([CRS3]). */
      byOfficer: z.boolean(),
      /** Lessons and pieces, in the order they are walked. */
      lessons: z.array(
        z.strictObject({ pack: packIdSchema, lesson: slugSchema, title: phraseSchema }),
      ),
    }),
  ),
});
export type CoursesView = z.infer<typeof coursesViewSchema>;

/** Everybody who is or was appointed here. */
export const teamViewSchema = z.strictObject({
  staff: z.array(
    z.strictObject({
      staff: staffIdSchema,
      name: localizedSchema,
      role: z.enum(staffRoles),
      scopes: z.array(groupScopeSchema),
      groups: z.array(groupIdSchema),
      /** Their appointment has ended. */
      ended: z.boolean(),
      /** Courses for staff that they finished. */
      trained: z.array(finishedCourseSchema),
    }),
  ),
});
/** Courses for staff that one has finished oneself, the first first. */
export const trainedViewSchema = z.array(finishedCourseSchema);

export type TeamView = z.infer<typeof teamViewSchema>;
export type ListedStaff = TeamView['staff'][number];
