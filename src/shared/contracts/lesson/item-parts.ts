import * as z from 'zod';
import { slugSchema } from '../../ids.ts';
import { asIssue, tellRule } from '../../words/rule.ts';
import { phraseSchema, pictureSchema } from '../phrase.ts';
import { trainsSchema } from '../training.ts';

/** One thing to choose, match or order: a picture, a word, or both. */
export const choiceOptionSchema = z
  .strictObject({
    id: slugSchema,
    label: phraseSchema.optional(),
    picture: pictureSchema.optional(),
  })
  .refine(
    (option) => option.label !== undefined || option.picture !== undefined,
    asIssue({ problem: tellRule('option.empty'), fix: tellRule('option.empty.fix') }),
  );
export type ChoiceOption = z.infer<typeof choiceOptionSchema>;

/** What every item has. */
export const itemBase = {
  id: slugSchema,
  prompt: phraseSchema,
  /** Shown above the answer region. */
  picture: pictureSchema.optional(),
  /** Shown large, to be read or copied: a letter, a word, a sum. */
  display: phraseSchema.optional(),
  /** Said and shown after the first wrong try. */
  hint: phraseSchema.optional(),
  /** Said and shown after a right answer, instead of the general praise. */
  praise: phraseSchema.optional(),
  skills: z.array(slugSchema).max(10).default([]),
  /** What is asked again in reviews ([REV1]). */
  trains: trainsSchema.optional(),
};
