import * as z from 'zod';
import {
  auditDigestSchema,
  auditFilterSchema,
  auditPageSchema,
  auditPageSize,
  lockOutSchema,
} from '../audit.ts';
import { correctingSchema, correctionIdSchema } from '../correction.ts';
import { birthYearSchema, sexSchema } from '../documents/directory.ts';
import {
  dueSchema,
  erasedSchema,
  erasureReasonSchema,
  holdReasonSchema,
  retentionPolicySchema,
} from '../erasure.ts';
import {
  languageSchema,
  learnerIdSchema,
  packIdSchema,
  semverSchema,
  slugSchema,
  staffIdSchema,
} from '../../ids.ts';
import { localizedSchema } from '../phrase.ts';
import { pieceResultSchema } from '../piece.ts';

const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** A correction as people read it: what it says of the old, and by whom. */
const heldCorrectionSchema = z.strictObject({
  id: correctionIdSchema,
  what: correctingSchema,
  /** The hub's date, `YYYY-MM-DD`. */
  day: z.iso.date(),
  asked: staffIdSchema,
  confirmed: staffIdSchema,
  /** Whether another correction took it back. */
  withdrawn: z.boolean(),
});
export type HeldCorrection = z.infer<typeof heldCorrectionSchema>;

/** What the hub has of a record beside what stations show: as folded, with all corrections. */
const recordAboutSchema = z.strictObject({
  onHold: z.boolean(),
  lessons: z.array(
    z.strictObject({
      pack: packIdSchema,
      version: semverSchema,
      lesson: slugSchema,
      run: z.number().int().min(1),
      completedRuns: z.number().int().min(0),
    }),
  ),
  /** Oldest first; withdrawals stand in those they took back. */
  corrections: z.array(heldCorrectionSchema),
});
export type RecordAbout = z.infer<typeof recordAboutSchema>;

/** What is printed of a record: never the site, nor a number of the person ([OWN2]). */
const printedRecordSchema = recordAboutSchema.omit({ onHold: true }).extend({
  name: localizedSchema,
  sex: sexSchema.nullable(),
  birthYear: birthYearSchema.nullable(),
  language: languageSchema.nullable(),
  days: z.number().int().min(0),
  activeMs: z.number().int().min(0),
  attempts: z.number().int().min(0),
  right: z.number().int().min(0),
  /** Pieces they opened, with the best score each says of itself ([PCE4]). */
  pieces: z
    .array(
      z.strictObject({
        pack: packIdSchema,
        piece: slugSchema,
        completed: z.boolean(),
        best: pieceResultSchema.shape.score,
      }),
    )
    .default([]),
  /** Films watched with a group, and for how long in all, ms ([GRP7]). */
  films: z
    .strictObject({ count: z.number().int().min(0), shownMs: z.number().int().min(0) })
    .default({ count: 0, shownMs: 0 }),
  /** Days in the lab that an officer confirmed, and their minutes ([ATT7]). */
  attendance: z
    .strictObject({
      days: z.number().int().min(0),
      minutes: z.number().int().min(0),
      about: z.boolean(),
    })
    .default({ days: 0, minutes: 0, about: false }),
  /** The lab's date at the hub ([TTB14]), `YYYY-MM-DD`. */
  printed: z.iso.date(),
});
export type PrintedRecord = z.infer<typeof printedRecordSchema>;

const ofLearner = z.strictObject({ learner: learnerIdSchema });

/** What staff do about people's records, and who looked at them. */
export const recordCommands = {
  /** Two persons. */
  'record.correct': {
    type: 'record.correct',
    journalled: true,
    input: z.strictObject({ learner: learnerIdSchema, what: correctingSchema }),
    output: z.strictObject({ id: correctionIdSchema }),
  },
  /** Two persons. */
  'record.erase': {
    type: 'record.erase',
    journalled: true,
    input: z.strictObject({ learner: learnerIdSchema, reason: erasureReasonSchema }),
    output: erasedSchema,
  },
  'record.hold': {
    type: 'record.hold',
    journalled: true,
    input: z.strictObject({ learner: learnerIdSchema, reason: holdReasonSchema }),
    output: z.strictObject({}),
  },
  'record.release': {
    type: 'record.release',
    journalled: true,
    input: z.strictObject({ learner: learnerIdSchema, reason: holdReasonSchema }),
    output: z.strictObject({}),
  },
  /** Who was erased and where that waits for a station, and what is due. */
  'record.state': {
    type: 'record.state',
    journalled: false,
    input: z.strictObject({}),
    output: z.strictObject({
      erased: z.array(erasedSchema),
      policy: retentionPolicySchema,
      due: z.array(dueSchema),
    }),
  },
  'audit.read': {
    type: 'audit.read',
    journalled: false,
    input: z.strictObject({ filter: auditFilterSchema, after: z.string().max(40).nullable() }),
    output: auditPageSchema,
  },
  /** Staff locked out in the last days. */
  'audit.lock-outs': {
    type: 'audit.lock-outs',
    journalled: false,
    input: z.strictObject({}),
    output: z.strictObject({ lockOuts: z.array(lockOutSchema).max(auditPageSize) }),
  },
  'audit.digest': {
    type: 'audit.digest',
    journalled: false,
    input: z.strictObject({ month: monthSchema }),
    output: auditDigestSchema,
  },
  /** Corrections and hold, for who corrects or decides. */
  'record.about': {
    type: 'record.about',
    journalled: false,
    input: ofLearner,
    output: recordAboutSchema,
  },
  'record.print': {
    type: 'record.print',
    journalled: false,
    input: ofLearner,
    output: printedRecordSchema,
  },
  'retention.set': {
    type: 'retention.set',
    journalled: true,
    evident: true,
    input: z.strictObject({ policy: retentionPolicySchema }),
    output: z.strictObject({}),
  },
} as const;
