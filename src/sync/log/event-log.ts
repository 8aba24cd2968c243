import { Subject } from 'rxjs';
import type { Observable } from 'rxjs';
import type { EventPayload } from '../../shared/contracts/documents/event.ts';
import { ReanError, asReanError, isReanError } from '../../shared/errors.ts';
import { segmentSchema } from '../../shared/ids.ts';
import type { LearnerId, Segment, StationId, StoreId } from '../../shared/ids.ts';
import { openOrSetAside } from '../store/set-aside.ts';
import type { Log } from '../../shared/ports.ts';
import type { Database, Storage } from '../store/storage.ts';
import { mintStore, openStores } from './event-store.ts';
import type { EventStore } from './event-store.ts';
import { salvageEvents } from './salvage-events.ts';
import { makeEvent } from './make-event.ts';
import type { AppendedEvent, EventMakerOptions, NewEvent } from './make-event.ts';

/** The segment every site begins with; later ones are opened by the hub ([EVT5]). */
const firstSegment: Segment = segmentSchema.parse('events-0001');

export interface EventLogOptions extends EventMakerOptions {
  readonly storage: Storage;
  readonly logger?: Log;
}

/** A store and how far it has come. */
export interface StoreState {
  readonly segment: Segment;
  readonly store: StoreId;
  readonly lastSeq: number;
}

interface Pending {
  readonly events: readonly NewEvent[];
  readonly resolve: (appended: readonly AppendedEvent[]) => void;
  readonly reject: (error: unknown) => void;
}

interface Held {
  readonly store: EventStore;
  lastSeq: number;
}

/**
 * This station's own events. An event counts once `append` has resolved: it is then durable and will
 * be carried to the hub whatever happens to this process ([EVT2]).
 */
export class EventLog {
  readonly #options: EventLogOptions;
  readonly #appended = new Subject<readonly AppendedEvent[]>();
  readonly #setAside: string[] = [];
  readonly #held: Held[] = [];
  #writing: Held | null = null;
  #queue: Pending[] = [];
  #tail: Promise<void> = Promise.resolve();
  #highestLamport = 0;
  /** False after a failed write, until the last seq has been read from the events again. */
  #certain = true;

  private constructor(options: EventLogOptions) {
    this.#options = options;
  }

  /**
   * Opens every segment there is, or makes the first.
   * @throws ReanError `store.in-use`, `store.full`
   */
  static async open(options: EventLogOptions): Promise<EventLog> {
    const names = await options.storage.list();
    const segments = names.flatMap((name) => segmentSchema.safeParse(name).data ?? []);
    const log = new EventLog(options);
    for (const segment of segments.length > 0 ? segments : [firstSegment]) await log.#add(segment);
    return log;
  }

  get station(): StationId {
    return this.#options.station;
  }

  /** Names that segments which would not open are kept under; for a person to know of ([STO3]). */
  get setAside(): readonly string[] {
    return this.#setAside;
  }

  /** Events as they become durable, in order. */
  get appended$(): Observable<readonly AppendedEvent[]> {
    return this.#appended;
  }

  /** Every store on this disk. */
  stores(): readonly StoreState[] {
    return this.#held.map(stateOf);
  }

  /** The store now written to. */
  current(): StoreState {
    return stateOf(this.#target());
  }

  /** A store to read from; null when it isn't on this disk. */
  store(id: StoreId): EventStore | null {
    return this.#held.find(({ store }) => store.store === id)?.store ?? null;
  }

  /** Takes note of a Lamport counter seen in state documents or elsewhere ([EVT3]). */
  observe(lamport: number): void {
    this.#highestLamport = Math.max(this.#highestLamport, lamport);
  }

  /**
   * Records one event; resolves once it is durable.
   * @throws ReanError `store.full`, `key.missing`, `shape.invalid` when too large, `store.closed`
   */
  async append(payload: EventPayload, learner: LearnerId | null): Promise<AppendedEvent> {
    const [appended] = await this.appendAll([{ payload, learner }]);
    if (!appended) throw new ReanError('unexpected', { what: 'append' });
    return appended;
  }

  /** Records events in this order in one atomic write: all of them or none. Errors as `append`. */
  appendAll(events: readonly NewEvent[]): Promise<readonly AppendedEvent[]> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ events, resolve, reject });
      this.#inTurn(() => this.#drain()).catch(reject);
    });
  }

  /** Writes to this segment from now on, as the hub says; nothing happens when it does already. */
  useSegment(segment: Segment): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#writing?.store.segment === segment) return;
      const known = this.#held.findLast(({ store }) => store.segment === segment);
      if (known) this.#writing = known;
      else await this.#add(segment);
    });
  }

  /**
   * Begins a new store, for when the hub holds more of the present one than is here: this disk went
   * back in time, and its next ids are already taken ([EVT1]).
   */
  beginNewStore(): Promise<void> {
    return this.#inTurn(async () => {
      const { database, segment } = this.#target().store;
      const { station, randomness } = this.#options;
      this.#writing = {
        store: await mintStore(database, segment, station, randomness),
        lastSeq: 0,
      };
      this.#held.push(this.#writing);
    });
  }

  /**
   * Sets a segment whose files turned out damaged aside and begins it anew, with a new store and
   * what can be salvaged of the old ones ([STO3], [STO6]).
   */
  replaceDamaged(segment: Segment): Promise<void> {
    return this.#inTurn(() => this.#replace(segment));
  }

  /** Waits for what is under way. The storage is the caller's to close. */
  async close(): Promise<void> {
    await this.#inTurn(() => Promise.resolve());
    this.#appended.complete();
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#tail.then(work);
    this.#tail = done.catch(() => undefined);
    return done;
  }

  #target(): Held {
    if (!this.#writing) throw new ReanError('store.closed', { what: 'event log' });
    return this.#writing;
  }

  async #replace(segment: Segment): Promise<void> {
    this.#setAside.push(await this.#options.storage.setAside(segment));
    const kept = this.#held.filter(({ store }) => store.segment !== segment);
    this.#held.splice(0, this.#held.length, ...kept);
    const before = this.#writing;
    await this.#add(segment);
    if (before && before.store.segment !== segment) this.#writing = before;
    this.#certain = true;
  }

  async #add(segment: Segment): Promise<void> {
    const { storage, station, randomness } = this.#options;
    const { database, setAside } = await openOrSetAside(storage, segment);
    if (setAside !== null) this.#setAside.push(setAside);
    await this.#salvage(database, segment);
    for (const store of await openStores(database, segment, station, randomness)) {
      const { lastSeq, lamport } = await store.extent();
      this.observe(lamport);
      this.#writing = { store, lastSeq };
      this.#held.push(this.#writing);
    }
  }

  /** What could not be salvaged stays where it is; nothing else is held up by it. */
  async #salvage(database: Database, segment: Segment): Promise<void> {
    try {
      await salvageEvents(this.#options.storage, database, segment, this.#options);
    } catch (error) {
      this.#options.logger?.error('log.not-salvaged', { segment, reason: asReanError(error).code });
    }
  }

  /** Everything queued goes into one write: under load, one sync serves many events. */
  async #drain(): Promise<void> {
    const pending = this.#queue;
    this.#queue = [];
    if (pending.length === 0) return;
    try {
      await this.#writeOrReplace(pending);
    } catch (error) {
      this.#certain = false;
      for (const { reject } of pending) reject(error);
    }
  }

  async #writeOrReplace(pending: readonly Pending[]): Promise<void> {
    const held = this.#target();
    try {
      await this.#write(held, pending);
    } catch (error) {
      if (!isReanError(error, 'store.unopenable')) throw error;
      await this.#replace(held.store.segment);
      await this.#write(this.#target(), pending);
    }
  }

  async #write(held: Held, pending: readonly Pending[]): Promise<void> {
    if (!this.#certain) await this.#recover(held);
    const lamport = this.#highestLamport;
    const batch: AppendedEvent[] = [];
    const answers = pending.map((each) => this.#prepare(each, { ...held, lamport }, batch));
    if (batch.length > 0) {
      await putEvents(held.store, batch);
      held.lastSeq += batch.length;
      this.observe(batch.at(-1)?.opened.envelope.lamport ?? 0);
      this.#appended.next(batch);
    }
    for (const answer of answers) answer();
  }

  async #recover(held: Held): Promise<void> {
    const { lastSeq, lamport } = await held.store.extent();
    held.lastSeq = lastSeq;
    this.observe(lamport);
    this.#certain = true;
  }

  /** Makes the events of one call; when one can't be made, that call is refused and takes no seq. */
  #prepare(
    { events, resolve, reject }: Pending,
    { store, lastSeq, lamport }: Held & { readonly lamport: number },
    batch: AppendedEvent[],
  ): () => void {
    const first = batch.length + 1;
    try {
      const made = events.map((event, index) => {
        const id = store.idOf(lastSeq + first + index);
        return makeEvent(event, { id, lamport: lamport + first + index }, this.#options);
      });
      batch.push(...made);
      return () => resolve(made);
    } catch (error) {
      return () => reject(error);
    }
  }
}

async function putEvents(store: EventStore, batch: readonly AppendedEvent[]): Promise<void> {
  const outcomes = await store.database.putMany(batch.map(({ document }) => document));
  if (outcomes.some(({ ok }) => !ok)) throw new ReanError('store.conflict', { store: store.store });
}

function stateOf({ store, lastSeq }: Held): StoreState {
  return { segment: store.segment, store: store.store, lastSeq };
}
