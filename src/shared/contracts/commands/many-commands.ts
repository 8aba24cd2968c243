import * as z from 'zod';
import { groupIdSchema, learnerIdSchema } from '../../ids.ts';
import { manyJudgedSchema, mostAtOnce } from '../many-learners.ts';
import { learnerReasons } from './learner-commands.ts';

/**
 * What officers do about many learners at once ([LST3]). Whoever is already as asked is left as they
 * are, so that the same again does nothing twice, and completes what was cut off.
 */

const learners = z.array(learnerIdSchema).min(1).max(mostAtOnce);

export const manyCommands = {
  'learners.move': {
    type: 'learners.move',
    journalled: true,
    reasons: learnerReasons.change,
    input: z.strictObject({ learners, group: groupIdSchema, misfits: z.boolean() }),
    output: manyJudgedSchema,
  },
  'learners.close': {
    type: 'learners.close',
    journalled: true,
    reasons: learnerReasons.close,
    input: z.strictObject({ learners }),
    output: manyJudgedSchema,
  },
} as const;
