import * as z from 'zod';
import { hubRunSchema } from './commands/staff-command.ts';

/**
 * How far a station has heard what a hub tells as it moves and keeps in no database, for the question after
 * that; nothing at first. A hub that was started anew counts anew.
 */
export const hubSeenSchema = z.strictObject({
  /** Which run of the hub. */
  hub: hubRunSchema,
  number: z.number().int().min(0),
});
export type HubSeen = z.infer<typeof hubSeenSchema>;

/** The same as a query. */
export const hubSeenQuerySchema = z.strictObject({
  hub: hubRunSchema.optional(),
  number: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .optional(),
});
