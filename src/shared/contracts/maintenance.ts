import * as z from 'zod';
import { base64Schema, packIdSchema, semverSchema, staffIdSchema } from '../ids.ts';
import { localizedSchema } from './phrase.ts';

/** A technician at a kiosk: how they come in, what they see of the PC, and what of it is on record ([MNT1]). */

/** What a technician's visit consists of, as far as it is on record ([MNT4]). */
export const maintenanceDeeds = [
  'opened',
  'packs-checked',
  'bundled',
  'bundle-given',
  'update-begun',
  'self-test-asked',
  'restarted',
  'switched-off',
  'closed',
] as const;
export const maintenanceDeedSchema = z.enum(maintenanceDeeds);
export type MaintenanceDeed = (typeof maintenanceDeeds)[number];

/** Names one visit: drawn as it begins. */
const visitSchema = z.string().regex(/^[0-9a-f]{16}$/);

/** One step of a visit, signed by who is there with the key their passphrase opens. */
export const maintenanceStepSchema = z.strictObject({
  staff: staffIdSchema,
  deed: maintenanceDeedSchema,
  visit: visitSchema,
  /** Counted from 1 within the visit. */
  step: z.number().int().min(1).max(10_000),
  /** Number of the key among all the person ever had. */
  key: z.number().int().min(1).max(999_999),
  /** Ed25519 over the canonical form of the step, with site and station. */
  sig: base64Schema(64),
});
export type MaintenanceStep = z.infer<typeof maintenanceStepSchema>;

/** A passphrase that was refused: whose, and no word of who typed it. */
export const maintenanceRefusedSchema = z.strictObject({ staff: staffIdSchema });

/** What every window of a kiosk is told of maintenance: who may come in; its own visit, if it has one. */
export const maintenanceViewSchema = z.strictObject({
  /** Whether there are keys to check a passphrase with. */
  ready: z.boolean(),
  /** Whoever may sign in here. */
  people: z.array(z.strictObject({ staff: staffIdSchema, name: localizedSchema })),
  visit: z.strictObject({ staff: staffIdSchema, name: localizedSchema }).nullable(),
});
export type MaintenanceView = z.infer<typeof maintenanceViewSchema>;

const word = z.string().max(200);
const count = z.number().int().min(0);

const cardSchema = z.strictObject({
  name: word,
  addresses: z.array(word),
  /** Whether a cable, or a network, is on it; null where the system does not say. */
  linked: z.boolean().nullable(),
  /** Mbit/s. */
  speed: z.number().nullable(),
});
export type NetworkCard = z.infer<typeof cardSchema>;

const hubFactsSchema = z.strictObject({
  url: z.string().max(500),
  reachable: z.boolean(),
  /** Whether who answers there shows a certificate of this site; null while nobody answers. */
  certified: z.boolean().nullable(),
  /** Until when this PC's own certificate holds, `YYYY-MM-DD`; null where that can't be read. */
  ownUntil: z.iso.date().nullable(),
  /** Events that no receipt covers. */
  waiting: count,
  /** Of the last receipt, ms; null if none came since the start. */
  receiptAgeMs: z.number().min(0).nullable(),
});

const diskFactsSchema = z.strictObject({
  folder: z.string().max(500),
  freeBytes: z.number().nullable(),
  totalBytes: z.number().nullable(),
  /** The partition that the data lie on, as the system knows it; null where it doesn't say. */
  partition: z.strictObject({ device: word, kind: word, writable: z.boolean() }).nullable(),
  /** Faults that the file system has counted on it; null where it counts none. */
  faults: count.nullable(),
});
export type DiskFacts = z.infer<typeof diskFactsSchema>;

const packFactsSchema = z.strictObject({
  pack: packIdSchema,
  name: localizedSchema.nullable(),
  versions: z.array(
    z.strictObject({ version: semverSchema, active: z.boolean(), sound: z.boolean() }),
  ),
});

const packCheckSchema = z.strictObject({
  state: z.enum(['none', 'running', 'done', 'failed']),
  done: count,
  of: count,
  /** Versions that are not as they were signed: `org.rean.numbers 1.0.0`. */
  faulty: z.array(word),
});
export type PackCheck = z.infer<typeof packCheckSchema>;

const imageFactsSchema = z.strictObject({
  role: word,
  version: word,
  /** Which slot runs: `a`, `b`; null where the kernel was not told. */
  slot: z.string().max(1).nullable(),
});
export type ImageFacts = z.infer<typeof imageFactsSchema>;

const versionFactsSchema = z.strictObject({
  app: word,
  electron: word.nullable(),
  chromium: word.nullable(),
  node: word,
  system: word,
  image: imageFactsSchema.nullable(),
});

export const lockdownStatesSchema = z.array(
  z.strictObject({
    step: z.string().max(40),
    state: z.enum(['waiting', 'held', 'failed', 'reverted', 'not-reverted']),
  }),
);
export type LockdownStates = z.infer<typeof lockdownStatesSchema>;

/** How far the system is with a newer one from a stick ([IMG9]). */
const updateStateSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('resting') }),
  z.strictObject({ state: z.literal('running') }),
  /** The service's exit status: docs/image.md says what each means. */
  z.strictObject({ state: z.literal('over'), status: z.number().int() }),
  /** The system's own service manager does not answer. */
  z.strictObject({ state: z.literal('silent') }),
]);
export type UpdateState = z.infer<typeof updateStateSchema>;

/** Everything that a technician is told of this PC ([MNT5]): nothing of any learner. */
export const maintenanceReportSchema = z.strictObject({
  network: z.array(cardSchema),
  hub: hubFactsSchema,
  disk: diskFactsSchema,
  /** Sound cards by name; null where the system does not say. */
  sound: z.array(word).nullable(),
  packs: z.array(packFactsSchema),
  check: packCheckSchema,
  versions: versionFactsSchema,
  lockdown: lockdownStatesSchema,
  /** Null where there is no such service. */
  update: updateStateSchema.nullable(),
});
export type MaintenanceReport = z.infer<typeof maintenanceReportSchema>;

/** Where a support bundle lies, and how large it is. */
export const bundleSchema = z.strictObject({ path: z.string().max(1000), bytes: count });
export type WrittenBundle = z.infer<typeof bundleSchema>;
