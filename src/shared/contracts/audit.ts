import * as z from 'zod';
import { eventIdSchema, learnerIdSchema, staffIdSchema, stationIdSchema } from '../ids.ts';
import { eventClockSchema } from './documents/event.ts';
import { viewSchema } from './documents/view.ts';
import { maintenanceDeedSchema } from './maintenance.ts';
import { overrideUsedSchema } from './override.ts';
import { printBegunSchema, printEndedSchema } from './printer.ts';
import { selfTestDoneSchema } from './self-test.ts';
import { exportBegunSchema, exportEndedSchema } from './stick.ts';
import { groundsSchema } from './erasure.ts';

/** The audit trail: who looked at a person's record, and who changed it ([AUD1]). */

/** A look as the hub puts it into its journal: the event it came as, and that event's clock. */
export const notedViewSchema = viewSchema.extend({ event: eventIdSchema, clock: eventClockSchema });
export type NotedView = z.infer<typeof notedViewSchema>;

/** What somebody did at a sign-in that was not theirs for certain, as the hub notes it ([SGN9], [SGN12]). */
const notedSignInFields = { event: eventIdSchema, clock: eventClockSchema };
/** `desk`: at a supervisor's window, whose station says who is signed in; at a kiosk it is somebody. */
const atWindow = { desk: z.boolean(), ...notedSignInFields };
export const notedSignInSchema = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('shown'), learner: learnerIdSchema, ...notedSignInFields }),
  z.strictObject({ what: z.literal('locked-out'), staff: staffIdSchema, ...notedSignInFields }),
  /** Whoever typed a code of a sheet at a locked seat ([OVR5]). */
  overrideUsedSchema.extend({ what: z.literal('override'), ...notedSignInFields }),
  /** A PC tested itself ([SLF4]). */
  selfTestDoneSchema.extend({ what: z.literal('self-test'), ...notedSignInFields }),
  /** A technician at a kiosk ([MNT4]). */
  z.strictObject({
    what: z.literal('maintenance'),
    staff: staffIdSchema,
    deed: z.union([maintenanceDeedSchema, z.literal('refused')]),
    /** Whether it bears that person's own signature: only then it stands under their name. */
    signed: z.boolean(),
    ...notedSignInFields,
  }),
  /** A file left on a stick, or was to ([STK4]). */
  exportBegunSchema.extend({ what: z.literal('export-begun'), ...atWindow }),
  exportEndedSchema.extend({ what: z.literal('export-ended'), ...atWindow }),
  /** A page went to a printer, or was to ([PTR4]). */
  printBegunSchema.extend({ what: z.literal('print-begun'), ...notedSignInFields }),
  printEndedSchema.extend({ what: z.literal('print-ended'), ...notedSignInFields }),
]);
export type NotedSignIn = z.infer<typeof notedSignInSchema>;

/** What stations recorded that the journal keeps, too. */
export const notedSchema = z.union([notedViewSchema, notedSignInSchema]);
export type Noted = z.infer<typeof notedSchema>;

/** Of each sort in one entry of the journal. */
export const mostNoted = 100;

/** Who did something: at the hub's keyboard, the hub itself, with a journal that came back, or staff. */
export const actorSchema = z.union([z.enum(['console', 'recovery', 'hub']), staffIdSchema]);
export type AuditActor = z.infer<typeof actorSchema>;

/** `somebody`: who stood at a kiosk, or typed a passphrase, and did not show who they are. */
const rowActorSchema = z.union([actorSchema, z.literal('somebody')]);

/** One line of the trail. */
export const auditRowSchema = z.strictObject({
  /** The hub's order: the entry's number. */
  hubSeq: z.number().int().min(1),
  /** The hub's clock, ms since 1970. */
  wallMs: z.number().int(),
  /** The journal's type; of a look `viewed.` and what was looked at. */
  kind: z.string().max(60),
  by: rowActorSchema,
  /** The name given at the hub's keyboard. */
  who: z.string().nullable(),
  second: groundsSchema.shape.second,
  /** Whose record; null where it is nobody's, or several people's. */
  learner: learnerIdSchema.nullable(),
  /** Whose passphrase was tried, or whose it says it was without their signature; null for all else. */
  staff: staffIdSchema.nullable(),
  /** How many learners it is about. */
  learners: z.number().int().min(0),
  /** What was changed: the ids of documents, the first few. */
  changed: z.array(z.string()).max(3),
  reason: z.string().nullable(),
  /** Where somebody looked, and that station's clock; null for what was done at the hub. */
  station: stationIdSchema.nullable(),
  clock: eventClockSchema.nullable(),
  /** Whether it came back from a station with a journal that was lost ([REC2]). */
  recovered: z.boolean(),
});
export type AuditRow = z.infer<typeof auditRowSchema>;

export const auditFilterSchema = z.strictObject({
  /** Whose record, or who did it. */
  person: z.union([learnerIdSchema, staffIdSchema]).optional(),
  /** A kind, or the beginning of one up to its full stop: `viewed`, `learner.erased`. */
  kind: z.string().max(60).optional(),
  /** Dates of the lab by the hub's clock, both counted. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

export const auditPageSize = 50;

/** Newest first; few or no rows where what is asked for is rare, and yet not the end. */
export const auditPageSchema = z.strictObject({
  rows: z.array(auditRowSchema).max(auditPageSize),
  /** Learners in them who were erased: of whom there is no name any more. */
  erased: z.array(learnerIdSchema),
  /** Where to go on; null at the end. */
  next: z.string().nullable(),
});
export type AuditPage = z.infer<typeof auditPageSchema>;

/** A staff member locked out, and at which station ([SGN12]). */
export const lockOutSchema = auditRowSchema.pick({ hubSeq: true, wallMs: true }).extend({
  staff: staffIdSchema,
  station: stationIdSchema,
});
export type LockOut = z.infer<typeof lockOutSchema>;

/** What is printed of a month. */
export const auditDigestSchema = z.strictObject({
  site: z.string(),
  month: z.string().regex(/^\d{4}-\d{2}$/),
  /** When it was counted, by the hub's clock, ms since 1970. */
  madeMs: z.number().int(),
  /** The month's first and last entry; null where there is none. */
  first: z.strictObject({ hubSeq: z.number().int(), wallMs: z.number().int() }).nullable(),
  last: z.strictObject({ hubSeq: z.number().int(), wallMs: z.number().int() }).nullable(),
  entries: z.number().int().min(0),
  /** Entries between those two that the hub's clock puts into another month. */
  elsewhere: z.number().int().min(0),
  /** By kind, most first. */
  counts: z.array(z.strictObject({ kind: z.string(), count: z.number().int() })),
  /** What came back in the month with a journal that was lost, by kind, most first ([REC2]). */
  recovered: z.array(z.strictObject({ kind: z.string(), count: z.number().int() })),
  /** Hash of the last entry, hex; 64 zeros where there is none. */
  head: z.string().regex(/^[0-9a-f]{64}$/),
  /** Ed25519 public keys of the hub that signed these entries, in their turn: raw 32 bytes, base64. */
  hubKeys: z.array(z.string()),
});
export type AuditDigest = z.infer<typeof auditDigestSchema>;
