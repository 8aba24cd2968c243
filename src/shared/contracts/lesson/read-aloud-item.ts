import * as z from 'zod';
import { phraseSchema } from '../phrase.ts';
import { itemBase } from './item-parts.ts';

/** The longest that anybody reads at once, seconds. */
export const mostReadSeconds = 60;

/**
 * Read a text aloud and hear oneself ([RAL1]). Nobody marks it: it is done when its learner says so,
 * with a recording or without.
 */
export const readAloudItemSchema = z.strictObject({
  ...itemBase,
  type: z.literal('readAloud'),
  /** What is read; its recording, where there is one, is how a good reader reads it. */
  display: phraseSchema,
  /** After how many seconds a recording ends by itself. */
  seconds: z.number().int().min(5).max(mostReadSeconds).default(30),
});
