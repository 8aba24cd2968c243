import type {
  Leaving,
  OrderRefusal,
  SeatAct,
  SeatActKind,
  SeatActOf,
} from '../../shared/contracts/seat-order.ts';
import type { CommandId, LearnerId, StaffId } from '../../shared/ids.ts';
import type { SlotTime } from '../sitting/slot-time.ts';
import type { KeptSeat } from './kept-seat.ts';
import type { LedLessons } from './led-lessons.ts';
import type { SeatMoments } from './seat-moments.ts';

/** Which order it is, and whose. */
export interface ActOrder {
  readonly id: CommandId;
  readonly by: StaffId;
}

/** What acts have their hands on. */
export interface SeatHands {
  readonly moments: SeatMoments;
  /** Who sits here; null where nobody does. */
  readonly learner: () => LearnerId | null;
  /** Whether somebody can sit down here: nobody does, and it is neither locked nor out of order. */
  readonly isFree: () => boolean;
  /** Ends the sitting, with what was done on record. */
  readonly endSitting: () => Promise<void>;
  readonly lessons: Pick<LedLessons, 'refusal' | 'lead'>;
  /** Has the PC go; resolves with why it is still here. */
  readonly leave: (to: Leaving) => Promise<OrderRefusal | null>;
  readonly time: Pick<SlotTime, 'extended' | 'tell'>;
}

/** What an order makes of a seat: on the disk first, then done; or why it is not done as the seat is now. */
type Deed =
  | {
      readonly refused?: undefined;
      readonly keep?: Partial<Pick<KeptSeat, 'lock' | 'time'>>;
      readonly after?: () => Promise<void> | void;
      /** What takes its time, and other orders don't wait for: null once done, or why it was not. */
      readonly settle?: () => Promise<OrderRefusal | null>;
      /** Goes on by itself, after it was answered; says why it came to nothing, if it did. */
      readonly later?: () => Promise<OrderRefusal | null>;
    }
  | { readonly refused: OrderRefusal };

type Acts = {
  readonly [Kind in SeatActKind]: (act: SeatActOf<Kind>, order: ActOrder, hands: SeatHands) => Deed;
};

const secondMs = 1000;

/** What a seat does when it is told to, by kind: a further kind has its line here. */
const acts: Acts = {
  lock: ({ message }, { id, by }) => ({ keep: { lock: { message, id, by } } }),
  unlock: () => ({ keep: { lock: null } }),
  message: ({ message }, _order, { moments, learner }) =>
    learner() === null ? { refused: 'nobody' } : { after: () => moments.say(message) },
  pause: ({ seconds }, _order, { moments }) => ({
    after: () => moments.pause(seconds * secondMs),
  }),
  resume: (_act, _order, { moments }) => ({ after: () => moments.resume() }),
  'end-sitting': ({ learner: meant, to }, _order, { learner, endSitting, moments }) => {
    const who = learner();
    if (who === null || (meant !== undefined && meant !== who)) return { refused: 'nobody' };
    const leave = async () => {
      await endSitting();
      if (to !== undefined) moments.send({ learner: who, seat: to });
    };
    return { after: leave };
  },
  expect: ({ learner, open }, _order, { isFree, moments }) =>
    isFree() ? { after: () => moments.expect({ learner, open }) } : { refused: 'not-free' },
  unexpect: (_act, _order, { moments }) => ({ after: () => moments.unexpect() }),
  'give-time': ({ minutes }, _order, { learner, time }) => {
    const who = learner();
    if (who === null) return { refused: 'nobody' };
    const given = time.extended(who, minutes);
    if (given === null) return { refused: 'no-end' };
    return { keep: { time: given }, after: () => time.tell({ until: given.until, minutes }) };
  },
  'start-lesson': (lesson, { id }, { lessons }) => {
    const refused = lessons.refusal(lesson);
    return refused === null ? { settle: () => lessons.lead(id, lesson) } : { refused };
  },
  close: (_act, _order, { moments, learner }) => ({
    after: () => moments.shut(learner() !== null),
  }),
  reopen: (_act, _order, { moments }) => ({ after: () => moments.reopen() }),
  restart: (_act, _order, { leave }) => ({ later: () => leave('restart') }),
  'power-off': (_act, _order, { leave }) => ({ later: () => leave('power-off') }),
};

export function deedOf<Kind extends SeatActKind>(
  act: SeatAct & { readonly kind: Kind },
  order: ActOrder,
  hands: SeatHands,
): Deed {
  const perform: (act: never, order: ActOrder, hands: SeatHands) => Deed = acts[act.kind];
  return perform(act as never, order, hands);
}
