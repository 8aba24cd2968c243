import * as z from 'zod';
import { boardSchema } from '../board.ts';
import {
  base64Schema,
  eventIdSchema,
  languageSchema,
  learnerIdSchema,
  packIdSchema,
  semverSchema,
  sittingIdSchema,
  slugSchema,
  staffIdSchema,
} from '../../ids.ts';
import { helpAnsweredSchema, helpHandedSchema, helpTakenSchema } from '../help.ts';
import { keptSchema } from '../kept-screen.ts';
import { responseSchema } from '../lesson.ts';
import { maintenanceRefusedSchema, maintenanceStepSchema } from '../maintenance.ts';
import { handoverIdSchema } from '../sign-in.ts';
import { pieceFaultSchema, pieceResultSchema, placeSchema } from '../piece.ts';
import { printBegunSchema, printEndedSchema } from '../printer.ts';
import { selfTestDoneSchema } from '../self-test.ts';
import { exportBegunSchema, exportEndedSchema } from '../stick.ts';
import { overrideUsedSchema } from '../override.ts';
import { trainedSchema } from '../training.ts';
import { attendanceSchema } from '../viewing.ts';
import { viewSchema } from './view.ts';

/**
 * An event: a clear envelope, a payload sealed with the learner's key (or the site's), and the
 * origin station's signature over both ([EVT1]–[EVT4]).
 */

export const eventTypes = [
  'sitting.started',
  'sitting.ended',
  'lesson.opened',
  'lesson.left',
  'lesson.completed',
  'attempt.recorded',
  'language.chosen',
  'help.asked',
  'help.ended',
  'staff.signed-in',
  'staff.signed-out',
  'sign-in.failed',
  'record.viewed',
  'sign-in.renewed',
  'sign-in.shown',
  'staff.locked-out',
  'piece.opened',
  'piece.saved',
  'piece.reported',
  'piece.failed',
  'piece.left',
  'review.opened',
  'review.answered',
  'review.left',
  'viewing.attended',
  'board.chosen',
  'help.taken',
  'help.handed-on',
  'help.answered',
  'override.used',
  'self-test.done',
  'screen.kept',
  'maintenance.refused',
  'maintenance.done',
  'export.begun',
  'export.ended',
  'print.begun',
  'print.ended',
] as const;
export const eventTypeSchema = z.enum(eventTypes);
export type EventType = (typeof eventTypes)[number];

/** `learner:<learner id>:<n>` or `site:<site id>:<n>`. */
export const sealingKeyIdSchema = z
  .string()
  .regex(/^(learner:ln-[a-z0-9]{12}|site:site-[a-z0-9]{8}):\d{1,6}$/)
  .brand<'SealingKeyId'>();
export type SealingKeyId = z.infer<typeof sealingKeyIdSchema>;

/** `lab day`: the date staff last confirmed at the hub, carried on by monotonic time. */
export const labDaySchema = z.strictObject({
  /** `YYYY-MM-DD`, or null while no hub has told this station. */
  date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable(),
  /** False once the station has restarted or slept since the hub last told it. */
  sure: z.boolean(),
});
export type LabDay = z.infer<typeof labDaySchema>;

export const eventClockSchema = z.strictObject({
  /** Hub wall clock minus station wall clock, ms, as last measured; null if never. */
  hubOffsetMs: z.number().int().nullable(),
  labDay: labDaySchema,
  /** The station's own wall clock, ms since 1970; recorded, never ordered by. */
  wallMs: z.number().int(),
});
export type EventClock = z.infer<typeof eventClockSchema>;

/** Counters end here, with room above for the hub's own. A station that gets here stays here ([EVT3]). */
export const highestLamport = 2 ** 52;

/**
 * Everything readable without a key. The signature covers all of it but itself. Its members stand in
 * the order of the canonical form, which then is made without sorting them.
 */
const clear = {
  _id: eventIdSchema,
  clock: eventClockSchema,
  key: sealingKeyIdSchema,
  /** Lamport counter: 1 + the highest this station had seen. */
  lamport: z.number().int().min(1).max(highestLamport),
  learner: learnerIdSchema.nullable(),
};
const ending = {
  /** `<station id>:<n>`: which of the station's signing keys. */
  signer: z.string().regex(/^st-[a-z0-9]{8}:\d{1,6}$/),
  type: eventTypeSchema,
  v: z.literal(1),
};
export const eventEnvelopeSchema = z.strictObject({ ...clear, ...ending });
export type EventEnvelope = z.infer<typeof eventEnvelopeSchema>;

export const maxSealedBytes = 64 * 1024;

/** As stored and carried: `sealed` = base64 of nonce (12) ‖ ciphertext ‖ tag (16), AES-256-GCM. */
export const eventDocumentSchema = z.strictObject({
  ...clear,
  sealed: base64Schema(maxSealedBytes),
  /** Ed25519 over the RFC 8785 canonical form of the document less `sig` and `_rev`. */
  sig: base64Schema(64),
  ...ending,
});
export type EventDocument = z.infer<typeof eventDocumentSchema>;

/** The least of any event of any version, so that newer ones are kept and carried on ([EVT6]). */
export const foreignEventSchema = z.looseObject({ _id: eventIdSchema, v: z.number().int().min(1) });

const inLesson = {
  sitting: sittingIdSchema,
  pack: packIdSchema,
  version: semverSchema,
  lesson: slugSchema,
  /** Which time through this lesson, from 1. */
  run: z.number().int().min(1),
};

const inPiece = {
  sitting: sittingIdSchema,
  pack: packIdSchema,
  version: semverSchema,
  piece: slugSchema,
};
/** Time the learner was active in it since the last event of it, ms. */
const activeSince = { activeMs: z.number().int().min(0).max(86_400_000) };

export const attemptOutcomeSchema = z.enum([
  'right',
  /** Wrong, and there is another try. */
  'not-yet',
  /** Wrong on the last try: the answer was shown. */
  'shown',
]);
export type AttemptOutcome = z.infer<typeof attemptOutcomeSchema>;

/** What every answer says of itself. */
const answered = {
  response: responseSchema,
  outcome: attemptOutcomeSchema,
  /** Which try at this item in this run or review, from 1. */
  attempt: z.number().int().min(1),
  /** Time the item was on screen and the learner active, ms. */
  activeMs: z.number().int().min(0).max(86_400_000),
  /** What its item trains; left out where it names nothing, and by stations from before ([MAS1], [REV1]). */
  trains: trainedSchema.optional(),
};

export const eventPayloadSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('sitting.started'),
    sitting: sittingIdSchema,
    language: languageSchema,
  }),
  z.strictObject({
    type: z.literal('sitting.ended'),
    sitting: sittingIdSchema,
    reason: z.enum([
      'learner',
      'idle',
      'station-restarted',
      'station-closed',
      'account-changed',
      'staff',
    ]),
  }),
  z.strictObject({ type: z.literal('lesson.opened'), ...inLesson, total: z.number().int().min(1) }),
  z.strictObject({ type: z.literal('lesson.left'), ...inLesson }),
  z.strictObject({ type: z.literal('lesson.completed'), ...inLesson }),
  z.strictObject({
    type: z.literal('attempt.recorded'),
    ...inLesson,
    activity: slugSchema,
    item: slugSchema,
    ...answered,
  }),
  z.strictObject({ type: z.literal('language.chosen'), language: languageSchema }),
  /** The on-screen keyboard the learner types with ([KHM10]). */
  z.strictObject({ type: z.literal('board.chosen'), board: boardSchema }),
  z.strictObject({ type: z.literal('help.asked'), sitting: sittingIdSchema }),
  z.strictObject({ type: z.literal('help.ended'), sitting: sittingIdSchema }),
  z.strictObject({ type: z.literal('staff.signed-in'), staff: staffIdSchema }),
  z.strictObject({ type: z.literal('staff.signed-out'), staff: staffIdSchema }),
  z.strictObject({
    type: z.literal('sign-in.failed'),
    /** Which of the learner's sign-ins was tried: the number of its verifier. */
    secret: z.number().int().min(1),
    /** Wrong tries not recorded before. */
    tries: z.number().int().min(1).max(1000),
  }),
  viewSchema.extend({ type: z.literal('record.viewed') }),
  /** The learner signed in with a new sign-in: its handover is over ([SGN9]). */
  z.strictObject({ type: z.literal('sign-in.renewed'), handover: handoverIdSchema }),
  /** An officer's number showed somebody the learner's new sign-in. */
  z.strictObject({ type: z.literal('sign-in.shown'), handover: handoverIdSchema }),
  /** Wrong passphrases locked a staff member out ([SGN12]). */
  z.strictObject({ type: z.literal('staff.locked-out'), staff: staffIdSchema }),
  /** A code of its sheet opened this seat while it was locked ([OVR5]). */
  overrideUsedSchema.extend({ type: z.literal('override.used') }),
  /** What this PC found of itself ([SLF4]). */
  selfTestDoneSchema.extend({ type: z.literal('self-test.done') }),
  z.strictObject({ type: z.literal('piece.opened'), ...inPiece }),
  z.strictObject({
    type: z.literal('piece.saved'),
    ...inPiece,
    ...activeSince,
    place: placeSchema,
  }),
  /** What the content says of itself ([PCE4]). */
  z.strictObject({
    type: z.literal('piece.reported'),
    ...inPiece,
    ...activeSince,
    ...pieceResultSchema.shape,
  }),
  z.strictObject({
    type: z.literal('piece.failed'),
    ...inPiece,
    ...activeSince,
    ...pieceFaultSchema.shape,
  }),
  z.strictObject({ type: z.literal('piece.left'), ...inPiece, ...activeSince }),
  z.strictObject({ type: z.literal('review.opened'), sitting: sittingIdSchema }),
  /** An answer in a review: to an item of a lesson, and to no run of it ([REV3]). */
  z.strictObject({
    type: z.literal('review.answered'),
    sitting: sittingIdSchema,
    of: z.strictObject({
      pack: packIdSchema,
      version: semverSchema,
      lesson: slugSchema,
      item: slugSchema,
    }),
    ...answered,
  }),
  z.strictObject({ type: z.literal('review.left'), sitting: sittingIdSchema }),
  /** Whether the learner was there when a film was shown to a group; the last word counts ([GRP5]). */
  attendanceSchema.extend({ type: z.literal('viewing.attended') }),
  /** What others do about a call for help, sealed with the key of whoever called ([HLQ2]). */
  helpTakenSchema.extend({ type: z.literal('help.taken') }),
  helpHandedSchema.extend({ type: z.literal('help.handed-on') }),
  helpAnsweredSchema.extend({ type: z.literal('help.answered') }),
  /** What they leave behind as their sitting ends, for them to go on with ([SIT7]). */
  keptSchema.extend({ type: z.literal('screen.kept'), sitting: sittingIdSchema }),
  /** A technician at this kiosk, and who was refused there ([MNT4]). */
  maintenanceRefusedSchema.extend({ type: z.literal('maintenance.refused') }),
  maintenanceStepSchema.extend({ type: z.literal('maintenance.done') }),
  /** A file leaves on a stick, and what came of it ([STK4]). */
  exportBegunSchema.extend({ type: z.literal('export.begun') }),
  exportEndedSchema.extend({ type: z.literal('export.ended') }),
  /** A page goes to a printer of this PC's, and what came of it ([PTR4]). */
  printBegunSchema.extend({ type: z.literal('print.begun') }),
  printEndedSchema.extend({ type: z.literal('print.ended') }),
]);
export type EventPayload = z.infer<typeof eventPayloadSchema>;

/** An event with its payload opened; what the domain folds. */
export interface OpenedEvent {
  readonly envelope: EventEnvelope;
  readonly payload: EventPayload;
}
