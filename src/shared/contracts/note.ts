import * as z from 'zod';
import { commandIdSchema, learnerIdSchema, staffIdSchema } from '../ids.ts';

/**
 * What staff note of how somebody learns: one of a list, never in words of one's own, and nothing of
 * law, health or body ([LPG4]). A note is taken back by another record; none is changed.
 */

export const learnerNotes = [
  'does-well',
  'steady',
  'works-alone',
  'needs-beside',
  'read-aloud',
  'more-time',
  'smaller-steps',
  'more-practice',
  'shy-to-ask',
  'ready-next',
  'helps-others',
  'tutor-candidate',
] as const;
export type LearnerNote = (typeof learnerNotes)[number];

/** One of the list, or of a later Rean's. */
const notedSchema = z
  .string()
  .max(40)
  .regex(/^[a-z]+(-[a-z]+)*$/);

/** As the directory keeps it, sealed with the learner's key. */
export const noteRecordSchema = z.strictObject({
  /** The command that brought it, so that one that comes twice counts once. */
  id: commandIdSchema,
  learner: learnerIdSchema,
  /** Null where it only takes another back. */
  note: notedSchema.nullable(),
  takesBack: commandIdSchema.nullable(),
  /** The hub's date, `YYYY-MM-DD`. */
  day: z.iso.date(),
  by: staffIdSchema,
});
export type NoteRecord = z.infer<typeof noteRecordSchema>;
