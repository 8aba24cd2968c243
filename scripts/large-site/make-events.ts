import type { Keyring } from '../../src/shared/contracts/keyring.ts';
import type { StationConfig } from '../../src/shared/contracts/station-config.ts';
import type { EventDocument, EventPayload } from '../../src/shared/contracts/documents/event.ts';
import { formatEventId } from '../../src/shared/event-id.ts';
import { storeIdSchema } from '../../src/shared/ids.ts';
import type { StoreId } from '../../src/shared/ids.ts';
import type { Randomness } from '../../src/shared/ports.ts';
import { canonicalHash } from '../../src/sync/envelope/canonical.ts';
import { readSigningKey } from '../../src/sync/envelope/signing.ts';
import { makeEvent } from '../../src/sync/log/make-event.ts';
import type { EventMakerOptions } from '../../src/sync/log/make-event.ts';
import { usualSitting } from './usual-work.ts';

export interface EventsWish {
  readonly stations: readonly StationConfig[];
  readonly keyring: Keyring;
  readonly events: number;
  readonly random: Randomness;
}

/** An event as replication carries it: with its first revision. */
export type CarriedEvent = EventDocument & { readonly _rev: string };

type Learner = Keyring['learners'][number];

const startOfTime = { wallMs: 0, hubOffsetMs: null, labDay: { date: null, sure: false } } as const;

/**
 * The events of a busy lab in the order they happen, a page at a time: at every station one learner
 * after another, sitting by sitting, all stations at once. The same random numbers and keys make the
 * same events.
 */
export function* makeEvents(
  wish: EventsWish,
  pageSize: number,
): Generator<readonly CarriedEvent[]> {
  const seated = new Set<Learner>();
  const seats = wish.stations.map((station) => new Seat(station, { ...wish, seated }));
  let page: CarriedEvent[] = [];
  for (let count = 0; count < wish.events; count += 1) {
    const seat = seats[count % seats.length];
    if (seat === undefined) return;
    page.push(seat.next(count + 1));
    if (page.length < pageSize) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

interface SeatWish extends EventsWish {
  /** Learners who sit at any station now. */
  readonly seated: Set<Learner>;
}

/** Who sits at one station, one after another. */
class Seat {
  readonly #maker: EventMakerOptions;
  readonly #store: StoreId;
  readonly #random: Randomness;
  readonly #learners: readonly Learner[];
  readonly #seated: Set<Learner>;
  #left: EventPayload[] = [];
  #learner: Learner | undefined;
  #sittings = 0;
  #seq = 0;

  constructor({ station, signingKey }: StationConfig, { keyring, random, seated }: SeatWish) {
    this.#random = random;
    this.#seated = seated;
    this.#learners = keyring.learners;
    this.#store = storeIdSchema.parse(Buffer.from(random.bytes(8)).toString('hex'));
    this.#maker = {
      station,
      signing: { number: signingKey.number, privateKey: readSigningKey(signingKey.privateKey) },
      sealingKey: () => this.#learner?.key ?? keyring.siteKey,
      now: () => startOfTime,
      randomness: random,
    };
  }

  next(lamport: number): CarriedEvent {
    if (this.#left.length === 0) this.#sitDown();
    const payload = this.#left.shift() ?? { type: 'language.chosen', language: 'km' };
    this.#seq += 1;
    const id = formatEventId({ station: this.#maker.station, store: this.#store, seq: this.#seq });
    const learner = this.#learner?.learner ?? null;
    const { document } = makeEvent({ payload, learner }, { id, lamport }, this.#maker);
    return { ...document, _rev: `1-${canonicalHash(document.sig).slice(0, 32)}` };
  }

  /** Somebody who sits nowhere; anybody where all do. */
  #sitDown(): void {
    if (this.#learner) this.#seated.delete(this.#learner);
    const free = this.#learners.filter((learner) => !this.#seated.has(learner));
    const others = free.length > 0 ? free : this.#learners;
    this.#learner = others[Math.floor(this.#random.fraction() * others.length)];
    if (this.#learner) this.#seated.add(this.#learner);
    this.#left = [...usualSitting(this.#sittings, this.#random)];
    this.#sittings += 1;
  }
}
