import * as z from 'zod';
import { commandIdSchema, learnerIdSchema } from '../../ids.ts';
import { learnerNotes } from '../note.ts';

/** What staff note of how somebody learns ([LPG4]). */
export const noteCommands = {
  'note.make': {
    type: 'note.make',
    journalled: true,
    input: z.strictObject({ learner: learnerIdSchema, note: z.enum(learnerNotes) }),
    output: z.strictObject({}),
  },
  'note.take-back': {
    type: 'note.take-back',
    journalled: true,
    input: z.strictObject({ learner: learnerIdSchema, note: commandIdSchema }),
    output: z.strictObject({}),
  },
} as const;
