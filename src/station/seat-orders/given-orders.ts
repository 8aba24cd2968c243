import { BehaviorSubject } from 'rxjs';
import type { Observable } from 'rxjs';
import { lasts } from '../../domain/seat-orders/order-rules.ts';
import type {
  GivenOrder,
  OrderOutcome,
  SeatAct,
  SeatStanding,
} from '../../shared/contracts/seat-order.ts';
import type { CommandId, StationId } from '../../shared/ids.ts';

/** Orders that are still told of; the oldest go first. */
const mostGiven = 20;

/** What was given from one window, and how far each seat is with it ([ACT7]). */
export class GivenOrders {
  readonly #given = new BehaviorSubject<readonly GivenOrder[]>([]);

  /** The newest first. */
  get given$(): Observable<readonly GivenOrder[]> {
    return this.#given;
  }

  begin(id: CommandId, act: SeatAct, seats: readonly StationId[]): void {
    const standings = seats.map((station) => ({ station, state: 'under-way', why: null }) as const);
    const order = { id, act, byHub: false, kept: false, seats: [...standings] };
    this.#given.next([order, ...this.#given.value].slice(0, mostGiven));
  }

  /** The hub has it: what lasts is done whenever a seat comes back. */
  tellHub(id: CommandId): void {
    this.#change(id, (order) => ({ ...order, byHub: true, kept: lasts(order.act.kind) }));
  }

  /** Nobody has it, and nobody will. */
  drop(id: CommandId): void {
    this.#given.next(this.#given.value.filter((order) => order.id !== id));
  }

  note(station: StationId, outcome: OrderOutcome): void {
    const why = outcome.result === 'refused' ? outcome.why : null;
    this.#changeSeats(outcome.id, (seat) =>
      seat.station === station ? { station, state: outcome.result, why } : seat,
    );
  }

  /** Those that have not answered yet are waited for no longer. */
  giveUp(id: CommandId): void {
    this.#changeSeats(id, (seat) =>
      isOutstanding(seat) ? { ...seat, state: 'given-up' as const } : seat,
    );
  }

  /** Seats that an order is not known to have come to. */
  outstanding(id: CommandId): readonly StationId[] {
    const order = this.#given.value.find((each) => each.id === id);
    return order?.seats.filter(isOutstanding).map(({ station }) => station) ?? [];
  }

  clear(): void {
    this.#given.next([]);
  }

  #changeSeats(id: CommandId, change: (seat: SeatStanding) => SeatStanding): void {
    this.#change(id, (order) => ({ ...order, seats: order.seats.map(change) }));
  }

  #change(id: CommandId, change: (order: GivenOrder) => GivenOrder): void {
    const before = this.#given.value;
    const after = before.map((order) => (order.id === id ? change(order) : order));
    if (JSON.stringify(before) !== JSON.stringify(after)) this.#given.next(after);
  }
}

function isOutstanding({ state }: SeatStanding): boolean {
  return state === 'under-way' || state === 'delivered' || state === 'given-up';
}
