import { Subject } from 'rxjs';
import type { Observable } from 'rxjs';
import { highestLamport } from '../../shared/contracts/documents/event.ts';
import type { EventPayload } from '../../shared/contracts/documents/event.ts';
import { ReanError, isReanError } from '../../shared/errors.ts';
import type { LearnerId, Segment, StationId, StoreId } from '../../shared/ids.ts';
import type { EventStore } from './event-store.ts';
import { nextLamport } from './lamport.ts';
import { LogStores } from './log-stores.ts';
import type { HeldStore, LogStoresOptions, StoreState } from './log-stores.ts';
import { makeEvent } from './make-event.ts';
import type { AppendedEvent, EventMakerOptions, NewEvent } from './make-event.ts';
import type { Salvaged } from './salvage-events.ts';

export type { StoreState };

export interface EventLogOptions extends EventMakerOptions, Omit<LogStoresOptions, 'observe'> {}

interface Pending {
  readonly events: readonly NewEvent[];
  readonly resolve: (appended: readonly AppendedEvent[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * This station's own events. An event counts once `append` has resolved: it is then durable and will
 * be carried to the hub whatever happens to this process ([EVT2]).
 */
export class EventLog {
  readonly #options: EventLogOptions;
  readonly #stores: LogStores;
  readonly #lamport: LamportCounter;
  readonly #appended = new Subject<readonly AppendedEvent[]>();
  readonly #dropped = new Subject<readonly StoreId[]>();
  #queue: Pending[] = [];
  #tail: Promise<void> = Promise.resolve();
  /** False after a failed write, until the last seq has been read from the events again. */
  #certain = true;

  private constructor(options: EventLogOptions, stores: LogStores, lamport: LamportCounter) {
    this.#options = options;
    this.#stores = stores;
    this.#lamport = lamport;
  }

  /**
   * Opens every segment there is, or makes the first.
   * @throws ReanError `store.in-use`, `store.full`
   */
  static async open(options: EventLogOptions): Promise<EventLog> {
    const lamport = new LamportCounter();
    // What this station once counted itself is taken as it is.
    const observe = (own: number) => lamport.count(own);
    return new EventLog(options, await LogStores.open({ ...options, observe }), lamport);
  }

  get station(): StationId {
    return this.#options.station;
  }

  /** Names that segments which would not open are kept under; for a person to know of ([STO3]). */
  get setAside(): readonly string[] {
    return this.#stores.setAside;
  }

  /**
   * Names of set-aside stores that could not be gone through yet: how many events wait in them nobody
   * knows, so that nothing here is saved meanwhile ([STO6]).
   */
  get unsalvaged(): readonly string[] {
    return this.#stores.unsalvaged;
  }

  /** What came of going through set-aside stores in this run, for a person to know of ([STO6]). */
  get salvaged(): readonly Salvaged[] {
    return this.#stores.salvaged;
  }

  /** Events as they become durable, in order. */
  get appended$(): Observable<readonly AppendedEvent[]> {
    return this.#appended;
  }

  /** Stores that are on this disk no longer, as they go. */
  get dropped$(): Observable<readonly StoreId[]> {
    return this.#dropped;
  }

  /** Every store on this disk. */
  stores(): readonly StoreState[] {
    return this.#stores.states();
  }

  /** The store now written to. */
  current(): StoreState {
    return this.#stores.current();
  }

  /** A store to read from; null when it isn't on this disk. */
  store(id: StoreId): EventStore | null {
    return this.#stores.find(id);
  }

  /** Takes note of a Lamport counter that another's event bears ([EVT3]). */
  observe(lamport: number): void {
    this.#lamport.count(nextLamport(this.lamport, [lamport]));
  }

  /** Counts on from a counter that was judged before. */
  countFrom(lamport: number): void {
    this.#lamport.count(lamport);
  }

  /** The highest counter that this station counts on from. */
  get lamport(): number {
    return this.#lamport.highest;
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
    return this.#inTurn(() => this.#stores.use(segment));
  }

  /**
   * Takes a segment off this disk once the hub has no more need of it here ([RET2]); the one written
   * to stays. Whoever reads its events finds none.
   */
  dropSegment(segment: Segment): Promise<void> {
    return this.#inTurn(async () => {
      const stores = await this.#stores.drop(segment);
      if (stores.length > 0) this.#dropped.next(stores);
    });
  }

  /**
   * Begins a new store, for when the hub holds more of the present one than is here: this disk went
   * back in time, and its next ids are already taken ([EVT1]).
   */
  beginNewStore(): Promise<void> {
    return this.#inTurn(() => this.#stores.beginNew());
  }

  /**
   * Sets a segment whose files turned out damaged aside and begins it anew, with a new store and
   * what can be salvaged of the old ones ([STO3], [STO6]).
   */
  replaceDamaged(segment: Segment): Promise<void> {
    return this.#inTurn(() => this.#replace(segment));
  }

  /** Goes through set-aside stores that could not be gone through before, as for lack of room. */
  salvageAgain(): Promise<void> {
    return this.#inTurn(() => this.#stores.salvageAgain());
  }

  /** Waits for what is under way. The storage is the caller's to close. */
  async close(): Promise<void> {
    await this.#inTurn(() => Promise.resolve());
    this.#appended.complete();
    this.#dropped.complete();
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#tail.then(work);
    this.#tail = done.catch(() => undefined);
    return done;
  }

  async #replace(segment: Segment): Promise<void> {
    await this.#stores.replace(segment);
    this.#certain = true;
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
    const held = await this.#stores.target();
    try {
      await this.#write(held, pending);
    } catch (error) {
      if (!isReanError(error, 'store.unopenable')) throw error;
      await this.#replace(held.store.segment);
      await this.#write(await this.#stores.target(), pending);
    }
  }

  async #write(held: HeldStore, pending: readonly Pending[]): Promise<void> {
    if (!this.#certain) await this.#recover(held);
    const lamport = this.#lamport.highest;
    const batch: AppendedEvent[] = [];
    const answers = pending.map((each) => this.#prepare(each, { ...held, lamport }, batch));
    if (batch.length > 0) {
      await putEvents(held.store, batch);
      held.lastSeq += batch.length;
      this.#lamport.count(batch.at(-1)?.opened.envelope.lamport ?? 0);
      this.#appended.next(batch);
    }
    for (const answer of answers) answer();
  }

  async #recover(held: HeldStore): Promise<void> {
    const { lastSeq, lamport } = await held.store.extent();
    held.lastSeq = lastSeq;
    this.#lamport.count(lamport);
    this.#certain = true;
  }

  /** Makes the events of one call; when one can't be made, that call is refused and takes no seq. */
  #prepare(
    { events, resolve, reject }: Pending,
    { store, lastSeq, lamport }: HeldStore & { readonly lamport: number },
    batch: AppendedEvent[],
  ): () => void {
    const first = batch.length + 1;
    try {
      const made = events.map((event, index) => {
        const id = store.idOf(lastSeq + first + index);
        const next = Math.min(lamport + first + index, highestLamport);
        return makeEvent(event, { id, lamport: next }, this.#options);
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

/** The highest counter seen anywhere ([EVT3]). */
class LamportCounter {
  highest = 0;

  count(seen: number): void {
    this.highest = Math.max(this.highest, seen);
  }
}
