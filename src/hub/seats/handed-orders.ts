import { Subject } from 'rxjs';
import type { Observable } from 'rxjs';
import { lasts, orderRules } from '../../domain/seat-orders/order-rules.ts';
import type { SignedCommand } from '../../shared/contracts/commands/staff-command.ts';
import type { CarriedOrder, SeatOrderInput } from '../../shared/contracts/seat-order.ts';
import type { StationId } from '../../shared/ids.ts';
import type { Clock } from '../../shared/ports.ts';

/** What lasts is in the directory by then, ms. */
const lastingKeptMs = 60_000;
/** Kept at most; the oldest go first. */
const mostKept = 1000;

interface Handed {
  readonly command: SignedCommand;
  readonly seats: ReadonlySet<StationId>;
  readonly number: number;
  readonly atMs: number;
  readonly untilMs: number;
}

/** Orders on their way to seats, in memory: what lasts is kept in the directory too ([ACT2], [ACT3]). */
export class HandedOrders {
  readonly #clock: Clock;
  readonly #moved$ = new Subject<ReadonlySet<StationId>>();
  #handed: readonly Handed[] = [];
  #number = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The seats for which there is something new. */
  get moved$(): Observable<ReadonlySet<StationId>> {
    return this.#moved$;
  }

  /** Grows with every order. */
  get number(): number {
    return this.#number;
  }

  hand(command: SignedCommand, { act, seats }: SeatOrderInput): void {
    const atMs = this.#clock.monotonicMs();
    const keptMs = lasts(act.kind) ? lastingKeptMs : (orderRules[act.kind].waitsMs ?? 0);
    this.#number += 1;
    const order = { command, seats: new Set(seats), number: this.#number, atMs };
    const kept = this.#handed.filter(({ untilMs }) => untilMs > atMs);
    this.#handed = [...kept, { ...order, untilMs: atMs + keptMs }].slice(-mostKept);
    this.#moved$.next(order.seats);
  }

  /** Those for a seat after this number, in order. */
  for(station: StationId, after: number): CarriedOrder[] {
    const now = this.#clock.monotonicMs();
    return this.#handed
      .filter(({ seats, number, untilMs }) => seats.has(station) && number > after && untilMs > now)
      .map(({ command, atMs }) => ({ command, ageMs: Math.max(0, now - atMs) }));
  }
}
