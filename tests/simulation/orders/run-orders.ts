import { contentKey } from '../disk-image.ts';
import { InvariantBroken } from '../invariant-broken.ts';
import { VirtualTime } from '../virtual-time.ts';
import { lookAtTheHub } from './hub-record.ts';
import { oneDeed } from './order-deeds.ts';
import { OrderLab } from './order-lab.ts';
import type { OrderLabSetup } from './order-lab.ts';
import type { OrderBook } from './order-book.ts';
import type { OrderSeat } from './order-seat.ts';

/** Longer than anybody tries to bring an order, or tells late what was brought, ms. */
const comesToRestMs = 120_000;

export interface OrderStory {
  /** What broke; null when all held. */
  readonly broken: Error | null;
  readonly trace: readonly string[];
  readonly book: OrderBook | null;
}

/** A lab lives through this many deeds under its seed, comes to rest, and is looked at. */
export async function runOrders(setup: OrderLabSetup, steps: number): Promise<OrderStory> {
  VirtualTime.begin();
  const trace: string[] = [];
  let lab: OrderLab | null = null;
  try {
    lab = await OrderLab.make(setup);
    for (let left = steps; left > 0; left -= 1) {
      trace.push(`${await oneDeed(lab)} ${lab.time.place}`);
    }
    await lab.endFaults();
    await lab.time.pass(comesToRestMs);
    lab.look();
    await lookAtAll(lab);
    await lab.end();
    return { broken: null, trace, book: lab.book };
  } catch (error) {
    const broken = error instanceof Error ? error : new Error(String(error));
    return { broken, trace, book: lab?.book ?? null };
  } finally {
    VirtualTime.end();
  }
}

/** Seat, hub and directory say the same, and no learner's answer is lost ([ACT3], [EVT2]). */
async function lookAtAll(lab: OrderLab): Promise<void> {
  const told = await lab.time.for(
    lab.desk(0).running.line.uplink.live.seats(null, lasting),
    'the room',
  );
  if (told === null) throw new InvariantBroken('the hub tells nothing of the room', {});
  await lookAtTheHub(lab, told);
  for (const seat of lab.seats) {
    const lies = await lyingFor(lab, seat);
    const { book } = lab;
    const report = told.seats.find(({ station }) => station === seat.station)?.report;
    const views = [...lab.seats, ...lab.desks].map(
      ({ running }) => running.line.directory.directory.seatOrders.get(seat.station)?.id ?? null,
    );
    const shown = seat.running.orders.now.lock?.id ?? null;
    const facts = {
      seat: seat.station,
      lies,
      views,
      shown,
      told: report?.orders?.lock?.id ?? null,
    };
    if (views.some((view) => view !== (lies ?? null))) {
      throw new InvariantBroken('a station pulled another order than lies at the hub', facts);
    }
    if (!book.holds(seat.station, lies)) {
      throw new InvariantBroken('the directory lies behind what the seat did', facts);
    }
    if (shown !== book.lockOf(lies) || facts.told !== shown) {
      throw new InvariantBroken('seat, hub and directory do not agree', facts);
    }
    await lookForAnswers(seat);
  }
}

const lasting = new AbortController().signal;

async function lyingFor(lab: OrderLab, { station }: OrderSeat) {
  const [found] = await lab.hub.parts.office.directory.all(`seat:${station}`);
  return found?.type === 'seat' ? found.command.id : undefined;
}

async function lookForAnswers(seat: OrderSeat): Promise<void> {
  const { log, uplink } = seat.running.line;
  const stores = log.stores().map(({ store }) => log.store(store)?.readKnown(0));
  const there = (await Promise.all(stores)).flatMap((reading) => reading?.documents ?? []);
  const held = new Set(there.map(contentKey));
  const lost = seat.answered.filter((event) => !held.has(contentKey(event)));
  if (lost.length > 0) {
    throw new InvariantBroken('an answered event is lost', { ids: lost.map(({ _id }) => _id) });
  }
  let waiting: number | null = null;
  uplink.status$.subscribe((status) => (waiting = status.waiting)).unsubscribe();
  if (waiting !== 0)
    throw new InvariantBroken('the hub lacks answers', { seat: seat.station, waiting });
}
