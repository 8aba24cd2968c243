import { NEVER, Subscription, of } from 'rxjs';
import type { EventDocument, EventPayload } from '../../../src/shared/contracts/documents/event.ts';
import { pause } from '../../../src/station/live/pause.ts';
import type {
  CarriedOrder,
  Leaving,
  OrderOutcome,
  OrderRefusal,
  SeatActOf,
} from '../../../src/shared/contracts/seat-order.ts';
import { ReanError } from '../../../src/shared/errors.ts';
import type { CommandId, LearnerId, StationId } from '../../../src/shared/ids.ts';
import type { Clock } from '../../../src/shared/ports.ts';
import { SeatTeller } from '../../../src/station/live/seat-teller.ts';
import { localDocument, localNames } from '../../../src/station/record/local-documents.ts';
import { followOrders } from '../../../src/station/seat-orders/follow-orders.ts';
import { keptSeatSchema } from '../../../src/station/seat-orders/kept-seat.ts';
import { SeatMoments } from '../../../src/station/seat-orders/seat-moments.ts';
import { SeatOrders } from '../../../src/station/seat-orders/seat-orders.ts';
import type { PeerDesk, TakenOrder } from '../../../src/sync/peer/peer-desk.ts';
import { MemoryDisk } from '../../../src/sync/store/memory-storage.ts';
import type { OrderBook } from './order-book.ts';
import { openOrderLine, silent } from './order-line.ts';
import type { OrderLine, OrderStationParts } from './order-line.ts';
import type { Keys } from '../../../src/station/keyring/keys.ts';

type Lesson = SeatActOf<'start-lesson'>;
const windowOpensMs = 400;

export interface OrderSeatParts extends OrderStationParts {
  readonly keys: () => Keys;
  readonly book: OrderBook;
}

interface Running {
  readonly line: OrderLine;
  readonly orders: SeatOrders;
  readonly teller: SeatTeller;
  readonly following: Subscription;
  /** Of this power-on: what it does after a cut is nobody's any more. */
  readonly life: { on: boolean };
}

/** A kiosk's seat: its orders, what it tells of them, and the learner's answers; its disk outlives its power cuts. */
export class OrderSeat {
  readonly #parts: OrderSeatParts;
  readonly #clock: Clock;
  disk = new MemoryDisk();
  /** Its wall clock is this wrong, ms. */
  clockOffMs = 0;
  /** Who sits here; null where nobody does. */
  learner: LearnerId | null = null;
  /** Its power goes the moment it has answered an order; asked whether writes under way outlive that. */
  diesAnswering: (() => boolean) | null = null;
  /** What learners were told is recorded. */
  readonly answered: EventDocument[] = [];
  /** The first thing that was wrong here. */
  broken: unknown = null;
  #running: Running | null = null;

  constructor(parts: OrderSeatParts) {
    this.#parts = parts;
    this.#clock = {
      wallMs: () => Date.now() + this.clockOffMs,
      monotonicMs: () => performance.now(),
    };
  }

  get station(): StationId {
    return this.#parts.config.station;
  }

  get isOn(): boolean {
    return this.#running !== null;
  }

  get running(): Running {
    if (this.#running === null) throw new Error('the seat is off');
    return this.#running;
  }

  get desk(): PeerDesk | null {
    return this.#running?.line.peers.desk ?? null;
  }

  async switchOn(): Promise<void> {
    const { book, config, keys } = this.#parts;
    const life = { on: true };
    let orders: SeatOrders | null = null;
    let teller: SeatTeller | null = null;
    const take = (carried: CarriedOrder) => (orders ? this.#taken(orders, carried, life) : null);
    const line = await openOrderLine(this.#parts, this.disk, this.#clock, {
      seat: () => teller?.report() ?? null,
      takeOrder: take,
    });
    orders = await SeatOrders.open({
      site: config.site,
      station: this.station,
      store: localDocument(line.local, localNames.seat, keptSeatSchema),
      directory: () => line.directory.directory,
      keys,
      hands: this.#hands(life),
      log: silent,
    });
    this.#look(() => book.start(this.station, orders?.now.lock ?? null));
    teller = this.#teller(line, orders, life);
    const { directory$ } = line.directory;
    const parts = { station: this.station, uplink: line.uplink, directory$, orders, log: silent };
    const following = followOrders(parts);
    following.add(
      orders.lock$.subscribe((lock) => {
        if (life.on) this.#look(() => book.show(this.station, lock));
      }),
    );
    teller.start();
    this.#running = { line, orders, teller, following, life };
  }

  /** The power goes out. What was running goes on, on a disk nobody looks at any more. */
  cutPower(survives: () => boolean): void {
    const { line, teller, following, life } = this.running;
    life.on = false;
    this.#running = null;
    this.disk = this.disk.afterPowerCut(survives);
    this.learner = null;
    line.cut();
    following.unsubscribe();
    void teller.stop();
    void line.stop();
  }

  async stop(): Promise<void> {
    const { line, teller, following } = this.running;
    following.unsubscribe();
    await Promise.all([teller.stop(), line.stop()]);
  }

  /** A learner answers; it counts once they are told so. */
  async answer(payload: EventPayload, learner: LearnerId): Promise<void> {
    const { line, life } = this.running;
    const { document } = await line.log.append(payload, learner);
    if (life.on) this.answered.push(document);
  }

  /** An answer to whoever brought it counts from the moment it leaves. */
  async #taken(
    orders: SeatOrders,
    carried: CarriedOrder,
    life: Running['life'],
  ): Promise<TakenOrder> {
    const { book } = this.#parts;
    const again = orders.now.outcomes.some(
      ({ id, result }) => id === carried.command.id && result === 'applied',
    );
    const outcome = await orders.take(carried, 'peer');
    if (!life.on) throw new ReanError('hub.unreachable', { reason: 'no power' });
    if (again) book.note('brought again after it was done');
    if (outcome.result === 'applied') book.note('acknowledged straight');
    const taken = { outcome, now: orders.now };
    this.#answered(outcome, life);
    return taken;
  }

  #answered(outcome: OrderOutcome, life: Running['life']): void {
    const { book } = this.#parts;
    const news = book.acknowledge(this.station, outcome);
    const { diesAnswering } = this;
    if (!news || diesAnswering === null || !life.on) return;
    this.diesAnswering = null;
    book.note('power cut as it answered');
    this.cutPower(diesAnswering);
  }

  #teller({ uplink }: OrderLine, orders: SeatOrders, life: Running['life']): SeatTeller {
    const { randomness } = this.#parts;
    const { live } = uplink;
    return new SeatTeller({
      sitting$: of(null),
      catalogue$: NEVER,
      ends$: of(null),
      orders,
      uplink: {
        status$: uplink.status$,
        live: {
          seats: (seen, signal) => live.seats(seen, signal),
          tell: (report, signal) => {
            if (life.on) {
              for (const outcome of report.orders?.outcomes ?? []) this.#answered(outcome, life);
            }
            return live.tell(report, signal);
          },
        },
      },
      health: () => Promise.resolve({ diskUsedPart: 0.5, celsius: 40 }),
      appVersion: '0.0.0',
      clock: this.#clock,
      randomness,
      log: silent,
    });
  }

  #hands(life: Running['life']) {
    const { book } = this.#parts;
    const did = (...of: Parameters<OrderBook['did']>) => {
      if (life.on) this.#look(() => book.did(...of));
    };
    return {
      moments: new WatchedMoments((act) => did(this.station, act)),
      learner: () => this.learner,
      isFree: () => this.learner === null,
      endSitting: () => {
        did(this.station, { kind: 'end-sitting' });
        if (life.on) this.learner = null;
        return Promise.resolve();
      },
      // Whether it went is the machine's: here somebody pulls the plug, or nobody does.
      // Nobody plans the week of this lab: nothing ends anybody's time.
      time: { extended: () => null, tell: () => undefined },
      leave: (to: Leaving) => {
        did(this.station, { kind: to });
        return Promise.resolve(null);
      },
      lessons: {
        refusal: (): OrderRefusal | null => (this.learner === null ? 'nobody' : null),
        // The window opens it a moment later.
        lead: async (_id: CommandId, lesson: Lesson) => {
          did(this.station, { ...lesson, kind: 'start-lesson' });
          await pause(windowOpensMs, new AbortController().signal);
          return this.learner === null ? ('nobody' as const) : null;
        },
      },
    };
  }

  /** What is wrong is told at the next step: here it would be swallowed by what it is about. */
  #look(judge: () => void): void {
    try {
      judge();
    } catch (error) {
      this.broken ??= error;
    }
  }
}

/** Tells what it is made to do. */
class WatchedMoments extends SeatMoments {
  readonly #did: (act: Parameters<OrderBook['did']>[1]) => void;

  constructor(did: (act: Parameters<OrderBook['did']>[1]) => void) {
    super();
    this.#did = did;
  }

  override say(message: Parameters<SeatMoments['say']>[0]): void {
    this.#did({ kind: 'message', message });
    super.say(message);
  }

  override pause(ms: number): void {
    this.#did({ kind: 'pause', seconds: ms / 1000 });
    super.pause(ms);
  }
}
