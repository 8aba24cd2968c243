import { lasts, orderRules } from '../../../../domain/seat-orders/order-rules.ts';
import type { Action } from '../../../../domain/permissions.ts';
import { comesAfter, stampOf } from '../../../../domain/seat-orders/order-stamp.ts';
import type { OrderStamp } from '../../../../domain/seat-orders/order-stamp.ts';
import type {
  GivenOrder,
  OrderRefusal,
  SeatAct,
  SeatStanding,
} from '../../../../shared/contracts/seat-order.ts';
import { commandIdSchema } from '../../../../shared/ids.ts';
import type { StationId } from '../../../../shared/ids.ts';
import { deedOf } from './pretend-acts.ts';
import type { PretendSeat } from './pretend-seat.ts';

/** An order on its way about the pretend lab. */
interface OrderUnderWay {
  readonly given: GivenOrder;
  readonly stamp: OrderStamp;
  /** Since it was given, ms. */
  readonly ageMs: number;
}

/** What one seat made of an order: how it is then, and how the order stands there. */
interface Taken {
  readonly seat: PretendSeat;
  readonly state: SeatStanding['state'];
  readonly why: OrderRefusal | null;
}

/** From when a seat has it, and does it: long enough to be read, ms. */
const deliveredMs = 250;
const appliedMs = 700;
/** As a real lab: what passes was heard of by then, or nobody will, ms after its time. */
const heardOfMs = 5_000;
/** Without the hub, so long the seats themselves are tried ([ACT5]), ms. */
const triesForMs = 60_000;
/** After an order waits for a seat that is cut off, somebody puts its cable in, ms. */
const cableInMs = 15_000;
/** A PC that can't write down that it goes is switched off at its own button ([PWR2]), ms. */
const byHandMs = 6_000;
const mostGiven = 20;

/** The orders given in the pretend lab, and what comes of each at each seat ([ACT7]). */
export class PretendOrders {
  #orders: readonly OrderUnderWay[] = [];
  #number = 0;

  /** The newest first. */
  get given(): readonly GivenOrder[] {
    return this.#orders.map(({ given }) => given);
  }

  /** @param byHub whether the hub has it; else it goes straight to the seats, and waits for none */
  give(act: SeatAct, seats: readonly StationId[], byHub: boolean): void {
    this.#number += 1;
    const id = commandIdSchema.parse(`cm-pract${String(this.#number).padStart(11, '0')}`);
    const standings = seats.map((station) => ({ station, state: 'under-way', why: null }) as const);
    const given = { id, act, byHub, kept: byHub && lasts(act.kind), seats: [...standings] };
    const stamp = stampOf(id, this.#number, act.kind);
    this.#orders = [{ given, stamp, ageMs: 0 }, ...this.#orders].slice(0, mostGiven);
  }

  /**
   * A moment later at the seats, the newest order first, so that one that was overtaken says so ([ACT4]).
   * @param ms since before
   * @param mayAct whether who practises may have this seat do something ([ACT6])
   * @param onDone told of each deed that was done
   */
  afterMoment(
    seats: readonly PretendSeat[],
    ms: number,
    mayAct: (seat: PretendSeat, action: Action) => boolean,
    onDone: (act: SeatAct, seat: PretendSeat, byHub: boolean) => void,
  ): readonly PretendSeat[] {
    const now = new Map(seats.map((seat) => [seat.station, seat]));
    this.#orders = this.#orders.map((order) => {
      const ageMs = order.ageMs + ms;
      const { action } = orderRules[order.given.act.kind];
      const standings = order.given.seats.map((standing) => {
        const seat = now.get(standing.station);
        if (seat === undefined || isOver(standing)) return standing;
        const taken = take({ ...order, ageMs }, seat, mayAct(seat, action));
        now.set(seat.station, taken.seat);
        if (taken.state === 'applied') onDone(order.given.act, seat, order.given.byHub);
        return { ...standing, state: taken.state, why: taken.why };
      });
      return { ...order, ageMs, given: { ...order.given, seats: standings } };
    });
    return seats.map((seat) => now.get(seat.station) ?? seat);
  }
}

const isOver = ({ state }: SeatStanding) =>
  state === 'applied' || state === 'refused' || state === 'given-up';

function take({ given, stamp, ageMs }: OrderUnderWay, seat: PretendSeat, mayAct: boolean): Taken {
  const { act } = given;
  const { sequence, waitsMs } = orderRules[act.kind];
  if (seat.link !== 'in-touch') {
    const triedMs = given.byHub ? waitsMs && waitsMs + heardOfMs : triesForMs;
    const gaveUp = triedMs !== null && ageMs > triedMs;
    const waited = seat.link === 'cut' && seat.backMs === null && given.kept;
    return {
      seat: waited ? { ...seat, backMs: cableInMs } : seat,
      state: gaveUp ? 'given-up' : 'under-way',
      why: null,
    };
  }
  if (ageMs < deliveredMs) return { seat, state: 'under-way', why: null };
  const refused = (why: OrderRefusal, after = seat): Taken => ({
    seat: after,
    state: 'refused',
    why,
  });
  if (!mayAct) return refused('not-allowed');
  if (!comesAfter(stamp, seat.last[sequence] ?? null)) return refused('overtaken');
  if (waitsMs !== null && ageMs > waitsMs) return refused('expired');
  if (ageMs < appliedMs) return { seat, state: 'delivered', why: null };
  const deed = deedOf(act, seat);
  if ('refused' in deed) return refused(deed.refused);
  const done = { ...deed, last: { ...deed.last, [sequence]: stamp } };
  // A lock is done, and goes with the next start of the PC; nothing else is that is written ([ACT3]).
  if (seat.diskUsedPart >= 1 && sequence !== 'closing') {
    const button = act.kind === 'power-off' ? { ...seat, buttonMs: byHandMs } : seat;
    return refused('disk-full', given.kept ? done : button);
  }
  return { seat: done, state: 'applied', why: null };
}
