import * as z from 'zod';
import { base64Schema, learnerIdSchema } from '../ids.ts';

/**
 * What a learner has on their screen, shown to staff who ask ([LOK1]): a small picture of the lesson
 * area, asked of the seat and brought by it. It lies in no database and on no disk, and at the hub no longer
 * than somebody waits for it ([LOK6]).
 */

/** One look: 128 random bits, drawn by the hub as it puts the look on record. */
export const lookIdSchema = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .brand<'LookId'>();
export type LookId = z.infer<typeof lookIdSchema>;

/** Neither side of a picture is longer, pixels; nor is a picture larger, bytes. */
export const mostLookSide = 480;
export const mostLookBytes = 60 * 1024;
/** POST /v1/look, bytes: a picture in base64, and what stands around it. */
export const mostLookBody = 96 * 1024;

/** A look is over after this, whether it was answered or not, ms. */
export const lookLastsMs = 8000;
/** A seat's station does not wait longer for its own window, ms. */
export const lookShownWithinMs = 5000;
/** How long the hub holds what a seat's station asks, ms. */
export const lookHoldMs = 20_000;
/** Between one look at a seat and the next, ms. */
export const lookEveryMs = 2000;
/** How long a learner is told that somebody looks, or just did, ms. */
export const lookToldMs = 12_000;

/** JPEG, of `mostLookSide` and `mostLookBytes` at most. */
export const lookPictureSchema = z.strictObject({ jpeg: base64Schema(mostLookBytes).min(4) });
export type LookPicture = z.infer<typeof lookPictureSchema>;

/** A part of a window, CSS pixels from its left and top. */
const lengthSchema = z.number().int().min(0).max(20_000);
export const lookAreaSchema = z.strictObject({
  x: lengthSchema,
  y: lengthSchema,
  width: lengthSchema.min(1),
  height: lengthSchema.min(1),
});
export type LookArea = z.infer<typeof lookAreaSchema>;

/** What a kiosk's window is told while somebody looks, and for a moment after. */
export const lookViewSchema = z.strictObject({
  look: lookIdSchema,
  /** Whether it is to show its lesson area now. */
  wanted: z.boolean(),
});
export type LookView = z.infer<typeof lookViewSchema>;

/**
 * Why there is no picture: no lesson is open there any more, or another learner's; it is read by choice, which is
 * nobody's business ([LIB4]); the seat could not make one, or said nothing.
 */
const noPictureSchema = z.enum(['gone', 'private', 'failed']);

export const lookAnswerSchema = z.discriminatedUnion('result', [
  z.strictObject({ result: z.literal('shown'), picture: lookPictureSchema }),
  z.strictObject({ result: z.literal('nothing'), why: noPictureSchema }),
]);
export type LookAnswer = z.infer<typeof lookAnswerSchema>;

/** GET /v1/look, asked by a kiosk: held until somebody looks at its seat, at most 20 s. */
export const wantedLookSchema = z.strictObject({
  look: z
    .strictObject({
      id: lookIdSchema,
      /** Whose lesson: where another sits there by now, nothing is shown. */
      learner: learnerIdSchema,
    })
    .nullable(),
});
export type WantedLook = NonNullable<z.infer<typeof wantedLookSchema>['look']>;

/** GET /v1/look?look=…, asked by the supervisor’s station whose look it is: held until the seat has answered. */
export const lookQuerySchema = z.strictObject({ look: lookIdSchema.optional() });

/** POST /v1/look: a kiosk answers. */
export const lookGivenSchema = z.strictObject({ look: lookIdSchema, answer: lookAnswerSchema });

/** Whether anybody still waited for it. */
export const lookTakenSchema = z.strictObject({ v: z.literal(1), taken: z.boolean() });
