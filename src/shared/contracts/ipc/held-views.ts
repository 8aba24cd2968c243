import * as z from 'zod';
import { localizedSchema } from '../phrase.ts';
import { stationIdSchema } from '../../ids.ts';
import {
  decisionKindSchema,
  quarantineFilterSchema,
  quarantineItemSchema,
  quarantinePageSize,
} from '../quarantine.ts';

/** What an officer sees of one content held back ([SUP14]): as the hub tells it, with names. */
export const heldItemSchema = quarantineItemSchema
  .pick({
    content: true,
    reason: true,
    event: true,
    type: true,
    recordedMs: true,
    cameMs: true,
    wallMs: true,
    counted: true,
    counts: true,
    bytes: true,
  })
  .extend({
    stationName: localizedSchema.nullable(),
    learnerName: localizedSchema.nullable(),
    /** Whether it says that it is of a learner, known here or not. */
    ofLearner: z.boolean(),
    /** Who brought it; null where that is not known. */
    carrier: z.strictObject({ name: localizedSchema.nullable(), isOrigin: z.boolean() }).nullable(),
    decided: z
      .strictObject({
        kind: decisionKindSchema,
        reason: z.string(),
        /** The staff member's name, or the one given at the hub's keyboard; null for one unknown here. */
        who: localizedSchema.nullable(),
        wallMs: z.number().int(),
      })
      .nullable(),
  });
export type HeldItem = z.infer<typeof heldItemSchema>;

/** Pages shown at most below each other: whoever has more to decide decides over these first. */
export const mostHeldPages = 20;

/** What is to be shown of what is held back. */
export const heldAskSchema = quarantineFilterSchema.extend({
  pages: z.number().int().min(1).max(mostHeldPages),
});
export type HeldAsk = z.infer<typeof heldAskSchema>;

/** The first pages of what is held back; null while the hub can't be asked. */
export const heldViewSchema = z
  .strictObject({
    /** What was asked for, and beside it the other contents of their numbers, whatever their state. */
    items: z.array(heldItemSchema),
    /** How many of `items` were asked for. */
    shown: z
      .number()
      .int()
      .min(0)
      .max(mostHeldPages * quarantinePageSize),
    /** Whether there are further pages. */
    more: z.boolean(),
    open: z.number().int().min(0),
    decided: z.number().int().min(0),
    /** Stations to choose from. */
    stations: z.array(z.strictObject({ station: stationIdSchema, name: localizedSchema })),
  })
  .nullable();
export type HeldView = z.infer<typeof heldViewSchema>;
