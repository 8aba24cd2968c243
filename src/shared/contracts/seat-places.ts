import * as z from 'zod';
import { stationIdSchema } from '../ids.ts';

/** Where seats stand in the lab ([SUP21]): spots of a grid, with as many left free for aisles as there are. */

export const mostColumns = 8;
export const mostRows = 8;

export const spotSchema = z.strictObject({
  /** From 1, left to right as one looks into the room. */
  column: z.number().int().min(1).max(mostColumns),
  /** From 1, front to back. */
  row: z.number().int().min(1).max(mostRows),
});
export type Spot = z.infer<typeof spotSchema>;

const placeSchema = spotSchema.extend({ station: stationIdSchema });

/** Each station once, and no two on one spot. */
export const seatPlacesSchema = z
  .array(placeSchema)
  .max(mostColumns * mostRows)
  .refine((places) => new Set(places.map(({ station }) => station)).size === places.length)
  .refine((places) => new Set(places.map(spotKey)).size === places.length);
export type SeatPlaces = z.infer<typeof seatPlacesSchema>;

/** One spot as a key. */
export function spotKey({ column, row }: Spot): string {
  return `${column}:${row}`;
}
