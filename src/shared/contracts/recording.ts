import * as z from 'zod';
import { base64Schema, learnerIdSchema, packIdSchema, slugSchema } from '../ids.ts';
import { mostReadSeconds } from './lesson/read-aloud-item.ts';
import { sealingKeySchema } from './keyring.ts';

/** The most a recording may weigh, bytes: four times what 60 s of Opus at 24 kbit/s come to. */
export const mostRecordingBytes = 768 * 1024;
/** A little more than the time that is given, as windows are told late to stop, ms. */
const slackMs = 2_000;

/** WebM with Opus in base64, as the window recorded it. */
const audioSchema = base64Schema(mostRecordingBytes);

/** What a learner read, and how long it lasts. */
export const takeSchema = z.strictObject({
  audio: audioSchema,
  ms: z
    .number()
    .int()
    .min(1)
    .max(mostReadSeconds * 1000 + slackMs),
});
export type Take = z.infer<typeof takeSchema>;

/** A recording on the disk: whose it is, and everything else sealed with that learner's key ([RAL2]). */
export const sealedRecordingSchema = z.strictObject({
  v: z.literal(1),
  learner: learnerIdSchema,
  key: sealingKeySchema.shape.id,
  sealed: z.string(),
});

/** What is sealed. */
export const recordingSchema = takeSchema.extend({
  pack: packIdSchema,
  lesson: slugSchema,
  item: slugSchema,
});
export type Recording = z.infer<typeof recordingSchema>;
