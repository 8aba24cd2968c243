import { comesAfter, stampOf } from '../../../src/domain/seat-orders/order-stamp.ts';
import type { OrderStamp } from '../../../src/domain/seat-orders/order-stamp.ts';
import { orderRules } from '../../../src/domain/seat-orders/order-rules.ts';
import type { SignedCommand } from '../../../src/shared/contracts/commands/staff-command.ts';
import { seatOrderInputSchema } from '../../../src/shared/contracts/seat-order.ts';
import type { OrderOutcome, SeatAct, SeatLock } from '../../../src/shared/contracts/seat-order.ts';
import type { CommandId, StationId } from '../../../src/shared/ids.ts';
import { canonicalHash } from '../../../src/sync/envelope/canonical.ts';
import { InvariantBroken } from '../invariant-broken.ts';

/** An order that an officer signed. */
export interface Issued {
  readonly command: SignedCommand;
  readonly act: SeatAct;
  readonly stamp: OrderStamp;
  readonly seats: readonly StationId[];
}

/** How often what was looked for came about: a run in which it never did shows nothing. */
export const orderEffects = [
  'lock acknowledged',
  'started with a lock',
  'acknowledged straight',
  'brought again after it was done',
  'told late on record',
  'two of one number',
  'power cut in the midst of an order',
  'power cut as it answered',
  'ordered while a clock is years off',
] as const;
export type OrderEffect = (typeof orderEffects)[number];

/**
 * What officers signed and seats answered in a lab's life, written down as it leaves them: by it is judged what
 * seats show and do ([ACT1], [ACT3], [ACT4]).
 */
export class OrderBook {
  readonly #issued = new Map<CommandId, Issued>();
  /** The last order of the lock that each seat said it did. */
  readonly #acknowledged = new Map<StationId, OrderStamp>();
  /** Locks that a seat showed, in order. */
  readonly #shown = new Map<StationId, SeatLock[]>();
  readonly #deeds = new Map<string, number>();
  readonly #effects = new Map<OrderEffect, number>();

  note(effect: OrderEffect): void {
    this.#effects.set(effect, (this.#effects.get(effect) ?? 0) + 1);
  }

  get missing(): readonly OrderEffect[] {
    return orderEffects.filter((effect) => !this.#effects.has(effect));
  }

  get effects(): ReadonlyMap<OrderEffect, number> {
    return this.#effects;
  }

  get issued(): readonly Issued[] {
    return [...this.#issued.values()];
  }

  /** An officer's station sends it, or brings it, for the first time or again. */
  issue(command: SignedCommand): void {
    if (this.#issued.has(command.id)) return;
    const { number, act, seats } = seatOrderInputSchema.parse(command.input);
    const stamp = stampOf(command.id, number, act.kind);
    const twin = (each: Issued) => isOfLock(each) && each.stamp.number === number;
    const isTwin = orderRules[act.kind].sequence === 'lock' && this.issued.some(twin);
    if (isTwin) this.note('two of one number');
    this.#issued.set(command.id, { command, act, stamp, seats });
  }

  /** An answer leaves the seat: from now on somebody counts on it. Returns whether it is the newest of its lock. */
  acknowledge(seat: StationId, { id, result }: OrderOutcome): boolean {
    const issued = this.#issued.get(id);
    if (result !== 'applied' || issued === undefined || !isOfLock(issued)) return false;
    if (issued.act.kind === 'lock') this.note('lock acknowledged');
    const isNewest = comesAfter(issued.stamp, this.#acknowledged.get(seat) ?? null);
    if (isNewest) this.#acknowledged.set(seat, issued.stamp);
    return isNewest;
  }

  /** What a seat shows right after a start, before it has heard of anybody. */
  start(seat: StationId, lock: SeatLock | null): void {
    if (lock !== null) this.note('started with a lock');
    this.#judge(seat, lock, 'after a start');
  }

  /** What a seat shows from now on, while it is on. */
  show(seat: StationId, lock: SeatLock | null): void {
    this.#judge(seat, lock, 'while it is on');
    const shown = this.#shown.get(seat) ?? [];
    if (lock === null || shown.at(-1)?.id === lock.id) return;
    // It gave way to another before: it is done, and comes back by no other way than a start.
    if (shown.some(({ id }) => id === lock.id)) {
      throw new InvariantBroken('a lock is obeyed twice', { seat, lock });
    }
    this.#shown.set(seat, [...shown, lock]);
  }

  /** Something passing is done at a seat; an act tells one order from others as far as it can. */
  did(seat: StationId, act: SeatAct): void {
    const which = canonicalHash(act);
    const key = `${seat} ${which}`;
    const times = (this.#deeds.get(key) ?? 0) + 1;
    this.#deeds.set(key, times);
    const told = this.issued.filter(
      (each) => each.seats.includes(seat) && canonicalHash(each.act) === which,
    );
    if (times > told.length) {
      throw new InvariantBroken('an order is obeyed twice', { seat, act, times });
    }
  }

  /** The lock a seat has to show in the end, by everything that lies in the directory. */
  lockOf(id: CommandId | undefined): CommandId | null {
    const issued = id === undefined ? undefined : this.#issued.get(id);
    return issued?.act.kind === 'lock' ? issued.command.id : null;
  }

  /** Whether this is not older than what the seat said it did. */
  holds(seat: StationId, id: CommandId | undefined): boolean {
    const said = this.#acknowledged.get(seat) ?? null;
    const issued = id === undefined ? undefined : this.#issued.get(id);
    if (said === null) return true;
    return issued !== undefined && !comesAfter(said, issued.stamp);
  }

  /** It shows what the last order it answered says, or what a later one says that was given. */
  #judge(seat: StationId, lock: SeatLock | null, when: string): void {
    const said = this.#acknowledged.get(seat) ?? null;
    const fits = (each: Issued) =>
      isOfLock(each) &&
      each.seats.includes(seat) &&
      (each.stamp.id === said?.id || comesAfter(each.stamp, said)) &&
      (lock === null ? each.act.kind === 'unlock' : each.command.id === lock.id);
    if (said === null && lock === null) return;
    if (!this.issued.some(fits)) {
      throw new InvariantBroken('a seat does not show its lock', { seat, lock, said, when });
    }
  }
}

const isOfLock = ({ act }: Issued): boolean => orderRules[act.kind].sequence === 'lock';
