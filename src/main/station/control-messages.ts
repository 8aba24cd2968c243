import { isAbsolute } from 'node:path';
import * as z from 'zod';
import { lockdownStatesSchema } from '../../shared/contracts/maintenance.ts';
import { leavings } from '../../shared/contracts/seat-order.ts';
import { errorViewSchema } from '../../shared/contracts/ipc/views.ts';

/** What the station's process is started with: the one word of its command line, as JSON. */
export const stationStartSchema = z.strictObject({
  folder: z.string().refine(isAbsolute),
  appVersion: z.string(),
  kiosk: z.boolean(),
  /** What technicians are told of the app. */
  app: z.strictObject({
    runtime: z.strictObject({ electron: z.string(), chromium: z.string() }),
    lockdown: lockdownStatesSchema,
  }),
});
export type StationStart = z.infer<typeof stationStartSchema>;

/** Longer than the address of any file. */
export const packRequestSchema = z.strictObject({
  method: z.string().max(20),
  /** A path in Khmer takes nine letters for each of its own. */
  url: z.string().max(4_000),
  range: z.string().max(200).nullable(),
  ifRange: z.string().max(200).nullable(),
});

const packAnswerSchema = z.strictObject({
  status: z.literal([200, 206, 404, 405, 416, 500]),
  headers: z.record(z.string(), z.string()),
  body: z
    .union([
      z.strictObject({
        blobPath: z.string().refine(isAbsolute),
        start: z.number().int().min(0),
        length: z.number().int().min(0),
      }),
      z.strictObject({ bytes: z.instanceof(Uint8Array) }),
    ])
    .nullable(),
});

/** The longest that a page may say of its course at once, bytes. */
export const maxCourseBody = 512 * 1024;

export const courseCallSchema = z.strictObject({
  method: z.string().max(20),
  url: z.string().max(16_000),
  headers: z.record(z.string().max(100), z.string().max(2_000)),
  body: z
    .instanceof(Uint8Array)
    .refine(({ length }) => length <= maxCourseBody)
    .nullable(),
});

const courseAnswerSchema = z.strictObject({
  status: z.number().int().min(200).max(599),
  headers: z.record(z.string(), z.string()),
  body: z.union([z.string(), z.instanceof(Uint8Array)]).nullable(),
});

const askId = z.number().int().min(1);

/** Main → station process. A `connect` brings one message port, over which a window then speaks. */
export const orderSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('connect'), role: z.enum(['kiosk', 'supervisor']) }),
  z.strictObject({ kind: z.literal('pack'), id: askId, request: packRequestSchema }),
  z.strictObject({ kind: z.literal('course'), id: askId, call: courseCallSchema }),
  z.strictObject({ kind: z.literal('microphone'), id: askId }),
  z.strictObject({ kind: z.literal('stop') }),
]);
export type Order = z.infer<typeof orderSchema>;

/** Station process → main. */
export const reportSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('failed'), error: errorViewSchema }),
  z.strictObject({ kind: z.literal('sitting'), present: z.boolean() }),
  /** It stands on another PC than its own: how far it is with bringing what it holds ([FBT4]). */
  z.strictObject({
    kind: z.literal('elsewhere'),
    hubReachable: z.boolean(),
    waiting: z.number().int().min(0),
  }),
  /** The app is to start anew, or to end ([PWR3]). */
  z.strictObject({ kind: z.literal('leave'), to: z.enum(leavings) }),
  z.strictObject({ kind: z.literal('pack'), id: askId, answer: packAnswerSchema }),
  z.strictObject({ kind: z.literal('course'), id: askId, answer: courseAnswerSchema }),
  z.strictObject({ kind: z.literal('microphone'), id: askId, answer: z.boolean() }),
]);
export type Report = z.infer<typeof reportSchema>;
