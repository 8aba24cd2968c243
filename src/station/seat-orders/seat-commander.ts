import {
  EMPTY,
  filter,
  firstValueFrom,
  fromEvent,
  map,
  merge,
  Subscription,
  switchMap,
  timer,
} from 'rxjs';
import type { Observable } from 'rxjs';
import { orderRules } from '../../domain/seat-orders/order-rules.ts';
import type { CommandContract } from '../../shared/contracts/commands/command-map.ts';
import { seatCommands } from '../../shared/contracts/commands/seat-commands.ts';
import type { SignedCommand } from '../../shared/contracts/commands/staff-command.ts';
import type {
  CarriedOrder,
  GivenOrder,
  LeftScreen,
  PeerOrderAnswer,
  SeatAct,
  SeatOrderInput,
} from '../../shared/contracts/seat-order.ts';
import { seatOrderInputSchema } from '../../shared/contracts/seat-order.ts';
import type { LiveSitting } from '../../shared/contracts/live-seat.ts';
import { isReanError } from '../../shared/errors.ts';
import type { CommandId, LearnerId, StationId } from '../../shared/ids.ts';
import type { Clock, Log, Randomness } from '../../shared/ports.ts';
import type { Directory } from '../directory/directory.ts';
import { reasonOf } from '../failure-reason.ts';
import type { HeardSeats } from '../live/heard-seats.ts';
import { pause } from '../live/pause.ts';
import { freshCommandId } from '../supervisor/hub-commands.ts';
import type { StaffSession } from '../supervisor/staff-session.ts';
import { GivenOrders } from './given-orders.ts';
import type { UntoldOrders } from './untold-orders.ts';

export interface SeatCommanderParts {
  readonly session: Pick<StaffSession, 'command' | 'signAlone' | 'signedIn$'>;
  /** What seats say, by way of the hub, and straight while it is away. */
  readonly seats$: readonly Observable<HeardSeats>[];
  readonly directory: () => Directory;
  readonly hubReachable$: Observable<boolean>;
  readonly order: (
    station: StationId,
    carried: CarriedOrder,
    signal: AbortSignal,
  ) => Promise<PeerOrderAnswer>;
  readonly untold: UntoldOrders;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly log: Log;
}

/** Who goes on where. */
interface SeatMove {
  readonly learner: LearnerId;
  readonly from: StationId;
  readonly to: StationId;
}

/** So long a move waits for the seat it leads to, ms: its order is given up by then. */
const waitingWithinMs = 70_000;
/**
 * How long this station goes on trying to reach seats by itself, and how often, ms; where the hub has the order, its
 * seats have so long to hear of it there.
 */
const triesForMs = 60_000;
const tryEveryMs = 2000;
/** What passes has been heard of by now, or nobody will, ms after its time. */
const heardOfMs = 5000;

/**
 * Has seats do what a person at one supervisor window wants: through the hub, or while it is away straight at the
 * seats ([ACT5]); and follows what comes of it.
 */
export class SeatCommander {
  readonly #parts: SeatCommanderParts;
  readonly #given = new GivenOrders();
  readonly #numbers = new Map<StationId, number>();
  readonly #sitting = new Map<StationId, LiveSitting | null>();
  readonly #following = new Subscription();
  readonly #closed = new AbortController();

  constructor(parts: SeatCommanderParts) {
    this.#parts = parts;
    const { signedIn$ } = parts.session;
    this.#following.add(
      signedIn$
        .pipe(switchMap((staff) => (staff === null ? EMPTY : merge(...parts.seats$))))
        .subscribe((seats) => this.#hear(seats)),
    );
    this.#following.add(
      signedIn$.pipe(filter((staff) => staff === null)).subscribe(() => this.#given.clear()),
    );
  }

  get given$(): Observable<readonly GivenOrder[]> {
    return this.#given.given$;
  }

  /**
   * Resolves once the hub has it, or this station has begun to bring it to the seats.
   * @throws ReanError as the hub refuses; `permission.denied` where nobody is signed in
   */
  async give(act: SeatAct, seats: readonly StationId[]): Promise<CommandId> {
    const { session, hubReachable$, randomness } = this.#parts;
    const contract: CommandContract = seatCommands[orderRules[act.kind].command];
    const id = freshCommandId(randomness);
    const number = this.#nextNumber(seats);
    const input: SeatOrderInput = seatOrderInputSchema.parse({ number, seats, act });
    const command = session.signAlone({ contract, input, id });
    this.#given.begin(id, act, seats);
    try {
      if (await firstValueFrom(hubReachable$)) {
        const told = await session.command({ contract, input, reason: null, id }).then(
          () => true,
          (error: unknown) => {
            if (isReanError(error, 'hub.away')) return false;
            throw error;
          },
        );
        if (told) {
          this.#tellHub(id, act);
          this.#bring(command, 'also');
          return id;
        }
      }
      await this.#parts.untold.add(command);
      this.#bring(command, 'alone');
      return id;
    } catch (error) {
      this.#given.drop(id);
      throw error;
    }
  }

  /**
   * Has a learner go on at another seat ([ACT13]): that one waits for them first, and only then their sitting is ended.
   * Resolves once the first of it is given, as {@link give}; whatever stops after that leaves them where they are.
   */
  async move({ learner, from, to }: SeatMove): Promise<void> {
    const open = this.#leftScreen(from);
    const id = await this.give({ kind: 'expect', learner, open }, [to]);
    const seat = this.#parts.directory().stations.get(to)?.seat;
    const follow = async () => {
      if (!(await this.#isWaiting(id, to))) return;
      const end = {
        kind: 'end-sitting',
        learner,
        ...(seat !== undefined && { to: seat }),
      } as const;
      await this.#giveAgain(end, from);
    };
    follow().catch((error: unknown) => {
      this.#parts.log.warn('seat.move-not-ended', { reason: reasonOf(error) });
    });
  }

  close(): void {
    this.#following.unsubscribe();
    this.#closed.abort();
  }

  /** Nobody is there to be told that the hub was too busy: it is given anew until that took it, or refuses what it is. */
  async #giveAgain(act: SeatAct, seat: StationId): Promise<void> {
    const { clock } = this.#parts;
    const { signal } = this.#closed;
    const endsMs = clock.monotonicMs() + triesForMs;
    for (;;) {
      try {
        await this.give(act, [seat]);
        return;
      } catch (error) {
        const isOver = signal.aborted || clock.monotonicMs() > endsMs;
        if (isOver || !isReanError(error) || !error.code.startsWith('hub.')) throw error;
      }
      await pause(tryEveryMs, signal);
    }
  }

  /** What is open there, by the seat's own last word. */
  #leftScreen(station: StationId): LeftScreen {
    const open = this.#sitting.get(station)?.open ?? null;
    if (open === null) return 'home';
    return open.kind === 'review' ? 'review' : 'open';
  }

  /** Whether the seat came to wait; false once it says why not, nobody tries any more, or this window closed. */
  #isWaiting(id: CommandId, to: StationId): Promise<boolean> {
    const closed = fromEvent(this.#closed.signal, 'abort');
    const over$ = merge(timer(waitingWithinMs), closed).pipe(map(() => 'given-up' as const));
    const state$ = this.given$.pipe(
      map((given) => given.find((each) => each.id === id)?.seats ?? []),
      map((seats) => seats.find(({ station }) => station === to)?.state ?? 'given-up'),
    );
    return firstValueFrom(
      merge(state$, over$).pipe(
        filter((state) => state !== 'under-way' && state !== 'delivered'),
        map((state) => state === 'applied'),
      ),
    );
  }

  /** What lasts waits for seats that are off; what passes is given up once its time is over. */
  #tellHub(id: CommandId, { kind }: SeatAct): void {
    this.#given.tellHub(id);
    const { waitsMs } = orderRules[kind];
    if (waitsMs === null) return;
    this.#following.add(timer(waitsMs + heardOfMs).subscribe(() => this.#given.giveUp(id)));
  }

  /** One more than every number these seats are known to have had. */
  #nextNumber(seats: readonly StationId[]): number {
    const { seatOrders } = this.#parts.directory();
    const numbers = seats.map((seat) => {
      const lying = seatOrderInputSchema.safeParse(seatOrders.get(seat)?.input).data?.number ?? 0;
      return Math.max(lying, this.#numbers.get(seat) ?? 0);
    });
    const number = 1 + Math.max(0, ...numbers);
    for (const seat of seats) this.#count(seat, number);
    return number;
  }

  #count(seat: StationId, number: number): void {
    this.#numbers.set(seat, Math.max(number, this.#numbers.get(seat) ?? 0));
  }

  #hear(seats: HeardSeats): void {
    for (const [station, { report }] of seats) {
      const orders = report?.orders;
      this.#sitting.set(station, report?.sitting ?? null);
      if (orders === undefined) continue;
      this.#count(station, orders.number);
      for (const outcome of orders.outcomes) this.#given.note(station, outcome);
    }
  }

  /** Where the hub has it too, only to seats that have not heard of it there, and giving up is not for this to say. */
  #bring(command: SignedCommand, who: 'alone' | 'also'): void {
    const sinceMs = this.#parts.clock.monotonicMs();
    const bringing = async () => {
      const { signal } = this.#closed;
      const endsMs = sinceMs + triesForMs;
      if (who === 'also') await pause(tryEveryMs, signal);
      while (!signal.aborted && this.#parts.clock.monotonicMs() <= endsMs) {
        const seats = this.#given.outstanding(command.id);
        if (seats.length === 0) return;
        await Promise.all(seats.map((seat) => this.#bringTo(seat, command, sinceMs)));
        if (this.#given.outstanding(command.id).length > 0) await pause(tryEveryMs, signal);
      }
      if (who === 'alone') this.#given.giveUp(command.id);
    };
    bringing().catch((error: unknown) => {
      this.#parts.log.error('seat.order-not-brought', { reason: reasonOf(error) });
    });
  }

  async #bringTo(seat: StationId, command: SignedCommand, sinceMs: number): Promise<void> {
    const { clock, order } = this.#parts;
    const ageMs = Math.max(0, clock.monotonicMs() - sinceMs);
    try {
      const { outcome, now } = await order(seat, { command, ageMs }, this.#closed.signal);
      this.#count(seat, now.number);
      this.#given.note(seat, outcome);
    } catch (error) {
      // It is tried again, and then said not to have come.
      if (!isReanError(error)) throw error;
    }
  }
}
