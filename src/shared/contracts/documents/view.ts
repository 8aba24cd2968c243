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
] as const;
export const viewPartSchema = z.enum(viewParts);
export type ViewPart = (typeof viewParts)[number];

/** Somebody looked: what the station that showed it recorded before it showed it. */
export const viewSchema = z.strictObject({
  staff: staffIdSchema,
  /** Whose record; null for a list of many. */
  learner: learnerIdSchema.nullable(),
  part: viewPartSchema,
  /** Why, where it was asked. */
  reason: z
    .string()
    .regex(/^[a-z]+(-[a-z]+)*$/)
    .nullable(),
});
export type View = z.infer<typeof viewSchema>;
