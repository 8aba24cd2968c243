import * as z from 'zod';
import { recordingIdSchema, slugSchema } from '../../ids.ts';

/** Most points of a stroke that are kept. */
export const tracePoints = 40;
const wholePercent = z.number().int().min(0).max(100);

/** What a learner answered, by the type of item. */
export const responseSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('present') }),
  z.strictObject({ type: z.literal('choice'), chosen: z.array(slugSchema).max(8) }),
  z.strictObject({
    type: z.literal('match'),
    pairs: z.array(z.tuple([slugSchema, slugSchema])).max(6),
  }),
  z.strictObject({ type: z.literal('order'), order: z.array(slugSchema).max(7) }),
  z.strictObject({ type: z.literal('textEntry'), text: z.string().max(200) }),
  z.strictObject({ type: z.literal('numberLine'), value: z.number() }),
  z.strictObject({ type: z.literal('hotspot'), touched: z.array(slugSchema).max(10) }),
  z.strictObject({
    type: z.literal('keyDrill'),
    /** Keys pressed that were not the one asked for. */
    misses: z.number().int().min(0).max(10_000),
    finished: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('gapMatch'),
    /** Choice, gap. */
    pairs: z.array(z.tuple([slugSchema, slugSchema])).max(6),
  }),
  z.strictObject({
    type: z.literal('inlineChoice'),
    /** Gap, option. */
    chosen: z.array(z.tuple([slugSchema, slugSchema])).max(4),
  }),
  z.strictObject({
    type: z.literal('associate'),
    pairs: z.array(z.tuple([slugSchema, slugSchema])).max(4),
  }),
  z.strictObject({
    type: z.literal('trace'),
    /** Lines drawn, thinned out to whole percents ([LSN12]). */
    strokes: z.array(z.array(z.tuple([wholePercent, wholePercent])).max(tracePoints)).max(8),
  }),
  z.strictObject({
    type: z.literal('mouseDrill'),
    /** Clicks beside the target, and things let go of beside their place. */
    misses: z.number().int().min(0).max(10_000),
    finished: z.boolean(),
  }),
  z.strictObject({ type: z.literal('dictation'), text: z.string().max(200) }),
  /** What was kept of it at the station; null where it was read without a microphone ([RAL1]). */
  z.strictObject({ type: z.literal('readAloud'), recording: recordingIdSchema.nullable() }),
]);
export type Response = z.infer<typeof responseSchema>;
