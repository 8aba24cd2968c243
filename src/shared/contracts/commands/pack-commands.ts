import * as z from 'zod';
import { packIdSchema, semverSchema } from '../../ids.ts';

/** What staff do about the packs of their site. */
export const packCommands = {
  'pack.choose': {
    type: 'pack.choose',
    journalled: true,
    evident: true,
    reasons: 'own-words',
    input: z.strictObject({ pack: packIdSchema, version: semverSchema }),
    output: z.strictObject({}),
  },
} as const;
