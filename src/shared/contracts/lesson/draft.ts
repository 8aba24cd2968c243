import * as z from 'zod';
import { slugSchema } from '../../ids.ts';
import { tracePoints } from './response.ts';

const percent = z.number().min(0).max(100);
const wholePercent = z.number().int().min(0).max(100);
const counted = z.number().int().min(0).max(10_000);
const pairs = (most: number) => z.array(z.tuple([slugSchema, slugSchema])).max(most);
const places = (most: number) => z.array(slugSchema.nullable()).max(most);

/**
 * An answer that is being made, by the type of item: what is chosen, joined, placed or typed before it is checked, as it
 * is carried to where its learner goes on ([SIT7]). What only passes (a key that was wrong, a voice that was not handed
 * in) is no part of it.
 */
export const keptDraftSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('choice'),
    chosen: z.array(slugSchema).max(8),
    tried: z.array(slugSchema).max(8),
  }),
  z.strictObject({
    type: z.literal('match'),
    pairs: pairs(6),
    held: z.strictObject({ side: z.enum(['left', 'right']), id: slugSchema }).nullable(),
  }),
  z.strictObject({ type: z.literal('order'), places: places(7) }),
  z.strictObject({ type: z.literal('associate'), places: places(8) }),
  z.strictObject({
    type: z.literal('textEntry'),
    text: z.string().max(200),
    caret: z.number().int().min(0).max(200),
  }),
  z.strictObject({ type: z.literal('numberLine'), value: z.number() }),
  z.strictObject({
    type: z.literal('hotspot'),
    marks: z.array(z.strictObject({ x: percent, y: percent, area: slugSchema.nullable() })).max(11),
  }),
  z.strictObject({ type: z.literal('keyDrill'), pressed: counted, misses: counted }),
  z.strictObject({ type: z.literal('mouseDrill'), done: counted, misses: counted }),
  z.strictObject({
    type: z.literal('gapMatch'),
    pairs: pairs(6),
    held: slugSchema.nullable(),
  }),
  z.strictObject({
    type: z.literal('inlineChoice'),
    chosen: pairs(4),
    tried: pairs(4),
    at: slugSchema.nullable(),
  }),
  z.strictObject({
    type: z.literal('trace'),
    strokes: z.array(z.array(z.tuple([wholePercent, wholePercent])).max(tracePoints)).max(8),
  }),
]);
export type KeptDraft = z.infer<typeof keptDraftSchema>;
