import * as z from 'zod';
import { slugSchema } from '../../ids.ts';
import { phraseSchema, pictureSchema } from '../phrase.ts';
import { gapsIn } from './gap-text.ts';
import { choiceOptionSchema, itemBase } from './item-parts.ts';

/** Items whose answer is filled into a sentence or a picture, or made of pairs from one set ([LSN10]). */

/**
 * Put words or pictures into gaps: of a `text` that writes each as `{gap-id}`, or of a picture
 * (`scene`), whose gaps have places. `correct` pairs a choice with its gap, as QTI does.
 */
export const gapMatchItemSchema = z.strictObject({
  ...itemBase,
  type: z.literal('gapMatch'),
  text: phraseSchema.optional(),
  scene: pictureSchema.optional(),
  /** In a picture: middles of gaps, in percent of its width and height. In a text there are none. */
  gaps: z
    .array(
      z.strictObject({
        id: slugSchema,
        x: z.number().min(8).max(92),
        y: z.number().min(8).max(92),
        name: phraseSchema,
      }),
    )
    .max(6)
    .default([]),
  choices: z.array(choiceOptionSchema).min(2).max(6),
  correct: z
    .array(z.tuple([slugSchema, slugSchema]))
    .min(1)
    .max(6),
});

/** Choose, in each gap of a text, among the words given for it. The text writes each as `{gap-id}`. */
export const inlineChoiceItemSchema = z.strictObject({
  ...itemBase,
  type: z.literal('inlineChoice'),
  text: phraseSchema,
  gaps: z
    .array(
      z.strictObject({
        id: slugSchema,
        options: z
          .array(z.strictObject({ id: slugSchema, label: phraseSchema }))
          .min(2)
          .max(5),
        correct: slugSchema,
      }),
    )
    .min(1)
    .max(4),
});

/** Find the pairs among one set of things; which of a pair comes first doesn't matter. */
export const associateItemSchema = z.strictObject({
  ...itemBase,
  type: z.literal('associate'),
  choices: z.array(choiceOptionSchema).min(2).max(8),
  correct: z
    .array(z.tuple([slugSchema, slugSchema]))
    .min(1)
    .max(4),
});

type GapMatchItem = z.infer<typeof gapMatchItemSchema>;

/** The gaps of a gap match in the order they are read: as in the Khmer text, or as listed for a picture. */
export function gapsOf({ text, gaps }: Pick<GapMatchItem, 'text' | 'gaps'>): string[] {
  return text === undefined ? gaps.map(({ id }) => id) : gapsIn(text.km);
}
