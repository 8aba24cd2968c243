import * as z from 'zod';
import { learnerIdSchema, stationIdSchema } from '../../ids.ts';
import { lookIdSchema } from '../look.ts';

/** Staff look at what a learner has on their screen ([LOK1]). */
export const lookCommands = {
  'seat.look': {
    type: 'seat.look',
    journalled: true,
    input: z.strictObject({ station: stationIdSchema, learner: learnerIdSchema }),
    /** What the picture is fetched by, once. */
    output: z.strictObject({ look: lookIdSchema }),
  },
} as const;
