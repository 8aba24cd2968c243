import { isAbsolute } from 'node:path';
import * as z from 'zod';
import { errorViewSchema } from '../../shared/contracts/ipc/views.ts';

/** What the station's process is started with: the one word of its command line, as JSON. */
export const stationStartSchema = z.strictObject({
  folder: z.string().refine(isAbsolute),
  appVersion: z.string(),
  kiosk: z.boolean(),
});
export type StationStart = z.infer<typeof stationStartSchema>;

/** Main → station process. A `connect` brings one message port, over which a window then speaks. */
export const orderSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('connect'), role: z.enum(['kiosk', 'supervisor']) }),
  z.strictObject({ kind: z.literal('stop') }),
]);
export type Order = z.infer<typeof orderSchema>;

/** Station process → main. */
export const reportSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('failed'), error: errorViewSchema }),
  z.strictObject({ kind: z.literal('sitting'), present: z.boolean() }),
]);
export type Report = z.infer<typeof reportSchema>;
