import * as z from 'zod';
import {
  commandIdSchema,
  learnerIdSchema,
  packIdSchema,
  slugSchema,
  staffIdSchema,
  stationIdSchema,
} from '../ids.ts';
import { hubRunSchema, signedCommandSchema } from './commands/staff-command.ts';
import { hubSeenSchema } from './hub-seen.ts';

/**
 * What staff have a seat do ([ACT1]): a command that they signed, handed to the seats by the hub, or while it is
 * away by the supervisor's station itself. The seat looks at it, obeys it once or refuses it with a reason, and
 * says which.
 */

/** What stands on a locked seat, as a picture, in words and spoken. */
export const lockMessages = ['wait', 'listen', 'break', 'over', 'repair'] as const;
export type LockMessage = (typeof lockMessages)[number];

/** What a learner can be told, chosen from here: no words of anybody's own ([ACT8]). */
export const seatMessages = ['come', 'help-comes', 'finish', 'quiet', 'well-done'] as const;
export type SeatMessage = (typeof seatMessages)[number];

/** How long everybody looks up, at most, s ([ACT9]): a class is held for minutes, and no longer by a mistake. */
export const pauseSeconds = [60, 300, 900] as const;
const mostPauseSeconds = 1800;

/** How a PC goes: it starts anew, or is off ([PWR1]). */
export const leavings = ['restart', 'power-off'] as const;
export type Leaving = (typeof leavings)[number];
/** What a learner is given more of their time at a seat, minutes ([ACT12]). */
export const givenMinutes = [5, 10, 15] as const;

/** What somebody had on their screen when they were moved: what they learn or read, what is due, or none of these. */
export const leftScreens = ['open', 'review', 'home'] as const;
export type LeftScreen = (typeof leftScreens)[number];

/** One member for each kind of order; what a kind may, and does, stands in `domain/seat-orders/order-rules.ts`. */
export const seatActSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lock'), message: z.enum(lockMessages) }),
  z.strictObject({ kind: z.literal('unlock') }),
  z.strictObject({ kind: z.literal('message'), message: z.enum(seatMessages) }),
  z.strictObject({
    kind: z.literal('pause'),
    seconds: z.number().int().min(10).max(mostPauseSeconds),
  }),
  z.strictObject({ kind: z.literal('resume') }),
  z.strictObject({
    kind: z.literal('end-sitting'),
    /** Nobody's but theirs; whoever sits there where it is left out. */
    learner: learnerIdSchema.optional(),
    /** The seat they are to go to ([ACT13]). */
    to: z.number().int().min(1).max(999).optional(),
  }),
  /** Greets somebody who is to sit down here, and goes on with what they had on their screen ([ACT13]). */
  z.strictObject({
    kind: z.literal('expect'),
    learner: learnerIdSchema,
    open: z.enum(leftScreens),
  }),
  z.strictObject({ kind: z.literal('unexpect') }),
  z.strictObject({ kind: z.literal('give-time'), minutes: z.number().int().min(1).max(60) }),
  z.strictObject({ kind: z.literal('start-lesson'), pack: packIdSchema, lesson: slugSchema }),
  z.strictObject({ kind: z.literal('close') }),
  z.strictObject({ kind: z.literal('reopen') }),
  z.strictObject({ kind: z.literal('restart') }),
  z.strictObject({ kind: z.literal('power-off') }),
]);
export type SeatAct = z.infer<typeof seatActSchema>;
export type SeatActKind = SeatAct['kind'];
export type SeatActOf<Kind extends SeatActKind> = Extract<SeatAct, { kind: Kind }>;

/** Seats of one order; of more, several are given. */
export const mostSeats = 64;
/** Higher numbers than this are nobody's: none can be drawn out of reach of those that follow. */
export const mostOrderNumber = 1_000_000_000;
const orderNumberSchema = z.number().int().min(1).max(mostOrderNumber);

/** What is signed of an order, as the input of its command. */
export const seatOrderInputSchema = z.strictObject({
  /** More than that of every order these seats are known to have been given: of two the higher holds ([ACT4]). */
  number: orderNumberSchema,
  seats: z
    .array(stationIdSchema)
    .min(1)
    .max(mostSeats)
    .refine((seats) => new Set(seats).size === seats.length),
  act: seatActSchema,
});
export type SeatOrderInput = z.infer<typeof seatOrderInputSchema>;

/** In the place of the hub's run where an order was signed while the hub was away ([ACT5]). */
export const withoutHub = hubRunSchema.parse('f'.repeat(32));

/** Why a seat did not do what it was told. */
export const orderRefusals = [
  /** Not of a shape this station knows: newer software may know it. */
  'unknown',
  'other-seat',
  'signature',
  /** Not the right of who signed it: who sits there is not in their care, or they may not at all. */
  'not-allowed',
  /** Nobody sits there. */
  'nobody',
  /** Somebody gave a later one. */
  'overtaken',
  /** It came too late to be of use. */
  'expired',
  /** It is done, and goes with the next start of the PC: nothing could be written. */
  'disk-full',
  /** No course of that PC's packs has such a lesson. */
  'lacking',
  /** Not open to who sits there: a course they don't take, or another lesson comes first. */
  'not-open',
  /** The window there did not go where it was to. */
  'stays',
  /** Its system does not let it start anew, or go off. */
  'powerless',
  /** Somebody sits there, it is locked, or out of order. */
  'not-free',
  /** Nothing ends their time: nobody comes after them, or nobody is sure what o'clock it is. */
  'no-end',
] as const;
export type OrderRefusal = (typeof orderRefusals)[number];

/** What came of an order at one seat. */
export const orderOutcomeSchema = z.discriminatedUnion('result', [
  /** The seat has it, and is at it. */
  z.strictObject({ id: commandIdSchema, result: z.literal('delivered') }),
  z.strictObject({ id: commandIdSchema, result: z.literal('applied') }),
  z.strictObject({
    id: commandIdSchema,
    result: z.literal('refused'),
    /** A reason of newer software is told as one that is not known. */
    why: z.enum(orderRefusals).catch('unknown'),
  }),
]);
export type OrderOutcome = z.infer<typeof orderOutcomeSchema>;

/** How many outcomes a seat remembers, and tells. */
export const mostOutcomes = 16;

/** That a seat is locked: since which order, and by whom. */
export const seatLockSchema = z.strictObject({
  message: z.enum(lockMessages),
  id: commandIdSchema,
  by: staffIdSchema,
});
export type SeatLock = z.infer<typeof seatLockSchema>;

/** A seat that goes ([PWR2]). */
export const seatLeavingSchema = z.strictObject({
  to: z.enum(leavings),
  /** False while it brings what it has to the hub; true in the last word it says. */
  gone: z.boolean(),
});
export type SeatLeaving = z.infer<typeof seatLeavingSchema>;

/** What a seat shows for a moment: gone with the station's process. */
export const seatMomentSchema = z.strictObject({
  /** The word to whoever sits there, until it is read. */
  message: z.enum(seatMessages).nullable(),
  paused: z.boolean(),
  /** Where staff take whoever sits there, until they have seen so ([ACT11]). */
  led: z
    .strictObject({ order: commandIdSchema, pack: packIdSchema, lesson: slugSchema })
    .nullable(),
  /** Who is to sit down here ([ACT13]). */
  expected: learnerIdSchema.nullable(),
  /** Who is to go to which seat, after their sitting here was ended for it. */
  sent: z.strictObject({ learner: learnerIdSchema, seat: z.number().int().min(1) }).nullable(),
  /** Whether the lab closes: nobody new sits down ([CLS2]). */
  closing: z.boolean(),
  /** Null while it stays. */
  leaving: seatLeavingSchema.nullable(),
});
export type SeatMoment = z.infer<typeof seatMomentSchema>;

/** What a seat says of orders ([LIV1]). */
export const seatOrdersNowSchema = z.strictObject({
  /** Of the last one it did; 0 before any. */
  number: z.number().int().min(0).max(mostOrderNumber),
  lock: seatLockSchema.nullable(),
  /** Whether it rests until an officer goes on; left out by stations of before. */
  paused: z.boolean().optional(),
  /** Whether it waits for somebody who was moved to it; left out where it does not. */
  expecting: z.literal(true).optional(),
  /** Whether nobody new sits down, as the lab closes; left out by stations of before. */
  closing: z.boolean().optional(),
  /** Whether it goes; left out by stations of before. */
  leaving: seatLeavingSchema.nullable().optional(),
  /** The newest last. */
  outcomes: z.array(orderOutcomeSchema).max(mostOutcomes),
});
export type SeatOrdersNow = z.infer<typeof seatOrdersNowSchema>;

/** An order on its way, and how long it has been, ms: whoever carries it counts, by a monotonic clock. */
export const carriedOrderSchema = z.strictObject({
  command: signedCommandSchema,
  ageMs: z.number().min(0),
});
export type CarriedOrder = z.infer<typeof carriedOrderSchema>;

/** How long the hub holds what a seat asks, ms; and how long the seat waits for it. */
export const ordersHoldMs = 5000;
export const ordersQuietMs = 10_000;

/** GET /v1/orders: those for the seat that asks; held until there is one, at most 5 s ([ACT2]). */
export const ordersAnswerSchema = z.strictObject({
  ...hubSeenSchema.shape,
  orders: z.array(carriedOrderSchema).max(200),
});
export type OrdersAnswer = z.infer<typeof ordersAnswerSchema>;

/** Of the largest answer, bytes. */
export const mostOrdersBytes = 1024 * 1024;

/** POST /peer/order takes a {@link carriedOrderSchema}, and answers what came of it and how the seat is now. */
export const peerOrderAnswerSchema = z.strictObject({
  station: stationIdSchema,
  outcome: orderOutcomeSchema,
  now: seatOrdersNowSchema,
});
export type PeerOrderAnswer = z.infer<typeof peerOrderAnswerSchema>;

/** What is to be seen, at the station that gave it, of an order at one seat ([ACT7]). */
export const seatStandingSchema = z.strictObject({
  station: stationIdSchema,
  /** On its way; the seat has it; done; not done; nobody tries any more. */
  state: z.enum(['under-way', 'delivered', 'applied', 'refused', 'given-up']),
  why: z.enum(orderRefusals).nullable(),
});
export type SeatStanding = z.infer<typeof seatStandingSchema>;

export const givenOrderSchema = z.strictObject({
  id: commandIdSchema,
  act: seatActSchema,
  /** Whether the hub has it; without it this station brings it to the seats. */
  byHub: z.boolean(),
  /** Whether it waits for seats that are off, until another order takes its place. */
  kept: z.boolean(),
  seats: z.array(seatStandingSchema),
});
export type GivenOrder = z.infer<typeof givenOrderSchema>;
/** The newest first. */
export const givenOrdersSchema = z.array(givenOrderSchema);
