import * as z from 'zod';
import { auditDigestSchema, auditFilterSchema, auditPageSchema } from '../audit.ts';
import { correctingSchema, correctionIdSchema } from '../correction.ts';
import {
  dueSchema,
  erasedSchema,
  erasureReasonSchema,
  holdReasonSchema,
  retentionPolicySchema,
} from '../erasure.ts';
import { learnerIdSchema } from '../../ids.ts';

const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

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
  'audit.digest': {
    type: 'audit.digest',
    journalled: false,
    input: z.strictObject({ month: monthSchema }),
    output: auditDigestSchema,
  },
} as const;
