import * as z from 'zod';
import { slugSchema } from '../../ids.ts';
import { phraseSchema, pictureSchema } from '../phrase.ts';
import { choiceOptionSchema, itemBase } from './item-parts.ts';

/** Something to look at and listen to; nothing to answer. */
export const presentItemSchema = z.strictObject({ ...itemBase, type: z.literal('present') });

/** Choose one, or several where `correct` names several. */
export const choiceItemSchema = z.strictObject({
  ...itemBase,
  type: z.literal('choice'),
  options: z.array(choiceOptionSchema).min(2).max(8),
  correct: z.array(slugSchema).min(1).max(8),
});

/** Join each of `left` with one of `right`. */
export const matchItemSchema = z.strictObject({
  ...itemBase,
  type: z.literal('match'),
  left: z.array(choiceOptionSchema).min(2).max(5),
  right: z.array(choiceOptionSchema).min(2).max(6),
  correct: z
    .array(z.tuple([slugSchema, slugSchema]))
    .min(2)
    .max(5),
});

/** Put into order; `elements` are written in the right order and shown shuffled. */
export const orderItemSchema = z.strictObject({
  ...itemBase,
  type: z.literal('order'),
  elements: z.array(choiceOptionSchema).min(2).max(7),
});

/** Type an answer. `accept` lists right answers; comparison ignores look-alike spellings ([LSN4]). */
export const textEntryItemSchema = z.strictObject({
  ...itemBase,
  type: z.literal('textEntry'),
  accept: z.array(z.string().min(1).max(100)).min(1).max(20),
  keyboard: z.enum(['khmer', 'latin', 'digits']),
});

/**
 * Write what is heard, or what the picture shows: `said` is heard where it is recorded, and is never
 * written before the answer is ([LSN16]). `accept` and `keyboard` as in a text entry.
 */
export const dictationItemSchema = z.strictObject({
  ...itemBase,
  type: z.literal('dictation'),
  picture: pictureSchema,
  said: phraseSchema,
  accept: textEntryItemSchema.shape.accept,
  keyboard: textEntryItemSchema.shape.keyboard,
});

/** Point at a number on a line. `tolerance` is in the line's own units. */
export const numberLineItemSchema = z.strictObject({
  ...itemBase,
  type: z.literal('numberLine'),
  min: z.number(),
  max: z.number(),
  step: z.number().positive(),
  /** Every how many units a mark carries its number. */
  labelEvery: z.number().positive(),
  correct: z.number(),
  tolerance: z.number().min(0).default(0),
  unit: z.enum(['none', 'riel']).default('none'),
});

/** Touch the right place or places of a picture. Areas are circles in percent of the picture. */
export const hotspotItemSchema = z.strictObject({
  ...itemBase,
  type: z.literal('hotspot'),
  scene: pictureSchema,
  areas: z
    .array(
      z.strictObject({
        id: slugSchema,
        x: z.number().min(0).max(100),
        y: z.number().min(0).max(100),
        r: z.number().min(2).max(50),
        name: phraseSchema,
      }),
    )
    .min(1)
    .max(10),
  correct: z.array(slugSchema).min(1).max(10),
});

/** Press the shown keys one after the other. `keys` are `KeyboardEvent.key` values. */
export const keyDrillItemSchema = z.strictObject({
  ...itemBase,
  type: z.literal('keyDrill'),
  keys: z.array(z.string().min(1).max(20)).min(1).max(20),
});
