import { ReanError, asReanError, isReanError } from '../../shared/errors.ts';
import { segmentSchema } from '../../shared/ids.ts';
import type { Segment, StoreId } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import { openOrSetAside } from '../store/set-aside.ts';
import type { Database, Storage } from '../store/storage.ts';
import { mintStore, notePast, openStores, pastLamport } from './event-store.ts';
import type { EventStore } from './event-store.ts';
import type { EventMakerOptions } from './make-event.ts';
import { salvageEvents } from './salvage-events.ts';

/** The segment every site begins with; later ones are opened by the hub ([EVT5]). */
const firstSegment: Segment = segmentSchema.parse('events-0001');

export interface LogStoresOptions extends Pick<
  EventMakerOptions,
  'station' | 'signing' | 'randomness'
> {
  readonly storage: Storage;
  readonly logger?: Log;
  /** Told the Lamport counter of every store's last event. */
  readonly observe: (lamport: number) => void;
}

/** A store and how far it has come. */
export interface StoreState {
  readonly segment: Segment;
  readonly store: StoreId;
  readonly lastSeq: number;
}

export interface HeldStore {
  readonly store: EventStore;
  lastSeq: number;
}

/** The stores of this station's log, over all segments on its disk. One call at a time. */
export class LogStores {
  readonly #options: LogStoresOptions;
  readonly #setAside: string[] = [];
  readonly #held: HeldStore[] = [];
  #writing: HeldStore | null = null;
  /** A segment that was set aside and could not be begun anew yet, for lack of room. */
  #unfinished: Segment | null = null;

  private constructor(options: LogStoresOptions) {
    this.#options = options;
  }

  /** Opens every segment there is, or makes the first. @throws ReanError `store.*` */
  static async open(options: LogStoresOptions): Promise<LogStores> {
    const names = await options.storage.list();
    const segments = names.flatMap((name) => segmentSchema.safeParse(name).data ?? []);
    const stores = new LogStores(options);
    for (const segment of segments.length > 0 ? segments : [firstSegment]) {
      await stores.#add(segment);
    }
    return stores;
  }

  get setAside(): readonly string[] {
    return this.#setAside;
  }

  states(): readonly StoreState[] {
    return this.#held.map(stateOf);
  }

  current(): StoreState {
    if (!this.#writing) throw new ReanError('store.closed', { what: 'event log' });
    return stateOf(this.#writing);
  }

  find(id: StoreId): EventStore | null {
    return this.#held.find(({ store }) => store.store === id)?.store ?? null;
  }

  /** The store to write to. */
  async target(): Promise<HeldStore> {
    if (this.#unfinished !== null) await this.#begin(this.#unfinished);
    if (!this.#writing) throw new ReanError('store.closed', { what: 'event log' });
    return this.#writing;
  }

  async use(segment: Segment): Promise<void> {
    if (this.#writing?.store.segment === segment) return;
    const known = this.#held.findLast(({ store }) => store.segment === segment);
    if (known) this.#writing = known;
    else await this.#add(segment);
  }

  async beginNew(): Promise<void> {
    const { database, segment } = (await this.target()).store;
    const { station, randomness } = this.#options;
    const store = await mintStore(database, segment, station, randomness);
    this.#writing = { store, lastSeq: 0 };
    this.#held.push(this.#writing);
  }

  /**
   * Takes a segment off this disk, with every store in it; nothing happens to the one written to.
   * How far the Lamport counter had come is kept first ([EVT3]). Gives the stores that are gone.
   */
  async drop(segment: Segment): Promise<readonly StoreId[]> {
    const { store } = await this.target();
    const gone = this.#held.filter((each) => each.store.segment === segment);
    if (store.segment === segment || gone.length === 0) return [];
    await notePast(store.database, await this.#highestIn(gone));
    const kept = this.#held.filter((each) => each.store.segment !== segment);
    this.#held.splice(0, this.#held.length, ...kept);
    await this.#options.storage.destroy(segment);
    return gone.map((each) => each.store.store);
  }

  async #highestIn(held: readonly HeldStore[]): Promise<number> {
    const extents = await Promise.all(held.map(({ store }) => store.extent()));
    return Math.max(0, ...extents.map(({ lamport }) => lamport));
  }

  /** Sets a damaged segment aside, and begins it anew with what can be salvaged. */
  async replace(segment: Segment): Promise<void> {
    await this.#setSegmentAside(segment);
    await this.#begin(segment);
  }

  async #begin(segment: Segment): Promise<void> {
    this.#unfinished = segment;
    const before = this.#writing;
    await this.#add(segment);
    if (before && before.store.segment !== segment) this.#writing = before;
    this.#unfinished = null;
  }

  /** Files that open and then can't be read are set aside like ones that don't open ([STO3]). */
  async #add(segment: Segment): Promise<void> {
    try {
      await this.#hold(segment);
    } catch (error) {
      if (!isReanError(error, 'store.unopenable')) throw error;
      await this.#setSegmentAside(segment);
      await this.#hold(segment);
    }
  }

  async #setSegmentAside(segment: Segment): Promise<void> {
    this.#setAside.push(await this.#options.storage.setAside(segment));
    const kept = this.#held.filter(({ store }) => store.segment !== segment);
    this.#held.splice(0, this.#held.length, ...kept);
  }

  async #hold(segment: Segment): Promise<void> {
    const { storage, station, randomness, observe } = this.#options;
    const { database, setAside } = await openOrSetAside(storage, segment);
    if (setAside !== null) this.#setAside.push(setAside);
    await this.#salvage(database, segment);
    observe(await pastLamport(database));
    for (const store of await openStores(database, segment, station, randomness)) {
      const { lastSeq, lamport } = await store.extent();
      observe(lamport);
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
}

function stateOf({ store, lastSeq }: HeldStore): StoreState {
  return { segment: store.segment, store: store.store, lastSeq };
}
