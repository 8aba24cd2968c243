import { BehaviorSubject, combineLatest, distinctUntilChanged, map } from 'rxjs';
import type { Observable } from 'rxjs';
import { orderRules } from '../../domain/seat-orders/order-rules.ts';
import { comesAfter, isCounted, stampOf } from '../../domain/seat-orders/order-stamp.ts';
import type { OrderStamp } from '../../domain/seat-orders/order-stamp.ts';
import { mostOutcomes, seatOrderInputSchema } from '../../shared/contracts/seat-order.ts';
import type {
  CarriedOrder,
  OrderOutcome,
  OrderRefusal,
  SeatLock,
  SeatMoment,
  SeatOrderInput,
  SeatOrdersNow,
} from '../../shared/contracts/seat-order.ts';
import type { GivenTime } from '../../shared/contracts/slot-time.ts';
import type { CommandId, SiteId, StationId } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import type { Directory } from '../directory/directory.ts';
import { reasonOf } from '../failure-reason.ts';
import type { Keys } from '../keyring/keys.ts';
import { createQueue } from '../queue.ts';
import type { LocalDocument } from '../record/local-documents.ts';
import { judgeOrder } from './judge-order.ts';
import type { Carrier } from './judge-order.ts';
import { untouchedSeat } from './kept-seat.ts';
import type { KeptSeat } from './kept-seat.ts';
import { deedOf } from './seat-acts.ts';
import type { SeatHands } from './seat-acts.ts';

export interface SeatOrdersParts {
  readonly site: SiteId;
  readonly station: StationId;
  readonly store: LocalDocument<KeptSeat>;
  readonly directory: () => Directory;
  readonly keys: () => Keys | null;
  readonly hands: SeatHands;
  readonly log: Log;
}

/** Refusals that say nothing of the order itself: brought again, it is looked at again. */
const passing: readonly OrderRefusal[] = ['disk-full', 'signature', 'unknown', 'other-seat'];

/**
 * What staff have this seat do ([ACT1]): each order is looked at once, kept on the disk, done, and answered the same
 * however often and by whomever it is brought.
 */
export class SeatOrders {
  readonly #parts: SeatOrdersParts;
  readonly #kept: BehaviorSubject<KeptSeat>;
  readonly #inTurn = createQueue();
  /** Orders that take their time, and are under way. */
  readonly #settling = new Set<CommandId>();

  private constructor(parts: SeatOrdersParts, kept: KeptSeat) {
    this.#parts = parts;
    this.#kept = new BehaviorSubject(kept);
  }

  /** As the disk has it: a seat that was locked is locked before anybody can ask. @throws ReanError `store.*` */
  static async open(parts: SeatOrdersParts): Promise<SeatOrders> {
    return new SeatOrders(parts, cutOff((await parts.store.load()) ?? untouchedSeat));
  }

  /** Why the seat is locked; null while it is open. */
  get lock$(): Observable<SeatLock | null> {
    return this.#kept.pipe(
      map(({ lock }) => lock),
      distinctUntilChanged(),
    );
  }

  /** What a learner was given more of their time here last ([ACT12]). */
  get time$(): Observable<GivenTime | null> {
    return this.#kept.pipe(
      map(({ time }) => time),
      distinctUntilChanged(),
    );
  }

  /** What is told of it ([ACT2]), at once and as it moves. */
  get now$(): Observable<SeatOrdersNow> {
    return combineLatest([this.#kept, this.#parts.hands.moments.moment$]).pipe(
      map(([kept, moment]) => toldOf(kept, moment)),
    );
  }

  get now(): SeatOrdersNow {
    return toldOf(this.#kept.value, this.#parts.hands.moments.now);
  }

  /** Which order of its lock it did last; null before any. */
  get lastLock(): OrderStamp | null {
    return this.#kept.value.last['lock'] ?? null;
  }

  /** Does what an order says, or refuses it with a reason; never rejects for what the order says. */
  take({ command, ageMs }: CarriedOrder, carrier: Carrier): Promise<OrderOutcome> {
    return this.#inTurn(async () => {
      const { id } = command;
      const before = this.#kept.value.outcomes.find((outcome) => outcome.id === id);
      if (before !== undefined && (isFinal(before) || this.#settling.has(id))) return before;
      const input = seatOrderInputSchema.safeParse(command.input).data;
      const why =
        input === undefined ? 'unknown' : this.#refusal({ command, ageMs }, input, carrier);
      if (why !== null || input === undefined) {
        return this.#refuse(id, why ?? 'unknown');
      }
      return this.#perform(command, input);
    });
  }

  /**
   * Opens the seat without any order, as an officer's code at the seat itself does; orders of before stay past.
   * @returns whether it stays open after a start; not with a full disk
   */
  release(): Promise<boolean> {
    return this.#inTurn(async () => {
      const open = { ...this.#kept.value, lock: null };
      const kept = await this.#isKept(open);
      if (!kept) this.#tell(open);
      return kept;
    });
  }

  #refusal(
    { command, ageMs }: CarriedOrder,
    input: SeatOrderInput,
    carrier: Carrier,
  ): OrderRefusal | null {
    const { site, station, directory, keys, hands } = this.#parts;
    const { act, number, seats } = input;
    const { sequence, waitsMs } = orderRules[act.kind];
    const last = this.#kept.value.last[sequence] ?? null;
    if (!seats.includes(station)) return 'other-seat';
    const judging = { site, directory: directory(), keys: keys(), learner: meantBy(act, hands) };
    const refused = judgeOrder(judging, command, input, carrier);
    if (refused !== null) return refused;
    if (!isCounted(number, numberOf(this.#kept.value))) return 'unknown';
    if (!comesAfter(stampOf(command.id, number, act.kind), last)) return 'overtaken';
    return waitsMs !== null && ageMs > waitsMs ? 'expired' : null;
  }

  async #perform(
    { id, by: [signer] }: CarriedOrder['command'],
    { act, number }: SeatOrderInput,
  ): Promise<OrderOutcome> {
    if (signer === undefined) return this.#refuse(id, 'signature');
    const deed = deedOf(act, { id, by: signer.staff }, this.#parts.hands);
    if (deed.refused !== undefined) return this.#refuse(id, deed.refused);
    this.#tell({ ...this.#kept.value, outcomes: this.#noted({ id, result: 'delivered' }) });
    const done: OrderOutcome = { id, result: deed.settle ? 'delivered' : 'applied' };
    const { sequence } = orderRules[act.kind];
    const last = { ...this.#kept.value.last, [sequence]: stampOf(id, number, act.kind) };
    const next = { ...this.#kept.value, last, ...deed.keep, outcomes: this.#noted(done) };
    if (!(await this.#isKept(next))) {
      // An officer who locks a seat means now; that it will not last they are told.
      const outcome: OrderOutcome = { id, result: 'refused', why: 'disk-full' };
      // Brought again once there is room, it is done anew.
      const before = this.#kept.value.last;
      this.#tell({ ...next, last: before, outcomes: this.#noted(outcome) });
      return outcome;
    }
    await deed.after?.();
    if (deed.settle) this.#settle(id, deed.settle());
    if (deed.later !== undefined) void this.#follow(id, deed.later);
    return done;
  }

  /** What comes of it is told once it is known; other orders are taken meanwhile. */
  #settle(id: CommandId, settling: Promise<OrderRefusal | null>): void {
    this.#settling.add(id);
    const told = async (why: OrderRefusal | null) => {
      this.#settling.delete(id);
      const outcome: OrderOutcome =
        why === null ? { id, result: 'applied' } : { id, result: 'refused', why };
      const next = { ...this.#kept.value, outcomes: this.#noted(outcome) };
      if (!(await this.#isKept(next))) this.#tell(next);
    };
    settling
      .then((why) => this.#inTurn(() => told(why)))
      .catch((error: unknown) => {
        this.#parts.log.error('seat.order-failed', { reason: reasonOf(error) });
      });
  }

  /** What was answered and came to nothing after all is told as refused. */
  async #follow(id: CommandId, later: () => Promise<OrderRefusal | null>): Promise<void> {
    const why = await later();
    if (why !== null) await this.#inTurn(() => this.#refuse(id, why));
  }

  async #refuse(id: CommandId, why: OrderRefusal): Promise<OrderOutcome> {
    const outcome: OrderOutcome = { id, result: 'refused', why };
    this.#parts.log.warn('seat.order-refused', { why });
    const next = { ...this.#kept.value, outcomes: this.#noted(outcome) };
    if (passing.includes(why)) this.#tell(next);
    // What was refused stays refused after a start, when nobody knows any more who sat here.
    else if (!(await this.#isKept(next))) this.#tell(next);
    return outcome;
  }

  async #keep(next: KeptSeat): Promise<void> {
    await this.#parts.store.save(next);
    this.#kept.next(next);
  }

  /** False where nothing can be written. */
  async #isKept(next: KeptSeat): Promise<boolean> {
    try {
      await this.#keep(next);
      return true;
    } catch (error) {
      this.#parts.log.error('seat.not-kept', { reason: reasonOf(error) });
      return false;
    }
  }

  #tell(next: KeptSeat): void {
    this.#kept.next(next);
  }

  #noted(outcome: OrderOutcome): OrderOutcome[] {
    const others = this.#kept.value.outcomes.filter(({ id }) => id !== outcome.id);
    return [...others, outcome].slice(-mostOutcomes);
  }
}

/** Whose tutor may give it: of whoever sits here, or is to. */
const meantBy = (act: SeatOrderInput['act'], { learner }: Pick<SeatHands, 'learner'>) =>
  act.kind === 'expect' ? act.learner : learner();

/** What was under way when the station was cut off is not done, and its sitting is over. */
function cutOff(kept: KeptSeat): KeptSeat {
  const outcomes = kept.outcomes.map((each): OrderOutcome =>
    each.result === 'delivered' ? { id: each.id, result: 'refused', why: 'nobody' } : each,
  );
  return { ...kept, outcomes };
}

function toldOf(
  { last, lock, outcomes }: KeptSeat,
  { paused, closing, leaving, expected }: SeatMoment,
): SeatOrdersNow {
  return {
    number: numberOf({ last }),
    lock,
    paused,
    closing,
    leaving,
    ...(expected !== null && { expecting: true as const }),
    outcomes: [...outcomes],
  };
}

/** The highest of all it did; 0 before any. */
function numberOf({ last }: Pick<KeptSeat, 'last'>): number {
  return Math.max(0, ...Object.values(last).map(({ number }) => number));
}

function isFinal(outcome: OrderOutcome): boolean {
  if (outcome.result === 'delivered') return false;
  return outcome.result === 'applied' || !passing.includes(outcome.why);
}
