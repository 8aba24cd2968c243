import * as z from 'zod';
import { stationIdSchema } from '../../ids.ts';

/** The last step of closing the lab ([CLS4]). */
export const hubPowerCommands = {
  'hub.power-off': {
    type: 'hub.power-off',
    journalled: true,
    evident: true,
    input: z.strictObject({
      /** Seats that are still on, as whoever signs knows. */
      despite: z.array(stationIdSchema).max(500),
    }),
    output: z.strictObject({
      /** False where its system does not let it: then by its own button. */
      goes: z.boolean(),
    }),
  },
  /** That whoever signs has the computer go off that it comes from, the last of all ([CLS7]). */
  'desk.power-off': {
    type: 'desk.power-off',
    journalled: true,
    evident: true,
    input: z.strictObject({}),
    output: z.strictObject({}),
  },
} as const;
