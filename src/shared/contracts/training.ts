import * as z from 'zod';
import { slugSchema } from '../ids.ts';
import { asIssue, tellRule } from '../words/rule.ts';

/** What answers train: skills that are mastered, and things that come again when they would be forgotten. */

/** What comes again: a letter or sign, a word, or a fact of numbers ([REV1]). */
export const trainingKinds = ['letter', 'word', 'fact'] as const;

/** In an item: the one thing it trains, written as it is learned: `ក`, `ផ្ទះ`, `3+4`. */
export const trainsSchema = z.strictObject({
  kind: z.enum(trainingKinds),
  of: z
    .string()
    .min(1)
    .max(40)
    .refine(
      (text) => text === text.normalize('NFC').trim(),
      asIssue({ problem: tellRule('trains.composed'), fix: tellRule('type-again.fix') }),
    ),
});
export type Trains = z.infer<typeof trainsSchema>;

/** `letter:ក`: the same thing in every lesson of every pack. */
export const cardKeySchema = z
  .string()
  .max(48)
  .regex(/^(letter|word|fact):.+$/su)
  .brand<'CardKey'>();
export type CardKey = z.infer<typeof cardKeySchema>;

/** What an answer says of it, in its event. */
export const trainedSchema = z.strictObject({
  skills: z.array(slugSchema).max(10),
  card: cardKeySchema.nullable(),
});
export type Trained = z.infer<typeof trainedSchema>;
