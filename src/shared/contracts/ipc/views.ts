import * as z from 'zod';
import { attendanceFiguresSchema } from './attendance-view.ts';
import { boardSchema } from '../board.ts';
import {
  courseIdSchema,
  groupIdSchema,
  languageSchema,
  learnerIdSchema,
  packIdSchema,
  semverSchema,
  sittingIdSchema,
  slugSchema,
  staffIdSchema,
  stationIdSchema,
} from '../../ids.ts';
import { errorCodes } from '../../errors.ts';
import {
  idleTimesSchema,
  cardNumberSchema,
  groupScopeSchema,
  stationKindSchema,
  staffRoles,
  tileSchema,
} from '../documents/directory.ts';
import { itemProgressSchema, lessonKeySchema } from '../documents/state.ts';
import { draftAtSchema, keptScreenSchema } from '../kept-screen.ts';
import { liveReportSchema } from '../live-seat.ts';
import { helpHistorySchema } from '../help.ts';
import { lessonSchema, responseSchema } from '../lesson.ts';
import { pieceKindSchema, trackSchema } from '../pack-manifest.ts';
import { comesNextSchema } from '../timetable.ts';
import { localizedSchema, phraseSchema, pictureSchema } from '../phrase.ts';
import { pieceFaultSchema, placeSchema } from '../piece.ts';
import { attendedFilmSchema } from '../viewing.ts';
import { seatLeavingSchema, seatLockSchema } from '../seat-order.ts';
import { endMinuteSchema } from '../slot-time.ts';
import { spotSchema } from '../seat-places.ts';
import { learnerSecretSchema } from '../sign-in.ts';
import {
  answerDaySchema,
  monthHereSchema,
  nextStepSchema,
  noteViewSchema,
} from './learner-page-view.ts';
import { accountViewSchema } from './people-views.ts';

/** What windows show. Views hold no keys, tokens or verifiers, and nobody's data but the one asked for. */

export const appInfoSchema = z.strictObject({
  version: z.string(),
  kind: stationKindSchema,
  station: stationIdSchema,
  stationName: localizedSchema,
  siteName: localizedSchema.nullable(),
  demo: z.boolean(),
  kiosk: z.boolean(),
  /** Whether files leave on a stick here, by the system's own service, and in no other way ([STK1]). */
  stick: z.boolean(),
  /** Whether this PC's system has the service that prints ([PTR1]). */
  prints: z.boolean(),
});
export type AppInfo = z.infer<typeof appInfoSchema>;

export const learnerCardSchema = z.strictObject({
  learner: learnerIdSchema,
  name: localizedSchema,
  group: groupIdSchema,
  tile: tileSchema,
});
export type LearnerCard = z.infer<typeof learnerCardSchema>;

export const peopleViewSchema = z.strictObject({
  groups: z.array(
    z.strictObject({ group: groupIdSchema, name: localizedSchema, symbol: z.string() }),
  ),
  learners: z.array(learnerCardSchema.extend({ card: cardNumberSchema.nullable() })),
  /** False until the first directory and keyring have come from the hub. */
  ready: z.boolean(),
});
export type PeopleView = z.infer<typeof peopleViewSchema>;

export const sittingViewSchema = z.strictObject({
  sitting: sittingIdSchema,
  learner: learnerCardSchema,
  language: languageSchema,
  /** Which on-screen keyboard comes up; null until the learner has chosen one ([KHM10]). */
  board: boardSchema.nullable(),
  helpAsked: z.boolean(),
  /** Somebody has taken their request and comes ([HLQ5]). */
  helpComes: z.boolean(),
  /** When their slot is, where they were let in outside of it ([TTB9]). */
  comesNext: comesNextSchema.nullable(),
  /** What they had on their screen before they were moved to this seat ([ACT13]); null at all other times. */
  goesOn: z
    .strictObject({
      screen: keptScreenSchema,
      /** Of a lesson, or piece: what it is. */
      lesson: z
        .strictObject({
          pack: packIdSchema,
          lesson: slugSchema,
          key: lessonKeySchema,
          kind: z.enum(['lesson', ...pieceKindSchema.options]),
        })
        .nullable(),
    })
    .nullable(),
  idle: idleTimesSchema,
});
export type SittingView = z.infer<typeof sittingViewSchema>;

export const lessonStatusSchema = z.enum(['new', 'begun', 'done']);

/** A picture or clip of an installed pack: an absolute `pack://` address. */
export const packUrlSchema = z.string().startsWith('pack://');

/** A lesson, or a piece ([PKG13]). */
export const lessonCardSchema = z.strictObject({
  key: lessonKeySchema,
  kind: z.enum(['lesson', ...pieceKindSchema.options]),
  pack: packIdSchema,
  /** Of a piece, the piece's. */
  lesson: slugSchema,
  title: phraseSchema,
  picture: pictureSchema,
  /** Base the title's audio and the picture are relative to, ends in `/`. */
  base: packUrlSchema,
  status: lessonStatusSchema,
  done: z.number().int().min(0),
  total: z.number().int().min(1),
  /** The lesson of the course to be done before this one is open; null where it is open ([CRS2]). */
  waitsFor: lessonKeySchema.nullable(),
  /** What a piece said of itself, at its best ([PCE4]); null of lessons, and of what said nothing. */
  said: z
    .strictObject({ score: z.number().min(0).max(1).nullable(), passed: z.boolean() })
    .nullable(),
});
export type LessonCard = z.infer<typeof lessonCardSchema>;

/** A skill of a course, and how far its learner is with it ([MAS1]). */
export const skillCardSchema = z.strictObject({
  id: slugSchema,
  title: phraseSchema,
  picture: pictureSchema,
  /** Right ones of the last `of` first answers. */
  right: z.number().int().min(0),
  /** So many right ones are mastery. */
  needed: z.number().int().min(1),
  of: z.number().int().min(1),
  mastered: z.boolean(),
  /** First answers ever. */
  answers: z.number().int().min(0),
});
export type SkillCard = z.infer<typeof skillCardSchema>;

export const homeViewSchema = z.strictObject({
  /** What to go on with: the lesson last left, else the next new one. */
  goOn: lessonCardSchema.nullable(),
  /** The next new lesson, where that is another than the one to go on with. */
  next: lessonCardSchema.nullable(),
  /** How many things are due for review ([REV3]). */
  due: z.number().int().min(0),
  courses: z.array(
    z.strictObject({
      course: courseIdSchema,
      title: phraseSchema,
      picture: pictureSchema,
      base: packUrlSchema,
      lessons: z.array(lessonCardSchema),
      skills: z.array(skillCardSchema),
    }),
  ),
  /** Of the learner's own record ([OWN1]). */
  record: z.strictObject({
    days: z.number().int().min(0),
    /** Days that an officer confirmed they were here ([ATT2]). */
    confirmed: z.number().int().min(0),
    activeMs: z.number().int().min(0),
    lessonsDone: z.number().int().min(0),
    /** Films watched with a group ([GRP5]). */
    films: z.number().int().min(0),
  }),
});
export type HomeView = z.infer<typeof homeViewSchema>;

export const lessonViewSchema = z.strictObject({
  key: lessonKeySchema,
  pack: packIdSchema,
  version: semverSchema,
  run: z.number().int().min(1),
  base: packUrlSchema,
  lesson: lessonSchema,
  /** This run's tries so far, by item id; the first item without a final outcome comes next. */
  items: z.record(slugSchema, itemProgressSchema),
  /** An answer that was being made where their sitting ended ([SIT7]). */
  unsent: draftAtSchema.nullable().default(null),
});
export type LessonView = z.infer<typeof lessonViewSchema>;

/** What is due, as a lesson of one item an activity, under ids of the review's own ([REV3]). */
export const reviewViewSchema = z.strictObject({
  lesson: lessonSchema,
  /** By item: the pack its pictures and clips are in. */
  bases: z.record(slugSchema, packUrlSchema),
  /** As of a lesson. */
  unsent: draftAtSchema.nullable().default(null),
});
export type ReviewView = z.infer<typeof reviewViewSchema>;

/** A piece, as its frame is opened ([PCE1]). */
export const pieceViewSchema = z.strictObject({
  key: lessonKeySchema,
  pack: packIdSchema,
  version: semverSchema,
  piece: slugSchema,
  kind: pieceKindSchema,
  title: phraseSchema,
  /** Address of the page of ours that plays it, on the pack's own origin. */
  player: packUrlSchema,
  /** The same on every message of this launch. */
  nonce: z.string().regex(/^[0-9a-f]{32}$/),
  /** What the player is given, and nothing else of the learner. */
  launch: z.strictObject({
    /** The file to open. */
    entry: packUrlSchema,
    /** The piece's own folder, without a slash at its end. */
    folder: packUrlSchema,
    tracks: z.array(trackSchema.omit({ src: true }).extend({ url: packUrlSchema }).strict()),
    place: placeSchema.nullable(),
    /** Whom content is told that it plays for: the same for one learner and pack, and nobody's name or number ([PCE10]). */
    pseudonym: z.string().regex(/^learner-[0-9a-f]{16}$/),
    /** The pack whose player it is played with, where that doesn't come with the app. */
    playedBy: packIdSchema.optional(),
  }),
});
export type PieceView = z.infer<typeof pieceViewSchema>;

/** The marking of one response. Sent only after the attempt is durable on this station ([EVT2]). */
export const markedSchema = z.strictObject({
  outcome: z.enum(['right', 'not-yet', 'shown']),
  attempt: z.number().int().min(1),
  /** Parts of the response that fit: chosen ids, left sides of pairs, elements in place. */
  fitting: z.array(slugSchema),
  /** The full answer, once `outcome` is `right` or `shown`. */
  answer: responseSchema.nullable(),
  /** Where a typed word first differs, in UTF-16 units of it ([LSN15]). */
  differs: z
    .strictObject({ from: z.number().int().min(0), to: z.number().int().min(0) })
    .optional(),
  lessonCompleted: z.boolean(),
});
export type Marked = z.infer<typeof markedSchema>;

const wrongTrySchema = z.strictObject({
  result: z.literal('wrong'),
  /** Wrong tries in a row for this person at this station. */
  wrongTries: z.number().int().min(1),
  /** How long to wait before the next try, ms; 0 = at once. */
  waitMs: z.number().min(0),
});
const waitSchema = z.strictObject({ result: z.literal('wait'), waitMs: z.number().min(0) });

export const signInResultSchema = z.discriminatedUnion('result', [
  z.strictObject({ result: z.literal('signed-in') }),
  wrongTrySchema,
  waitSchema,
]);
export type SignInResult = z.infer<typeof signInResultSchema>;

/** What a learner's sign-in comes to: also that it was right, and their slot is another ([TTB9]). */
export const sittingStartSchema = z.discriminatedUnion('result', [
  ...signInResultSchema.options,
  z.strictObject({ result: z.literal('not-now'), next: comesNextSchema }),
]);
export type SittingStart = z.infer<typeof sittingStartSchema>;

/** What an officer's number gives at the learner's kiosk ([SGN9]). */
export const handoverResultSchema = z.discriminatedUnion('result', [
  z.strictObject({
    result: z.literal('opened'),
    secret: learnerSecretSchema,
    /** Somebody was shown it before. */
    before: z.boolean(),
  }),
  wrongTrySchema,
  waitSchema,
]);
export type HandoverResult = z.infer<typeof handoverResultSchema>;

export const staffCardSchema = z.strictObject({
  staff: staffIdSchema,
  name: localizedSchema,
  role: z.enum(staffRoles),
});
export type StaffCard = z.infer<typeof staffCardSchema>;

/** Who is signed in, with how far they reach ([PRM1]). */
export const signedInSchema = staffCardSchema.extend({
  scopes: z.array(groupScopeSchema),
  groups: z.array(groupIdSchema),
});
export type SignedIn = z.infer<typeof signedInSchema>;

export const staffViewSchema = z.strictObject({
  people: z.array(staffCardSchema),
  signedIn: signedInSchema.nullable(),
  ready: z.boolean(),
  /** When a window that nobody touches warns, and signs out ([SUP17]). */
  idle: idleTimesSchema,
});
export type StaffView = z.infer<typeof staffViewSchema>;

/** Where a learner does not get on ([HLP1]). */
export const stuckViewSchema = z.strictObject({
  /** The lesson's title. */
  lesson: phraseSchema,
  /** What is asked there, and the which of how many items it is; null where that can't be read here. */
  item: z
    .strictObject({
      prompt: phraseSchema,
      place: z.number().int().min(1),
      total: z.number().int().min(1),
    })
    .nullable(),
  /** Wrong tries since the last right one. */
  wrong: z.number().int().min(1),
});
export type StuckView = z.infer<typeof stuckViewSchema>;

/** How a seat's PC is, by its own word ([LIV7]); null what it does not know. */
const seatHealthSchema = z.strictObject({
  /** Since the hub last said that it holds what was recorded there, ms. */
  receiptAgeMs: z.number().min(0).nullable(),
  /** How far its clock is ahead of the hub's, ms; null while the hub can't be asked. */
  offsetMs: z.number().int().nullable(),
  ...liveReportSchema.pick({ appVersion: true, diskUsedPart: true, celsius: true }).shape,
});
export type SeatHealth = z.infer<typeof seatHealthSchema>;

export const seatViewSchema = z.strictObject({
  station: stationIdSchema,
  name: localizedSchema,
  seat: z.number().int().min(1),
  /** Where it stands in the room; null where nobody has said ([SUP21]). */
  place: spotSchema.nullable(),
  /** Whether the hub has heard from the station lately; null while the hub can't be asked. */
  inTouch: z.boolean().nullable(),
  /** Whether nothing is heard of it so far, and it is too early to call it silent ([LIV8]). */
  awaited: z.boolean(),
  lastContactAgeMs: z.number().min(0).nullable(),
  waiting: z.number().int().min(0).nullable(),
  /** What the station says of itself just now; null where it says nothing ([LIV7]). */
  health: seatHealthSchema.nullable(),
  /** What stands there while it is locked, by its own word; of one that says nothing, what it was told last ([ACT7]). */
  lock: seatLockSchema.pick({ message: true }).nullable(),
  /** Whether it rests until an officer goes on ([ACT9]). */
  paused: z.boolean(),
  /** Whether it waits for somebody who was moved to it ([ACT13]). */
  expecting: z.boolean(),
  /** Whether nobody new can sit down, as the lab closes ([CLS2]). */
  closing: z.boolean(),
  /** Whether its PC goes, or went, as it was told to ([PWR2]). */
  leaving: seatLeavingSchema.nullable(),
  /** Whether who looks may have it do something: not where it is taken by somebody out of their reach ([ACT6]). */
  mayAct: z.boolean(),
  sitting: z
    .strictObject({
      learner: learnerCardSchema,
      lesson: z
        .strictObject({
          /** Null where it is of no course known here: what is read is its learner's own ([LIB4]). */
          title: phraseSchema.nullable(),
          course: courseIdSchema.nullable(),
          courseTitle: phraseSchema.nullable(),
          kind: lessonCardSchema.shape.kind,
          done: z.number().int().min(0),
          total: z.number().int().min(1),
          /** Why a piece can't be played; null where it can. */
          fault: pieceFaultSchema.nullable(),
        })
        .nullable(),
      /** Goes through what is due; no lesson is open then. */
      reviewing: z.boolean(),
      helpAsked: z.boolean(),
      /** Null for whoever gets on. */
      stuck: stuckViewSchema.nullable(),
      /** Nobody touches the seat, or they don't get on ([LIV4]); null also where that is not told. */
      quiet: z.enum(['idle', 'stalled', 'stuck']).nullable(),
      /** When their time ends as others need the seat, minutes since midnight ([ACT12]); null where nothing ends it. */
      until: endMinuteSchema.nullable(),
      attempts: z.number().int().min(0),
      right: z.number().int().min(0),
    })
    .nullable(),
});
export type SeatView = z.infer<typeof seatViewSchema>;

/** How each seat's PC is, and nothing of who sits there or what they do: for who keeps the PCs ([LIV7]). */
export const seatHealthViewSchema = z.array(
  seatViewSchema.pick({ station: true, inTouch: true, health: true }),
);
export type SeatHealthView = z.infer<typeof seatHealthViewSchema>;

export const roomViewSchema = z.strictObject({
  seats: z.array(seatViewSchema),
  /** Learners working now. */
  present: z.number().int().min(0),
});
export type RoomView = z.infer<typeof roomViewSchema>;

/** Nothing opens the account yet; a number was given and not used; or the learner has a sign-in ([SGN13]). */
export const signInStates = ['none', 'number', 'own'] as const;
export type SignInState = (typeof signInStates)[number];

export const learnerRowSchema = z.strictObject({
  learner: learnerCardSchema,
  groupName: localizedSchema,
  /** Of the group. */
  scope: groupScopeSchema,
  /** Courses that officers put them into, and took them out of ([CRS3]). */
  into: z.array(courseIdSchema),
  outOf: z.array(courseIdSchema),
  /** The last day on which they did something here; null where there is none, or none is known ([FLD9]). */
  lastDay: z.iso.date().nullable(),
  /** Doesn't get on, though nobody was asked ([HLP1]). */
  needsHelp: z.boolean(),
  attempts: z.number().int().min(0),
  right: z.number().int().min(0),
  lessonsDone: z.number().int().min(0),
  lessonsBegun: z.number().int().min(0),
  activeMs: z.number().int().min(0),
  /** Wrong tries to sign in as them since they last sat down. */
  wrongTries: z.number().int().min(0),
  /** Shut out; told only to who may let them in again. */
  disabled: z.boolean(),
  signIn: z.enum(signInStates),
});
export type LearnerRow = z.infer<typeof learnerRowSchema>;

export const learnersViewSchema = z.strictObject({
  learners: z.array(learnerRowSchema),
  /** Today in the lab; null while the hub has not told it. */
  today: z.iso.date().nullable(),
});
export type LearnersView = z.infer<typeof learnersViewSchema>;

export const learnerPageSchema = z.strictObject({
  row: learnerRowSchema,
  /** Null for who may not change it. */
  account: accountViewSchema.nullable(),
  courses: homeViewSchema.shape.courses,
  /** How many things are due for review ([REV3]). */
  due: z.number().int().min(0),
  /** What to do next, the most pressing first ([LPG3]). */
  next: z.array(nextStepSchema),
  /** Earliest first, of the newest days ([LPG2]). */
  answered: z.array(answerDaySchema),
  /** Earliest first, of the newest months. */
  here: z.array(monthHereSchema),
  /** Today in the lab; null while it is not known. */
  today: z.iso.date().nullable(),
  /** What stands, newest first ([LPG4]). */
  notes: z.array(noteViewSchema),
  /** Null for whoever gets on ([HLP1]). */
  stuck: stuckViewSchema.nullable(),
  /** Films watched with a group, newest first ([GRP7]). */
  films: z.array(attendedFilmSchema),
  /** Days in the lab, confirmed and proposed only apart ([ATT7]). */
  attendance: attendanceFiguresSchema,
  help: helpHistorySchema,
});
export type LearnerPage = z.infer<typeof learnerPageSchema>;

export const errorViewSchema = z.strictObject({
  code: z.enum(errorCodes),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type ErrorView = z.infer<typeof errorViewSchema>;
