import * as z from 'zod';
import {
  generationSchema,
  segmentSchema,
  siteIdSchema,
  stationIdSchema,
  storeIdSchema,
} from '../ids.ts';
import { hubRunSchema } from './commands/staff-command.ts';
import { machineIdSchema, selfQuerySchema } from './machine.ts';
import { localizedSchema } from './phrase.ts';
import { labDaySchema } from './documents/event.ts';
import { vectorSchema } from './documents/state.ts';
import { stationKindSchema } from './documents/directory.ts';
import { wrappedKeyringSchema } from './keyring.ts';
import { seqRangesSchema } from '../seq-range.ts';
import { sequenceSchema, sequenceTextSchema } from '../sequence.ts';

/** The hub's HTTP API beside the databases: JSON over TLS under `/v1`, one station's credentials. */

const partSchema = z.number().min(0).max(1);

/** What the hub says of the time ([LAB1]). */
const labTime = {
  hubWallMs: z.number().int(),
  labDay: labDaySchema,
  /** How far the time of day that staff confirmed is ahead of the hub's clock, ms; left out where nobody did. */
  labAheadMs: z.number().int().optional(),
};
const labTimeSchema = z.strictObject(labTime);
export type LabTime = z.infer<typeof labTimeSchema>;

/** What a backup lacks to be enough to get a hub back: the keys it needs, a disk of its own ([BAK5]). */
export const backupLacksSchema = z.array(z.enum(['keys', 'disk'])).max(2);

/** The last verified backup ([BAK2]), by the hub's clock. */
export const lastBackupSchema = z.strictObject({
  /** The lab's date, `YYYY-MM-DD`. */
  date: z.iso.date(),
  /** Whole days since; null where the hub's clock was put back since. */
  days: z.number().int().min(0).nullable(),
  lacks: backupLacksSchema.optional(),
});
export type LastBackup = z.infer<typeof lastBackupSchema>;

/** GET /healthz, open to anyone on the LAN: whether the hub is well, and nothing else ([HUB2]). */
export const aliveSchema = z.strictObject({ ok: z.boolean() });
export type Alive = z.infer<typeof aliveSchema>;

/** GET /healthz for a station of the site, and `rean hub status`: how the hub is, and nothing about people. */
export const healthSchema = z.strictObject({
  ok: z.boolean(),
  version: z.string(),
  generation: generationSchema,
  /** Events taken in but not yet folded. */
  unfolded: z.number().int().min(0),
  quarantined: z.number().int().min(0),
  /** Records that nobody has brought though later ones are here; an earlier hub does not tell ([HUB18]). */
  missing: z.number().int().min(0).optional(),
  /** Learners whose records can't be folded; an earlier hub does not tell ([FLD10]). */
  stuck: z.number().int().min(0).optional(),
  /** Whether it was restored, and waits for what its stations hold ([REC1]). */
  recovering: z.boolean().default(false),
  /** Bytes free where the hub's data lies; null where the system won't say. */
  diskFreeBytes: z.number().min(0).nullable(),
  /** The part of that disk that is taken, from 0 to 1; null where the system won't say ([RET3]). */
  diskUsedPart: partSchema.nullable().default(null),
  /** Null while there never was one ([RET3]); a hub of before does not tell. */
  lastBackup: lastBackupSchema.nullable().optional(),
});
export type Health = z.infer<typeof healthSchema>;

/** GET /v1/hello: what a station needs before its first sync run. */
export const helloSchema = z.strictObject({
  site: siteIdSchema,
  name: localizedSchema,
  station: stationIdSchema,
  kind: stationKindSchema,
  generation: generationSchema,
  /** Segments to push to, oldest first. */
  segments: z.array(segmentSchema).min(1),
  ...labTime,
  /** For what staff sign ([CMD3]); a hub of before does not tell. */
  hubRun: hubRunSchema.optional(),
  /** Which of the PCs that are this station it takes the asker for ([CLO2]). */
  machine: machineIdSchema.optional(),
});
export type Hello = z.infer<typeof helloSchema>;

/**
 * GET /v1/notice?generation&directory&state&journal: held open until one of them moves on, at most
 * 25 s ([SYN6]). They are the databases' update sequences.
 */
export const noticeQuerySchema = z.strictObject({
  ...selfQuerySchema.shape,
  generation: generationSchema,
  directory: sequenceTextSchema,
  state: sequenceTextSchema,
  journal: sequenceTextSchema,
  /** The number of the keyring that lies on the station's disk; none where it can't say ([ERA3]). */
  keyring: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .nullable()
    .default(null),
});
export const noticeSchema = z.strictObject({
  generation: generationSchema,
  directory: sequenceSchema,
  state: sequenceSchema,
  journal: sequenceSchema,
  keyring: z.number().int().min(0),
  /** Once staff have confirmed the day in this run of the hub, so that every seat knows it at once ([TTB2]). */
  time: labTimeSchema.optional(),
});
export type Notice = z.infer<typeof noticeSchema>;

/** POST /v1/receipt: a station says what it has; the hub answers what it durably holds. */
export const receiptRequestSchema = z.strictObject({
  store: storeIdSchema,
  /** The highest seq in this store. */
  lastSeq: z.number().int().min(0),
  /** Events without a receipt yet. */
  waiting: z.number().int().min(0),
  appVersion: z.string().max(40),
  /** The part of the station's disk that is taken; null where its system won't say. */
  diskUsedPart: partSchema.nullable().default(null),
});
export type ReceiptRequest = z.input<typeof receiptRequestSchema>;

/**
 * How far a store is held where a person gave up some of its events ([HUB18]): `upTo` there is every
 * event but those. Whoever has one of those still sends it, and lets go of nothing before.
 */
const heldPastSchema = z.strictObject({
  upTo: z.number().int().min(0),
  givenUp: seqRangesSchema.min(1),
});

export const receiptSchema = z.strictObject({
  v: z.literal(1),
  station: stationIdSchema,
  store: storeIdSchema,
  /** Every event of this store up to here is durable at the hub; quarantined ones count ([SYN3]). */
  contiguousSeq: z.number().int().min(0),
  /** Every event of this store up to here is folded, or needs no folding; at most `contiguousSeq` ([RET1]). */
  foldedSeq: z.number().int().min(0).default(0),
  /** Every event of this store up to here is in the hub's last verified backup; at most `contiguousSeq` ([RET1]). */
  backedUpSeq: z.number().int().min(0).default(0),
  /** Where events were given up that have not come since; the numbers above stop before them. */
  past: heldPastSchema
    .extend({
      foldedSeq: z.number().int().min(0),
      backedUpSeq: z.number().int().min(0),
    })
    .optional(),
  generation: generationSchema,
  /** Hash of the hub's newest journal entry, hex, so that a fork after a restore is noticed. */
  auditHead: z.string().regex(/^[0-9a-f]{64}$/),
  ...labTime,
});
export type Receipt = z.infer<typeof receiptSchema>;

/** GET /v1/vector: how far the hub durably holds every store of every station ([HUB14]). */
export const heldVectorSchema = z.strictObject({
  v: z.literal(1),
  generation: generationSchema,
  /** `station:store` → the contiguous seq held, as in a receipt. */
  held: vectorSchema,
  /** Of stores of which events were given up that have not come since. */
  past: z.record(z.string(), heldPastSchema).default({}),
  /** The update sequence of `state` by which all of that is folded; null while folding goes on. */
  foldedBy: sequenceSchema.nullable(),
});
export type HeldVector = z.infer<typeof heldVectorSchema>;

/** GET /v1/keyring */
export const keyringAnswerSchema = z.strictObject({
  keyring: z.number().int().min(0),
  wrapped: wrappedKeyringSchema,
});
export type KeyringAnswer = z.infer<typeof keyringAnswerSchema>;

/** GET /v1/stations, for stations of kind `supervisor`: who has been in touch. */
export const stationPresenceSchema = z.strictObject({
  station: stationIdSchema,
  /** Since the station last asked for a receipt or a notice, ms; null if never since the hub started. */
  lastContactAgeMs: z.number().min(0).nullable(),
  waiting: z.number().int().min(0).nullable(),
  /** The part of its disk that is taken, as it last said; null if it hasn't. */
  diskUsedPart: partSchema.nullable().default(null),
});
export const stationsAnswerSchema = z.strictObject({
  stations: z.array(stationPresenceSchema),
  /** The part of the hub's own disk that is taken; null where the system won't say. */
  hubDiskUsedPart: partSchema.nullable().default(null),
  /** Null while there never was one ([RET3]); a hub of before does not tell. */
  lastBackup: lastBackupSchema.nullable().optional(),
  quarantined: z.number().int().min(0),
  unfolded: z.number().int().min(0),
  /** Records that nobody has brought though later ones are here; an earlier hub does not tell ([HUB18]). */
  missing: z.number().int().min(0).optional(),
  /** Learners whose records can't be folded; an earlier hub does not tell ([FLD10]). */
  stuck: z.number().int().min(0).optional(),
});
export type StationsAnswer = z.infer<typeof stationsAnswerSchema>;

/** Any refusal: a code a window can translate and a sentence for a technician. */
export const hubErrorSchema = z.strictObject({ error: z.string(), reason: z.string() });

/** A station's last seen longpoll bound, ms, and the hub's own ([SYN6]). */
export const hubLongpollMs = 25_000;
