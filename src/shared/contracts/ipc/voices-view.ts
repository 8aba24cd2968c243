import * as z from 'zod';
import { packIdSchema } from '../../ids.ts';
import { localizedSchema } from '../phrase.ts';

export const voicesAskSchema = z.strictObject({ pack: packIdSchema });

/** What the lessons of a pack ask, and whether it is recorded in Khmer ([VOI1]). */
export const voicesViewSchema = z.strictObject({
  lessons: z.array(
    z.strictObject({
      lesson: z.string(),
      title: localizedSchema,
      prompts: z.array(z.strictObject({ text: localizedSchema, recorded: z.boolean() })),
    }),
  ),
});
export type VoicesView = z.infer<typeof voicesViewSchema>;
