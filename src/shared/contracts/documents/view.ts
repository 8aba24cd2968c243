import * as z from 'zod';
import { learnerIdSchema, staffIdSchema } from '../../ids.ts';

/** Looking at a person's record leaves a trace ([AUD1]). */

/** What was looked at. */
export const viewParts = [
  /** The list of everybody, with how far each is. */
  'list',
  /** One learner's page. */
  'page',
  /** Contents the hub holds back. */
  'held',
  /** A record printed or given out. */
  'print',
  /** The audit trail itself. */
  'audit',
  /** No look: they said who was there as a film was shown to a group, or corrected it ([GRP6]). */
  'attendance',
] as const;
export const viewPartSchema = z.enum(viewParts);
export type ViewPart = (typeof viewParts)[number];

/** What somebody was doing as they came to look, where what was looked at does not say it. */
export const viewReasons = [
  /** A page, from the list of learners, or from a seat in the room. */
  'from-list',
  'from-room',
  /** One person's record at the hub, to correct, hold or erase it. */
  'to-decide',
  /** Everybody: to bring in a list, or to save one. */
  'to-bring-in',
  'to-save',
  /** Everybody who was at films that were shown to groups. */
  'viewings',
  /** Groups' sheets of attendance. */
  'sheets',
  /** A report of groups, looked at or given out ([RPT5]). */
  'report',
] as const;

/** Somebody looked: what the station that showed it recorded before it showed it. */
export const viewSchema = z.strictObject({
  staff: staffIdSchema,
  /** Whose record; null for a list of many. */
  learner: learnerIdSchema.nullable(),
  part: viewPartSchema,
  /** One of `viewReasons`, or of a later Rean's; null where the part says all. */
  reason: z
    .string()
    .regex(/^[a-z]+(-[a-z]+)*$/)
    .nullable(),
});
export type View = z.infer<typeof viewSchema>;
