import type { OrderStamp } from '../../../../domain/seat-orders/order-stamp.ts';
import { needsHelp } from '../../../../domain/training/needs-help.ts';
import type { LearnerCard, SeatHealth } from '../../../../shared/contracts/ipc/views.ts';
import type { Localized } from '../../../../shared/contracts/phrase.ts';
import type {
  LockMessage,
  SeatLeaving,
  SeatMessage,
} from '../../../../shared/contracts/seat-order.ts';
import type { Spot } from '../../../../shared/contracts/seat-places.ts';
import { sittingIdSchema } from '../../../../shared/ids.ts';
import type { SittingId, StationId } from '../../../../shared/ids.ts';
import { learners, lessonLength, lessons, stationAt, stationName } from './pretend-people.ts';

/** How a learner of the pretend lab goes about it. */
export type Manner =
  /** Answers, mostly right, and goes on to the next lesson. */
  | 'steady'
  /** Answers wrong, again and again, until somebody comes. */
  | 'stuck'
  /** Has got up without signing out. */
  | 'left';

export interface PretendSitting {
  readonly id: SittingId;
  readonly learner: LearnerCard;
  readonly manner: Manner;
  /** Which lesson is open, and how far; null on the home screen. */
  readonly lesson: { readonly at: number; readonly done: number } | null;
  /** Wrong tries since the last right one. */
  readonly wrong: number;
  readonly attempts: number;
  readonly right: number;
  /** When their time ends, as others come, minutes since midnight; null where nobody does. */
  readonly until: number | null;
  /** Until they do the next thing, ms. */
  readonly nextMs: number;
}

/** Somebody on their way to a seat, until they sit down, ms; and the lesson they were moved with. */
export interface Coming {
  readonly learner: LearnerCard;
  readonly inMs: number;
  readonly lesson?: PretendSitting['lesson'];
}

export interface PretendSeat {
  readonly station: StationId;
  readonly seat: number;
  readonly name: Localized;
  readonly place: Spot | null;
  /** Whether its PC is on and its cable in. */
  readonly link: 'in-touch' | 'cut' | 'off';
  /** Until its cable is put in again, or it is on again, ms; null while nobody is about to. */
  readonly backMs: number | null;
  /** Since it was last heard, ms; null where it never was. */
  readonly heardMs: number | null;
  readonly waiting: number;
  readonly diskUsedPart: number;
  /** Whether nobody new sits down, as the lab closes. */
  readonly closing: boolean;
  /** Whether its PC goes, or went, as it was told; and until it is gone, ms. */
  readonly leaving: (SeatLeaving & { readonly leftMs: number }) | null;
  /** Until somebody switches it off at its own button, as it can't be told to, ms; null where nobody does. */
  readonly buttonMs: number | null;
  readonly lock: { readonly message: LockMessage } | null;
  /** How long it still rests, ms; 0 while it does not. */
  readonly restsMs: number;
  /** The word on its screen, and until its learner has read it, ms. */
  readonly word: { readonly message: SeatMessage; readonly leftMs: number } | null;
  readonly sitting: PretendSitting | null;
  /** Who sits down here next, and when, ms. */
  readonly comes: Coming | null;
  /** Whether it greets somebody who was sent to it. */
  readonly expecting: boolean;
  /** The last order it did of each sequence, as at a real seat ([ACT4]). */
  readonly last: Readonly<Partial<Record<string, OrderStamp>>>;
}

/** When others come to the first seat: ten to eleven, minutes since midnight. */
const othersComeAt = 650;
/** Between two answers, ms. */
export const answerEveryMs = 6_000;

let sittings = 0;
const freshSitting = (): SittingId => {
  sittings += 1;
  return sittingIdSchema.parse(`si-pract${String(sittings).padStart(11, '0')}`);
};

export function satDown(learner: LearnerCard, manner: Manner = 'steady'): PretendSitting {
  const wrong = manner === 'stuck' ? 4 : 0;
  return {
    id: freshSitting(),
    learner,
    manner,
    lesson: { at: manner === 'stuck' ? 1 : 0, done: 2 },
    wrong,
    attempts: 2 + wrong,
    right: 2,
    until: learner === learners.fish ? othersComeAt : null,
    nextMs: answerEveryMs,
  };
}

const free = (seat: number): PretendSeat => ({
  station: stationAt(seat),
  seat,
  name: stationName(seat),
  place: null,
  link: 'in-touch',
  backMs: null,
  heardMs: 1_000,
  waiting: 0,
  diskUsedPart: 0.4,
  leaving: null,
  buttonMs: null,
  closing: false,
  lock: null,
  restsMs: 0,
  word: null,
  sitting: null,
  comes: null,
  expecting: false,
  last: {},
});

/** So full that a lock is not kept over a restart ([ACT3]). */
const fullDisk = 1;
const cutForMs = 400_000;
const unsent = 12;

/** The eight seats as practice begins: each shows something else that happens in a lab. */
export const firstSeats = (): readonly PretendSeat[] => [
  { ...free(1), sitting: satDown(learners.fish) },
  { ...free(2), sitting: satDown(learners.elephant, 'stuck'), diskUsedPart: fullDisk },
  { ...free(3), sitting: satDown(learners.lotus) },
  { ...free(4), sitting: satDown(learners.mango) },
  free(5),
  { ...free(6), sitting: satDown(learners.moon, 'left') },
  {
    ...free(7),
    sitting: satDown(learners.bell),
    link: 'cut',
    heardMs: cutForMs,
    waiting: unsent,
  },
  { ...free(8), link: 'off', heardMs: null },
];

/** The same seat as in {@link firstSeats}, for what a step of the tour needs there. */
export const asAtFirst = (seat: number): PretendSeat | undefined =>
  firstSeats().find((each) => each.seat === seat);

/** Nothing goes on there: what is open stays as it is ([ACT3], [ACT9]). */
export const isHeld = ({ lock, restsMs }: PretendSeat): boolean => lock !== null || restsMs > 0;

/** @param receiptAgeMs of the last receipt the hub gave it */
export const healthOf = (
  { link, diskUsedPart }: PretendSeat,
  receiptAgeMs: number,
): SeatHealth | null =>
  link === 'in-touch'
    ? { receiptAgeMs, offsetMs: 0, appVersion: '–', diskUsedPart, celsius: 48 }
    : null;

export const isStuck = ({ wrong }: PretendSitting): boolean => needsHelp({ wrong });

/** The next lesson, after which comes the first again. */
export const lessonAfter = (at: number): number => (at + 1) % lessons.length;
export const isDone = (done: number): boolean => done >= lessonLength;
