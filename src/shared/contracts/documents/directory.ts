import * as z from 'zod';
import {
  base64Schema,
  commandIdSchema,
  courseIdSchema,
  groupIdSchema,
  learnerIdSchema,
  packIdSchema,
  segmentSchema,
  semverSchema,
  siteIdSchema,
  staffIdSchema,
  stationIdSchema,
} from '../../ids.ts';
import { recordCountsSchema, retentionPolicySchema } from '../erasure.ts';
import { groupScopeSchema } from '../group-scope.ts';
import { sheetNumberSchema, wrappedSecretSchema } from '../override.ts';
import { seatPlacesSchema } from '../seat-places.ts';
import { localizedSchema } from '../phrase.ts';
import { roomCountSchema } from '../reading-room.ts';
import { finishedCourseSchema } from '../staff-course.ts';
import { signedCommandSchema } from '../commands/staff-command.ts';
import { lastSelfTestSchema } from '../self-test.ts';
import { spokenAtSchema, spokenAudioSchema } from '../spoken.ts';
import {
  dateSchema,
  earlierOf,
  minuteSchema,
  outsidePolicySchema,
  slotPlanSchema,
  waitTargetSchema,
  weeklyMinutesSchema,
} from '../timetable.ts';
import { signingKeysSchema } from './accounts.ts';
import { sealingKeyIdSchema } from './event.ts';

export { groupScopeSchema, groupScopes } from '../group-scope.ts';
export type { GroupScope } from '../group-scope.ts';
export {
  birthYearSchema,
  cardNumberSchema,
  learnerAccountSchema,
  sexSchema,
  staffAccountSchema,
  staffRoles,
  tileColours,
  tileSchema,
} from './accounts.ts';
export type { LearnerAccount, Sex, StaffAccount, StaffRole, Tile } from './accounts.ts';

/**
 * `directory-<generation>`: written by the hub only. Documents about people are sealed with their
 * own key (learners) or the site's (staff), so that erasing a key erases the name too ([DIR2]).
 */

/** `hubSeq`: the hub's own sequence; later wins, except that disabled beats enabled ([DIR3]). */
const base = { v: z.literal(1), hubSeq: z.number().int().min(1) };

const sealedPerson = { key: sealingKeyIdSchema, sealed: base64Schema(16 * 1024) };

export const stationKindSchema = z.enum(['kiosk', 'supervisor']);
export type StationKind = z.infer<typeof stationKindSchema>;

/** A moment by the hub's own sequence, and by its date. */
const tutorMomentSchema = z.strictObject({
  hubSeq: z.number().int().min(1),
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
});

/** When a window that nobody touches asks whether anybody is there, and how long after that it signs out ([KSK7], [SUP17]). */
export const idleTimesSchema = z.strictObject({
  askMinutes: z.number().int().min(1).max(60),
  endMinutes: z.number().int().min(1).max(15),
});
export type IdleTimes = z.infer<typeof idleTimesSchema>;

/** Where the site says nothing else. */
export const usualIdleTimes: IdleTimes = { askMinutes: 10, endMinutes: 2 };

export const directoryDocumentSchema = z.discriminatedUnion('type', [
  z.strictObject({
    _id: z.literal('site'),
    type: z.literal('site'),
    ...base,
    site: siteIdSchema,
    name: localizedSchema,
    demo: z.boolean(),
    idle: idleTimesSchema.optional(),
  }),
  z.strictObject({
    _id: z.literal('segments'),
    type: z.literal('segments'),
    ...base,
    /** Every segment still carried, oldest first; stations write to the last ([EVT5]). */
    open: z.array(segmentSchema).min(1),
  }),
  z.strictObject({
    _id: z.templateLiteral(['station:', z.string()]),
    type: z.literal('station'),
    ...base,
    station: stationIdSchema,
    name: localizedSchema,
    kind: stationKindSchema,
    signingKeys: signingKeysSchema,
    /**
     * SHA-256 of its TLS certificate (DER), hex: the only one it is known by ([IDN6]). Stations of
     * sites that had tokens have none, and can't come in.
     */
    certificate: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
    /** The entry that asks it for other keys, until it has come with them ([IDN12]). */
    renewal: z.number().int().min(1).optional(),
    /** Which of the PCs that say they are this station is asked, where there are several ([CLO2]). */
    renewalFor: z
      .string()
      .regex(/^[0-9a-f]{8}$/)
      .optional(),
    /** Of the PCs that did not go on: brings what they recorded, and nothing else. */
    bringsOnly: z
      .array(z.string().regex(/^[0-9a-f]{64}$/))
      .max(16)
      .optional(),
    /** That it is given with them: counts beside the one above until it has come with it. */
    nextCertificate: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
    /** The request that one answers, which a later one may have followed, and which PC brought the keys. */
    nextOf: z
      .strictObject({
        renewal: z.number().int().min(1),
        machine: z
          .string()
          .regex(/^[0-9a-f]{8}$/)
          .nullable(),
      })
      .optional(),
    /** Place among the stations of its kind, from 1: a kiosk's in the room's rows. */
    seat: z.number().int().min(1),
    disabled: z.boolean(),
    /** What its PC found of itself last ([SLF5]). */
    tested: lastSelfTestSchema.optional(),
  }),
  z.strictObject({
    _id: z.templateLiteral(['group:', z.string()]),
    type: z.literal('group'),
    ...base,
    group: groupIdSchema,
    name: localizedSchema,
    /** The picture that stands for the group. */
    symbol: z.string().regex(/^[a-z][a-z-]{0,29}$/),
    /** Of men where it is left out: no default, so that documents from before are hashed as they are. */
    scope: groupScopeSchema.optional(),
  }),
  z.strictObject({
    _id: z.templateLiteral(['learner:', z.string()]),
    type: z.literal('learner'),
    ...base,
    learner: learnerIdSchema,
    ...sealedPerson,
  }),
  z.strictObject({
    _id: z.templateLiteral(['staff:', z.string()]),
    type: z.literal('staff'),
    ...base,
    staff: staffIdSchema,
    ...sealedPerson,
  }),
  z.strictObject({
    _id: z.templateLiteral(['enrolment:', z.string()]),
    type: z.literal('enrolment'),
    ...base,
    learner: learnerIdSchema,
    course: courseIdSchema,
    active: z.boolean(),
  }),
  z.strictObject({
    _id: z.templateLiteral(['pack:', z.string()]),
    type: z.literal('pack'),
    ...base,
    pack: packIdSchema,
    /** What all stations get ([PKG19]). */
    version: semverSchema,
    /** What they got before it. */
    previous: semverSchema.optional(),
  }),
  z.strictObject({
    _id: z.templateLiteral(['tutor:', z.string()]),
    type: z.literal('tutor'),
    ...base,
    learner: learnerIdSchema,
    group: groupIdSchema,
    /** From which entry of the hub's journal on, and the hub's date then. */
    from: tutorMomentSchema,
    /** Null while the learner is a peer tutor. */
    until: tutorMomentSchema.nullable(),
  }),
  z.strictObject({
    _id: z.templateLiteral(['erased:', z.string()]),
    type: z.literal('erased'),
    ...base,
    learner: learnerIdSchema,
    /** What was there, without saying what: nothing else of the learner is in the directory ([ERA1]). */
    counts: recordCountsSchema,
  }),
  z.strictObject({
    _id: z.templateLiteral(['hold:', z.string()]),
    type: z.literal('hold'),
    ...base,
    learner: learnerIdSchema,
    /** While it stands, nothing of this learner may be erased ([ERA6]). */
    stands: z.boolean(),
  }),
  z.strictObject({
    _id: z.templateLiteral(['correction:', z.string()]),
    type: z.literal('correction'),
    ...base,
    learner: learnerIdSchema,
    /** A `Correction`. */
    ...sealedPerson,
  }),
  z.strictObject({
    /** `attendance:<learner>:<day>:<command>`: each word on a learner's day, none ever altered ([ATT2]). */
    _id: z.templateLiteral(['attendance:', z.string()]),
    type: z.literal('attendance'),
    ...base,
    learner: learnerIdSchema,
    /** An `AttendanceMark`. */
    ...sealedPerson,
  }),
  z.strictObject({
    /** By learner, and the command that brought it ([LPG4]). */
    _id: z.templateLiteral(['note:', z.string()]),
    type: z.literal('note'),
    ...base,
    learner: learnerIdSchema,
    /** A `NoteRecord`. */
    ...sealedPerson,
  }),
  z.strictObject({
    /** By the command that brought it, so that one that comes twice counts once ([LIB6]). */
    _id: z.templateLiteral(['room-count:', z.string()]),
    type: z.literal('room-count'),
    ...base,
    by: staffIdSchema,
    /** What was counted; null where an entry is only taken back. */
    count: roomCountSchema.nullable(),
    /** The entry that no longer counts. */
    corrects: commandIdSchema.optional(),
  }),
  z.strictObject({
    /** By person, course and version, so that each is finished once ([HPG6]). */
    _id: z.templateLiteral(['training:', z.string()]),
    type: z.literal('training'),
    ...base,
    staff: staffIdSchema,
    ...finishedCourseSchema.shape,
  }),
  z.strictObject({
    _id: z.literal('room'),
    type: z.literal('room'),
    ...base,
    /** Where seats stand; those that are not among them, wherever there is room ([SUP21]). */
    places: seatPlacesSchema,
  }),
  z.strictObject({
    /** By word and language, so that the last recording holds ([SPK2]). */
    _id: z.templateLiteral(['spoken:', z.string()]),
    type: z.literal('spoken'),
    ...base,
    ...spokenAtSchema.shape,
    audio: spokenAudioSchema,
  }),
  z.strictObject({
    /** The last order a seat was given that lasts ([ACT3]). */
    _id: z.templateLiteral(['seat:', z.string()]),
    type: z.literal('seat'),
    ...base,
    station: stationIdSchema,
    /** As it was signed; a seat that was off finds it here. */
    command: signedCommandSchema,
  }),
  z.strictObject({
    _id: z.templateLiteral(['override:', z.string()]),
    type: z.literal('override'),
    ...base,
    station: stationIdSchema,
    /** Which sheet of codes opens it when it is locked; those before it open nothing ([OVR2]). */
    sheet: sheetNumberSchema,
    /** The sheet's secret, for that station alone. */
    wrapped: wrappedSecretSchema,
  }),
  z.strictObject({
    _id: z.templateLiteral(['slot:', z.string()]),
    type: z.literal('slot'),
    ...base,
    /** By the command that brought it ([TTB1]). */
    slot: commandIdSchema,
    by: staffIdSchema,
    /** Null once it was taken away. */
    plan: slotPlanSchema.nullable(),
    earlier: earlierOf(slotPlanSchema.nullable()),
  }),
  z.strictObject({
    /** By learner first: what is somebody's goes with their record ([ERA1]). */
    _id: z.templateLiteral(['slot-seat:', z.string()]),
    type: z.literal('slot-seat'),
    ...base,
    learner: learnerIdSchema,
    slot: commandIdSchema,
    by: staffIdSchema,
    /** False once it was taken back. */
    seated: z.boolean(),
    /** Null for whichever seat is free. */
    station: stationIdSchema.nullable(),
    earlier: earlierOf(z.boolean()),
  }),
  z.strictObject({
    _id: z.templateLiteral(['waiting:', z.string()]),
    type: z.literal('waiting'),
    ...base,
    learner: learnerIdSchema,
    for: waitTargetSchema,
    /** Their place in the row. */
    since: tutorMomentSchema,
    /** Null while they wait. */
    until: tutorMomentSchema.nullable(),
  }),
  z.strictObject({
    _id: z.templateLiteral(['group-hours:', z.string()]),
    type: z.literal('group-hours'),
    ...base,
    group: groupIdSchema,
    by: staffIdSchema,
    /** A week; null for none in particular. */
    minutes: weeklyMinutesSchema.nullable(),
  }),
  z.strictObject({
    _id: z.literal('timetable-policy'),
    type: z.literal('timetable-policy'),
    ...base,
    policy: outsidePolicySchema,
  }),
  z.strictObject({
    _id: z.templateLiteral(['closed-day:', z.string()]),
    type: z.literal('closed-day'),
    ...base,
    date: dateSchema,
    closed: z.boolean(),
  }),
  z.strictObject({
    _id: z.templateLiteral(['seat-order:', z.string()]),
    type: z.literal('seat-order'),
    ...base,
    station: stationIdSchema,
    /** False while the seat is out of order ([TTB4]). */
    usable: z.boolean(),
  }),
  z.strictObject({
    _id: z.literal('lab-day'),
    type: z.literal('lab-day'),
    ...base,
    /** What staff confirmed last ([TTB2]). */
    date: dateSchema,
    minute: minuteSchema,
  }),
  z.strictObject({
    _id: z.templateLiteral(['moved-day:', z.string()]),
    type: z.literal('moved-day'),
    ...base,
    /** A lab day that was confirmed wrong, and the one it counts as ([ATT12]). */
    from: dateSchema,
    to: dateSchema,
    /** Which day it was then; an earlier hub did not say. */
    on: dateSchema.optional(),
    by: staffIdSchema,
  }),
  z.strictObject({
    _id: z.literal('retention'),
    type: z.literal('retention'),
    ...base,
    policy: retentionPolicySchema,
  }),
  z.strictObject({
    _id: z.literal('authority'),
    type: z.literal('authority'),
    ...base,
    /**
     * How far the site is with going over to another authority ([IDN13]): `told`: stations are to know
     * it; `given`: the hub shows its certificate, and stations get theirs; `done`: it alone counts.
     */
    stage: z.enum(['told', 'given', 'done']),
    /** Of those that count, PEM, the newest last. */
    certificates: z.array(z.string().max(4096)).min(1).max(2),
    /** By the authority before over the newest. */
    handedOver: base64Schema(128),
  }),
]);
export type DirectoryDocument = z.infer<typeof directoryDocumentSchema>;
export type DirectoryDocumentOf<Type extends DirectoryDocument['type']> = Extract<
  DirectoryDocument,
  { type: Type }
>;
