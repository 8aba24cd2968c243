import * as z from 'zod';
import {
  eventIdSchema,
  learnerIdSchema,
  packIdSchema,
  semverSchema,
  slugSchema,
  stationIdSchema,
} from '../ids.ts';
import { hubSeenSchema } from './hub-seen.ts';
import { stationRunSchema } from './machine.ts';
import { pieceFaultSchema } from './piece.ts';
import { endMinuteSchema } from './slot-time.ts';
import { leavings, seatOrdersNowSchema } from './seat-order.ts';

/**
 * What a kiosk's seat is doing now, told to the hub as it changes and by the hub to supervisor stations;
 * while the hub is away, by stations to each other. It lies in no database and on no disk ([LIV1]). It says
 * what is open and how far, never what was answered ([LIV5]).
 */

/** What a seat tells again though nothing moved, ms; whoever says nothing for longer is not heard ([LIV3]). */
export const liveBeatMs = 5000;
export const liveLostMs = 16_000;
/** How long the hub is missed before the seats themselves are asked ([PER5]), ms. */
const hubMissedMs = 4000;
/** Whoever begins to listen, or listens in another way, calls no seat silent before, ms ([LIV8]). */
export const listenMs = hubMissedMs + liveLostMs;

/** How long the hub holds what a supervisor's station asks, ms; and how long that waits for it. */
export const liveHoldMs = 5000;
export const liveQuietMs = 10_000;

/** POST /v1/live and its answer, bytes. */
export const mostLiveBytes = 4 * 1024;
/** Reports of one station in a second that the hub takes. */
export const mostLivePerSecond = 10;
/** Of every station of a site together, bytes. */
export const mostLiveAnswerBytes = 1024 * 1024;

const openPartSchema = z.strictObject({
  kind: z.enum(['lesson', 'piece']),
  pack: packIdSchema,
  version: semverSchema,
  /** The lesson or piece. */
  id: slugSchema,
  done: z.number().int().min(0).max(10_000),
  total: z.number().int().min(1).max(10_000),
  /** Why a piece can't be played; null where it can. */
  fault: pieceFaultSchema.nullable(),
});

/** What of a book or film somebody chose to read is said: that they read ([LIB4]). */
const openNowSchema = z.union([
  openPartSchema,
  z.strictObject({ kind: z.literal('reading') }),
  z.strictObject({ kind: z.literal('review') }),
]);
export type OpenNow = z.infer<typeof openNowSchema>;

export const liveSittingSchema = z.strictObject({
  learner: learnerIdSchema,
  /** Null on the home screen. */
  open: openNowSchema.nullable(),
  helpAsked: z.boolean(),
  /**
   * The call for help, and since when, ms by the seat's own monotonic clock ([HLQ6]); left out where there is
   * none, and by stations of before.
   */
  call: z.strictObject({ id: eventIdSchema, ageMs: z.number().min(0) }).optional(),
  /** Wrong tries without a right one: help nobody asked for ([HLP1]). */
  stuck: z.boolean(),
  /** Nobody has touched anything for a while; or somebody does, and gets no further in a lesson ([LIV4]). */
  quiet: z.enum(['idle', 'stalled']).nullable(),
  /** When their time ends as others need the seat, minutes since midnight ([ACT12]); left out where nothing ends it. */
  until: endMinuteSchema.optional(),
});
export type LiveSitting = z.infer<typeof liveSittingSchema>;

export const liveReportSchema = z.strictObject({
  v: z.literal(1),
  /** Drawn at each start of the station; reports of one run count up. */
  run: stationRunSchema,
  number: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  /** Null where nobody sits. */
  sitting: liveSittingSchema.nullable(),
  /** The station's records that no receipt covers. */
  waiting: z.number().int().min(0),
  /** Since the last receipt came, ms; null where none has, or it isn't known. */
  receiptAgeMs: z.number().min(0).nullable(),
  /** The station's own clock, ms since 1970. */
  wallMs: z.number().int(),
  appVersion: z.string().max(40),
  /** The part of its disk that is taken; null where the system won't say. */
  diskUsedPart: z.number().min(0).max(1).nullable(),
  /** Of its hottest part, °C; null where the system won't say. */
  celsius: z.number().min(-60).max(200).nullable(),
  /** What it was told to do, and did; left out by stations of before ([ACT2]). */
  orders: seatOrdersNowSchema.optional(),
});
export type LiveReport = z.infer<typeof liveReportSchema>;

/** POST /v1/live: a kiosk says what its seat does. Whose seat, its certificate says. */
export const liveNotedSchema = z.strictObject({ v: z.literal(1) });

export const liveSeatSchema = z.strictObject({
  station: stationIdSchema,
  /** Since its report came, ms. */
  ageMs: z.number().min(0),
  /** How far its clock is ahead of the hub's, ms. */
  offsetMs: z.number().int(),
  /** Null for one that told and says nothing any more. */
  report: liveReportSchema.nullable(),
  /** How it went, by its last word, if it said that it goes; left out by hubs of before. */
  left: z.enum(leavings).nullable().optional(),
});
export type LiveSeat = z.infer<typeof liveSeatSchema>;

/**
 * GET /v1/live: seats that moved since what was seen, every one where that was of another run of the hub;
 * held until one does, at most 5 s ([LIV2]).
 */
export const liveAnswerSchema = z.strictObject({
  ...hubSeenSchema.shape,
  seats: z.array(liveSeatSchema).max(500),
});
export type LiveAnswer = z.infer<typeof liveAnswerSchema>;

/** GET /peer/live: the seat of the station that is asked, and of no other. */
export const peerLiveSchema = z.strictObject({
  station: stationIdSchema,
  /** Null at a station without a seat. */
  report: liveReportSchema.nullable(),
});
export type PeerLive = z.infer<typeof peerLiveSchema>;
