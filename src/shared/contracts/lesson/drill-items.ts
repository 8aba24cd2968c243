import * as z from 'zod';
import { pictureSchema } from '../phrase.ts';
import { itemBase } from './item-parts.ts';

/** Items done with the hand: drawing along a line, and using the mouse ([LSN12], [LSN13]). */

const percent = z.number().min(0).max(100);

/** A point of a square field, in percent from its top left corner. */
const pointSchema = z.tuple([percent, percent]);
export type Point = readonly [x: number, y: number];

/**
 * Draw a letter, stroke by stroke. `strokes` are its lines as the hand goes, in their order and
 * direction; `tolerance` says how far beside them a hand may go, in percent of the field.
 */
export const traceItemSchema = z.strictObject({
  ...itemBase,
  type: z.literal('trace'),
  strokes: z.array(z.array(pointSchema).min(2).max(40)).min(1).max(8),
  tolerance: z.number().min(5).max(30).default(14),
});

/** Where a target lies, in percent of the room that is left for it. */
const place = { x: percent, y: percent };

/** What to do with a target: rest on it, click it, click it twice, or carry it to a place. */
const mouseStepSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('point'), ...place }),
  z.strictObject({ do: z.literal('click'), ...place }),
  z.strictObject({ do: z.literal('doubleClick'), ...place }),
  z.strictObject({ do: z.literal('drag'), ...place, to: z.strictObject(place) }),
]);
export type MouseStep = z.infer<typeof mouseStepSchema>;

/** Use the mouse on one target after the other. */
export const mouseDrillItemSchema = z.strictObject({
  ...itemBase,
  type: z.literal('mouseDrill'),
  steps: z.array(mouseStepSchema).min(1).max(10),
  /** What the targets look like; a plain disc where none is given. */
  target: pictureSchema.optional(),
  /** What things are carried to. */
  goal: pictureSchema.optional(),
  /** Width and height of a target, CSS px. */
  size: z.number().min(96).max(240).default(120),
});
