import * as z from 'zod';
import { machineIdSchema } from '../machine.ts';

/** The replication machine's states, as written in SPEC [SYN1]. */
export const syncPhaseSchema = z.enum([
  'starting',
  'idle',
  'pushing',
  'confirming',
  'pulling',
  'backing-off',
  'blocked',
  'stopped',
]);
export type SyncPhase = z.infer<typeof syncPhaseSchema>;

/** Something a person should know about this station; `code` is translated by the window. */
export const noticeViewSchema = z.strictObject({
  code: z.enum([
    'store-set-aside',
    'store-full',
    'hub-refused',
    'hub-forked',
    'hub-certificate-mismatch',
    'hub-address-wrong',
    'clock-far-off',
    'pack-damaged',
    'document-unknown-version',
    'disk-filling',
    'disk-nearly-full',
    'stations-disk-filling',
    'stations-disk-nearly-full',
    'hub-disk-filling',
    'hub-disk-nearly-full',
    'store-salvaged',
    'store-not-salvaged',
    'pack-key-revoked',
  ]),
  /** For the technician: a path, an address. */
  detail: z.string(),
});
export type NoticeView = z.infer<typeof noticeViewSchema>;

export const stationStatusSchema = z.strictObject({
  phase: syncPhaseSchema,
  /** Whether the hub answered the last time it was asked. */
  hubReachable: z.boolean(),
  /** Events of this station no receipt covers yet. */
  waiting: z.number().int().min(0),
  /** Age of the last receipt, ms; null if this station never had one. */
  receiptAgeMs: z.number().min(0).nullable(),
  /** While the hub is away; null otherwise ([PER9]). */
  peers: z
    .strictObject({
      /** Stations together without it, this one included. */
      stations: z.number().int().min(1),
      /** Of the events that wait, those another station holds a copy of. */
      copied: z.number().int().min(0),
    })
    .nullable(),
  notices: z.array(noticeViewSchema),
  /** Which PC the hub takes this one for, where two are one station ([CLO2]); null where it did not say. */
  machine: machineIdSchema.nullable(),
});
export type StationStatus = z.infer<typeof stationStatusSchema>;
