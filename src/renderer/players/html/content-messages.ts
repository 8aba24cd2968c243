import * as z from 'zod';
import { pieceResultSchema, placeSchema } from '../../../shared/contracts/piece.ts';

/**
 * What a page made for Rean may post to the window around it. All of it is optional: a page that posts
 * nothing plays too, and is done when its learner says so.
 */
export const contentMessages = z.discriminatedUnion('rean', [
  /** Asks for the place saved last; answered with `{ rean: 'place', place }`, null where there is none. */
  z.object({ rean: z.literal('where') }),
  z.object({ rean: z.literal('place'), place: placeSchema }),
  z.object({
    rean: z.literal('result'),
    score: pieceResultSchema.shape.score.default(null),
    passed: pieceResultSchema.shape.passed.default(null),
    completed: z.boolean().default(false),
  }),
]);
