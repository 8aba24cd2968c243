import type {
  Leaving,
  OrderRefusal,
  SeatAct,
  SeatActKind,
  SeatActOf,
} from '../../../../shared/contracts/seat-order.ts';
import type { LearnerId } from '../../../../shared/ids.ts';
import { learners, lessons } from './pretend-people.ts';
import { lastMinute } from '../../../../shared/contracts/slot-time.ts';
import type { PretendSeat } from './pretend-seat.ts';

/** What a pretend seat is after it did what it was told; or why it does not, as the seat is now. */
type Deed = PretendSeat | { readonly refused: OrderRefusal };

type Acts = {
  readonly [Kind in SeatActKind]: (act: SeatActOf<Kind>, seat: PretendSeat) => Deed;
};

const secondMs = 1_000;
/** Until a word was read, and until somebody who was signed out sits down again, ms. */
const readMs = 8_000;
const comesBackMs = 20_000;
/** A PC brings what it has to the hub before it goes, ms. */
const goesMs = 3_000;

const goes = (seat: PretendSeat, to: Leaving): PretendSeat => ({
  ...seat,
  leaving: { to, gone: false, leftMs: goesMs },
});

const isKnown = (id: LearnerId) => Object.values(learners).some(({ learner }) => learner === id);

/**
 * What a pretend seat does by kind of act, as `station/seat-orders/seat-acts.ts` has it of real ones: a further kind does
 * not compile before it has its line here too, so that there is none that can't be practised ([PRC4]).
 */
const acts: Acts = {
  lock: ({ message }, seat) => ({ ...seat, lock: { message } }),
  unlock: (_act, seat) => ({ ...seat, lock: null }),
  message: ({ message }, seat) =>
    seat.sitting === null ? { refused: 'nobody' } : { ...seat, word: { message, leftMs: readMs } },
  pause: ({ seconds }, seat) => ({ ...seat, restsMs: seconds * secondMs }),
  resume: (_act, seat) => ({ ...seat, restsMs: 0 }),
  'end-sitting': ({ learner, to }, seat) => {
    const { sitting } = seat;
    const who = sitting?.learner;
    if (who === undefined || (learner ?? who.learner) !== who.learner) return { refused: 'nobody' };
    // Whoever was sent elsewhere does not come back here.
    const comes = to === undefined ? { learner: who, inMs: comesBackMs } : null;
    return { ...seat, sitting: null, word: null, comes };
  },
  expect: ({ learner }, seat) =>
    seat.sitting === null && seat.lock === null && !seat.closing && isKnown(learner)
      ? { ...seat, expecting: true, comes: null }
      : { refused: 'not-free' },
  unexpect: (_act, seat) => ({ ...seat, expecting: false }),
  'give-time': ({ minutes }, seat) => {
    const { sitting } = seat;
    if (sitting === null) return { refused: 'nobody' };
    if (sitting.until === null) return { refused: 'no-end' };
    const until = Math.min(lastMinute, sitting.until + minutes);
    return { ...seat, sitting: { ...sitting, until } };
  },
  'start-lesson': ({ pack, lesson }, seat) => {
    const at = lessons.findIndex((each) => each.pack === pack && each.lesson === lesson);
    if (seat.sitting === null) return { refused: 'nobody' };
    if (at < 0) return { refused: 'lacking' };
    return { ...seat, sitting: { ...seat.sitting, lesson: { at, done: 0 } } };
  },
  close: (_act, seat) => ({ ...seat, closing: true }),
  reopen: (_act, seat) => ({ ...seat, closing: false }),
  restart: (_act, seat) => goes(seat, 'restart'),
  'power-off': (_act, seat) => goes(seat, 'power-off'),
};

export function deedOf<Kind extends SeatActKind>(
  act: SeatAct & { readonly kind: Kind },
  seat: PretendSeat,
): Deed {
  const perform: (act: never, seat: PretendSeat) => Deed = acts[act.kind];
  return perform(act as never, seat);
}
