import * as z from 'zod';
import { stationIdSchema } from '../../ids.ts';
import { overrideSheetSchema } from '../override.ts';

/** Seats of one command. */
export const mostSheets = 64;

/** Sheets of codes that open locked seats ([OVR2]). A new one ends the one before. */
export const overrideCommands = {
  'override.make': {
    type: 'override.make',
    journalled: true,
    evident: true,
    input: z.strictObject({
      stations: z
        .array(stationIdSchema)
        .min(1)
        .max(mostSheets)
        .refine((stations) => new Set(stations).size === stations.length),
    }),
    /** The codes are in this answer only. */
    output: z.strictObject({ sheets: z.array(overrideSheetSchema).min(1).max(mostSheets) }),
  },
} as const;
