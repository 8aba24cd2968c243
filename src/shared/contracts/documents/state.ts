import * as z from 'zod';
import { boardSchema } from '../board.ts';
import {
  eventIdSchema,
  languageSchema,
  learnerIdSchema,
  packIdSchema,
  base64Schema,
  semverSchema,
  sittingIdSchema,
  slugSchema,
  stationIdSchema,
  viewingIdSchema,
} from '../../ids.ts';
import { handoverIdSchema } from '../sign-in.ts';
import {
  helpEndSchema,
  helpForSchema,
  helpIntervalSchema,
  helperSchema,
  mostHelpKept,
  mostLate,
} from '../help.ts';
import { leftSchema } from '../kept-screen.ts';
import { mostAnswersLookedAt } from '../pack-manifest.ts';
import { pieceFaultSchema, placeSchema } from '../piece.ts';
import { cardKeySchema } from '../training.ts';
import { attendanceSchema } from '../viewing.ts';
import { attemptOutcomeSchema, labDaySchema, sealingKeyIdSchema } from './event.ts';

/** `state-<generation>`: one folded document per learner, written by the hub's folder only. */

/** An event's place in the one order that holds everywhere ([EVT3]). */
export const orderSchema = z.strictObject({ lamport: z.number().int().min(1), id: eventIdSchema });
export type Order = z.infer<typeof orderSchema>;

export const itemProgressSchema = z.strictObject({
  tries: z.number().int().min(1),
  outcome: attemptOutcomeSchema,
});
export type ItemProgress = z.infer<typeof itemProgressSchema>;

/** Wrong answers to an item that are kept of one learner, and so many letters of each. */
export const mostWrongAnswers = 2;
export const mostWrongLetters = 100;

/**
 * An item that was answered wrong at the first try of a run, written short as there are hundreds: in how
 * many runs, and the newest of those answers as `domain/training/wrong-answer` writes them ([RPT3]).
 */
export const missedItemSchema = z.tuple([
  z.number().int().min(1),
  z.array(z.string().min(1).max(mostWrongLetters)).max(mostWrongAnswers),
]);
export type MissedItem = z.infer<typeof missedItemSchema>;

export const lessonProgressSchema = z.strictObject({
  pack: packIdSchema,
  /** The version this run was started in ([LSN2]). */
  version: semverSchema,
  lesson: slugSchema,
  run: z.number().int().min(1),
  /** Items in this run's version of the lesson. */
  total: z.number().int().min(1),
  /** By item id: the current run's tries. */
  items: z.record(slugSchema, itemProgressSchema),
  completedRuns: z.number().int().min(0),
  /** By item id, of all runs; left out where there is none, and in states folded before they were kept. */
  missed: z.record(slugSchema, missedItemSchema).optional(),
  /** The lab day it was first completed on, days since 1970; left out where it was not, or on no known day. */
  finished: z.number().int().optional(),
  /** Last touched, for "go on here". */
  touched: orderSchema,
});
export type LessonProgress = z.infer<typeof lessonProgressSchema>;

/** Where the learner sits, if a sitting is open. */
export const seatSchema = z.strictObject({
  station: stationIdSchema,
  sitting: sittingIdSchema,
  since: orderSchema,
  /** The lesson or piece now open, by key; null on the home screen. */
  lesson: z.string().nullable(),
  helpAsked: z.boolean(),
});
export type Seat = z.infer<typeof seatSchema>;

/** Key: `pack/lesson` ([LSN1]). */
export const lessonKeySchema = z.string().max(170).brand<'LessonKey'>();
export type LessonKey = z.infer<typeof lessonKeySchema>;

/** How far a learner is with a piece: what it said of itself ([PCE4]), and the time spent. */
export const pieceProgressSchema = z.strictObject({
  pack: packIdSchema,
  /** The version opened last; the place is of it. */
  version: semverSchema,
  piece: slugSchema,
  /** Null where none was saved, or too many others were since. */
  place: placeSchema.nullable(),
  /** 0 to 1. */
  best: z.number().min(0).max(1).nullable(),
  last: z.number().min(0).max(1).nullable(),
  passed: z.boolean(),
  completed: z.boolean(),
  /** The lab day its content first said so on, days since 1970; as of a lesson. */
  finished: z.number().int().optional(),
  activeMs: z.number().int().min(0),
  /** Why it could not be played the last time; null where it could. */
  fault: pieceFaultSchema.nullable(),
  touched: orderSchema,
});
export type PieceProgress = z.infer<typeof pieceProgressSchema>;

const piecesSchema = z.record(lessonKeySchema, pieceProgressSchema);
export type Pieces = z.infer<typeof piecesSchema>;

export const noPieces: Pieces = {};

/** Places kept of a learner: the newest, as many, and as large together, bytes as they are written down. */
export const mostPlaces = 20;
export const mostPlacesBytes = 256 * 1024;

/** Wrong tries since the last sitting; `domain/sign-in-tries` says which number is counted where ([SGN8]). */
export const signInTriesSchema = z.record(z.string().regex(/^\d{1,2}$/), z.number().int().min(1));
export type SignInTries = z.infer<typeof signInTriesSchema>;

export const noTries: SignInTries = {};

/** By month, `YYYY-MM`: the days of it on which something was recorded, bit 0 being the first. */
export const daysHereSchema = z.record(
  z.string().regex(/^\d{4}-\d{2}$/),
  z.number().int().min(0).max(0x7fff_ffff),
);
export type DaysHere = z.infer<typeof daysHereSchema>;

export const noDays: DaysHere = {};

/** Newest lab days of which answers are counted, at most: a quarter of a year of working days. */
export const mostAnswerDays = 60;

/** By lab day: answers that were right, that were not yet, and that had to be shown ([LPG2]). */
const answersByDaySchema = z.record(
  z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  z.tuple([z.number().int().min(0), z.number().int().min(0), z.number().int().min(0)]),
);
export type AnswersByDay = z.infer<typeof answersByDaySchema>;
export const noAnswers: AnswersByDay = {};

/** How far a learner is with a skill, whatever mastery of it is said to be ([MAS2]). */
export const skillProgressSchema = z.strictObject({
  /** Items answered for the first time in a run or review. */
  answers: z.number().int().min(1),
  /** The last {@link mostAnswersLookedAt} of them, a bit each, the newest lowest: 1 was right. */
  recent: z
    .number()
    .int()
    .min(0)
    .max(2 ** mostAnswersLookedAt - 1),
  /** At place n - 1 the most that were ever right of n in a row. */
  best: z.array(z.number().int().min(0)).length(mostAnswersLookedAt),
});
export type SkillProgress = z.infer<typeof skillProgressSchema>;

/** By `pack/skill`. */
const skillsSchema = z.record(lessonKeySchema, skillProgressSchema);
export type Skills = z.infer<typeof skillsSchema>;
export const noSkills: Skills = {};

/**
 * When something is to be asked again, written short as there are hundreds: stability in days,
 * difficulty (1 to 10), the day of the last answer and the day it is due (days since 1970), and how
 * often it was answered ([REV2]).
 */
export const reviewCardSchema = z.tuple([
  z.number().positive(),
  z.number().min(1).max(10),
  z.number().int(),
  z.number().int(),
  z.number().int().min(1),
]);
export type ReviewCard = z.infer<typeof reviewCardSchema>;

const cardsSchema = z.record(cardKeySchema, reviewCardSchema);
export type Cards = z.infer<typeof cardsSchema>;
export const noCards: Cards = {};

/** Wrong tries since the last right one, and the item of the newest ([HLP1]). */
export const stuckSchema = z.strictObject({
  pack: packIdSchema,
  version: semverSchema,
  lesson: slugSchema,
  item: slugSchema,
  wrong: z.number().int().min(1),
});
export type Stuck = z.infer<typeof stuckSchema>;

/** Films shown to a group, and whether the learner was there, by viewing: the last word on each ([GRP5]). */
const viewingsSchema = z.record(viewingIdSchema, attendanceSchema.extend({ touched: orderSchema }));
export type Viewings = z.infer<typeof viewingsSchema>;
export type AttendedViewing = Viewings[keyof Viewings];
export const noViewings: Viewings = {};

/** Time in the lab on one day, ms, and whether it is uncertain (1) ([ATT1]). */
const timeSchema = z.tuple([z.number().int().min(0), z.union([z.literal(0), z.literal(1)])]);
export type TimeThere = z.infer<typeof timeSchema>;

/** A sitting that nothing has ended yet: what its records say by now. */
export const openSittingSchema = z.strictObject({
  sitting: sittingIdSchema,
  /** The lab day it began on; null where no station knew it. */
  day: z.string().nullable(),
  /** From its start to its newest record, ms; and whether a clock makes that uncertain. */
  ms: z.number().int().min(0),
  about: z.boolean(),
  /** Of that, ms in which somebody touched something. */
  activeMs: z.number().int().min(0),
  /** The station's clock at the newest record, and what the hub's was ahead of it. */
  wallMs: z.number().int(),
  hubOffsetMs: z.number().int().nullable(),
});
export type OpenSitting = z.infer<typeof openSittingSchema>;

/** Days of which the time is kept one by one: the newest. */
export const mostTimedDays = 62;

/** When a learner was in the lab and for how long, from their sittings ([ATT1]). */
export const timeHereSchema = z.strictObject({
  /** By lab day, `YYYY-MM-DD`, the newest {@link mostTimedDays}. */
  days: z.record(z.string().regex(/^\d{4}-\d{2}-\d{2}$/), timeSchema),
  /** By month, `YYYY-MM`: the sum of the days before those. */
  months: z.record(z.string().regex(/^\d{4}-\d{2}$/), timeSchema),
  open: openSittingSchema.nullable(),
});
export type TimeHere = z.infer<typeof timeHereSchema>;
export const noTimeHere: TimeHere = { days: {}, months: {}, open: null };
/** What a request for help says of when and where it was made. */
const askedHelp = {
  /** Its event, by whose id it is named. */
  asked: orderSchema,
  station: stationIdSchema,
  /** The lab day it was made on; null where no hub had told it. */
  day: labDaySchema.shape.date,
  /** What was open then, as a seat has it. */
  lesson: seatSchema.shape.lesson,
  /** Wrong tries then, none right between. */
  wrong: z.number().int().min(0),
};

/** A request that nobody has ended yet ([HLQ2]). */
export const openHelpSchema = z.strictObject({
  ...askedHelp,
  sitting: sittingIdSchema,
  /** The last act on it that counts; the request's own id before there is any. */
  last: eventIdSchema,
  to: helpForSchema,
  /** Who handed it on last. */
  handedBy: helperSchema.nullable(),
  taker: helperSchema.nullable(),
  /** Who wanted to do what the last act did, and came after it ([HLQ3]). */
  late: z.array(helperSchema).max(mostLate),
  /** Whether anybody has taken it, and how long it waited for that. */
  wasTaken: z.boolean(),
  waitedMs: helpIntervalSchema,
});
export type OpenHelp = z.infer<typeof openHelpSchema>;

/** One that is over. */
export const pastHelpSchema = z.strictObject({
  ...askedHelp,
  end: helpEndSchema,
  /** Who answered it, or had taken it as it ended by itself. */
  by: helperSchema.nullable(),
  waitedMs: helpIntervalSchema,
  tookMs: helpIntervalSchema,
});
export type PastHelp = z.infer<typeof pastHelpSchema>;

const helpSchema = z.strictObject({
  open: openHelpSchema.nullable(),
  /** The newest {@link mostHelpKept} that are over, the last one last. */
  past: z.array(pastHelpSchema).max(mostHelpKept),
  /** Of all that were ever made: how many, and how many somebody answered. */
  asked: z.number().int().min(0),
  answered: z.number().int().min(0),
});
export type Help = z.infer<typeof helpSchema>;
export const noHelp: Help = { open: null, past: [], asked: 0, answered: 0 };

/** So many are kept: of a handover, a station has to know whether it is over only until the hub took it away. */
export const mostRenewed = 4;
export const noneRenewed: string[] = [];

export const learnerStateSchema = z.strictObject({
  learner: learnerIdSchema,
  language: languageSchema.nullable(),
  seat: seatSchema.nullable(),
  lessons: z.record(lessonKeySchema, lessonProgressSchema),
  attempts: z.number().int().min(0),
  right: z.number().int().min(0),
  activeMs: z.number().int().min(0),
  /** States folded before days were noted have none. */
  days: daysHereSchema.default(noDays),
  /** States folded before answers were counted by day have none. */
  answered: answersByDaySchema.default(noAnswers),
  /** States folded before tries were counted so have none. */
  wrongTries: signInTriesSchema.default(noTries),
  /** Handovers the learner has used, the last few; of states folded before there were any, none ([SGN9]). */
  renewed: z.array(handoverIdSchema).max(mostRenewed).default(noneRenewed),
  /** Handovers that somebody was shown the new sign-in of, the last few ([SGN9]). */
  shown: z.array(handoverIdSchema).max(mostRenewed).default(noneRenewed),
  /** By the key that a lesson in its place would have. States folded before there were any have none. */
  pieces: piecesSchema.default(noPieces),
  /** States folded before answers said what they train have none of these three. */
  skills: skillsSchema.default(noSkills),
  cards: cardsSchema.default(noCards),
  stuck: stuckSchema.nullable().default(null),
  /** States folded before films were shown to groups have none. */
  viewings: viewingsSchema.default(noViewings),
  /** The on-screen keyboard the learner chose last; null until then, and in states folded before it was kept ([KHM10]). */
  board: boardSchema.nullable().default(null),
  /** States folded before the time in the lab was kept have none ([ATT1]). */
  timeHere: timeHereSchema.default(noTimeHere),
  /** States folded before requests for help were kept have none. */
  help: helpSchema.default(noHelp),
  /** What they left behind last; null once it is taken up, in states folded before it was kept, and what newer software kept otherwise ([SIT7]). */
  left: leftSchema.nullable().default(null).catch(null),
  /** The last event folded, in order; null when nothing has been. */
  last: orderSchema.nullable(),
});
export type LearnerState = z.infer<typeof learnerStateSchema>;

/** `station:store` → the contiguous seq of that store folded into this document. */
export const vectorSchema = z.record(
  z.string().regex(/^st-[a-z0-9]{8}:[0-9a-f]{16}$/),
  z.number().int().min(0),
);
export type Vector = z.infer<typeof vectorSchema>;

export const stateDocumentSchema = z.strictObject({
  _id: z.string().regex(/^learner:ln-[a-z0-9]{12}$/),
  v: z.literal(1),
  learner: learnerIdSchema,
  /** The highest Lamport counter folded, in the clear so that stations can count on from it. */
  lamport: z.number().int().min(0),
  folded: vectorSchema,
  key: sealingKeyIdSchema,
  /** `LearnerState`, sealed with the learner's key. */
  sealed: base64Schema(1024 * 1024),
});
export type StateDocument = z.infer<typeof stateDocumentSchema>;
