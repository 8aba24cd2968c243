import { ReanError, asReanError, isReanError } from '../../shared/errors.ts';
import { segmentSchema } from '../../shared/ids.ts';
import type { Segment, StoreId } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import type { SeqRanges } from '../../shared/seq-range.ts';
import { openOrSetAside } from '../store/set-aside.ts';
import type { Database, Storage } from '../store/storage.ts';
import { mintStore, notePast, openStores, pastLamport } from './event-store.ts';
import type { EventStore } from './event-store.ts';
import { noteSalvaged, salvageEvents, salvagedIn } from './salvage-events.ts';
import type { SalvageOptions, Salvaged } from './salvage-events.ts';

/** The segment every site begins with; later ones are opened by the hub ([EVT5]). */
const firstSegment: Segment = segmentSchema.parse('events-0001');

export interface LogStoresOptions extends SalvageOptions {
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
  /** Numbers before the last that are not on this disk: damage took their events. */
  readonly missing: SeqRanges;
}

export interface HeldStore {
  readonly store: EventStore;
  readonly missing: SeqRanges;
  lastSeq: number;
}

/** The stores of this station's log, over all segments on its disk. One call at a time. */
export class LogStores {
  readonly #options: LogStoresOptions;
  readonly #setAside: string[] = [];
  readonly #held: HeldStore[] = [];
  #writing: HeldStore | null = null;
  /** Segments that were set aside and could not be begun anew yet, for lack of room. */
  readonly #unfinished = new Set<Segment>();
  /** Names of set-aside stores that could not be gone through yet. */
  readonly #unsalvaged = new Set<string>();
  readonly #salvaged: Salvaged[] = [];

  private constructor(options: LogStoresOptions) {
    this.#options = options;
  }

  /** Opens every segment there is, or makes the first. @throws ReanError `store.*` */
  static async open(options: LogStoresOptions): Promise<LogStores> {
    const stores = new LogStores(options);
    const live = segmentsAmong(await options.storage.list());
    for (const segment of live) await stores.#add(segment);
    for (const segment of await stores.#forgotten(live)) await stores.#add(segment);
    if (stores.#held.length === 0) await stores.#add(firstSegment);
    const newest = stores.#held
      .map(({ store }) => store.segment)
      .sort()
      .at(-1);
    if (newest) await stores.use(newest);
    return stores;
  }

  get setAside(): readonly string[] {
    return this.#setAside;
  }

  get unsalvaged(): readonly string[] {
    return [...this.#unsalvaged];
  }

  get salvaged(): readonly Salvaged[] {
    return this.#salvaged;
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
    for (const segment of this.#unfinished) await this.#begin(segment);
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
    this.#writing = { store, missing: [], lastSeq: 0 };
    this.#held.push(this.#writing);
  }

  /**
   * Takes a segment off this disk, with every store in it; nothing happens to the one written to, nor
   * to one of which a set-aside store was not gone through ([STO6]). How far the Lamport counter had
   * come is kept first ([EVT3]), and what was gone through. Gives the stores that are gone.
   */
  async drop(segment: Segment): Promise<readonly StoreId[]> {
    const { store } = await this.target();
    const gone = this.#held.filter((each) => each.store.segment === segment);
    if (store.segment === segment || gone.length === 0 || this.#waitsFor(segment)) return [];
    await notePast(store.database, await this.#highestIn(gone));
    await noteSalvaged(store.database, await this.#goneThrough(segment, gone));
    this.#letGo(segment);
    await this.#options.storage.destroy(segment);
    return gone.map((each) => each.store.store);
  }

  /** Set-aside stores that no one but a segment that goes knows to have been gone through. */
  async #goneThrough(segment: Segment, gone: readonly HeldStore[]): Promise<readonly string[]> {
    const known = await Promise.all(gone.map(({ store }) => salvagedIn(store.database)));
    return [...new Set([...(await this.#options.storage.asides(segment)), ...known.flat()])];
  }

  /** Goes through set-aside stores once more that could not be gone through before. */
  async salvageAgain(): Promise<void> {
    const segments = new Set(this.#held.map(({ store }) => store.segment));
    for (const segment of segments) if (this.#waitsFor(segment)) await this.#begin(segment);
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
    this.#unfinished.add(segment);
    const before = this.#writing;
    await this.#add(segment);
    if (before && before.store.segment !== segment) this.#writing = before;
    this.#unfinished.delete(segment);
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
    this.#noteAside(await this.#options.storage.setAside(segment));
    this.#letGo(segment);
  }

  #noteAside(aside: string): void {
    if (!this.#setAside.includes(aside)) this.#setAside.push(aside);
    this.#unsalvaged.add(aside);
  }

  #letGo(segment: Segment): void {
    const kept = this.#held.filter(({ store }) => store.segment !== segment);
    this.#held.splice(0, this.#held.length, ...kept);
  }

  async #hold(segment: Segment): Promise<void> {
    const { storage, station, randomness, observe } = this.#options;
    const { database, setAside } = await openOrSetAside(storage, segment);
    if (setAside !== null) this.#noteAside(setAside);
    await this.#salvage(database, segment);
    observe(await pastLamport(database));
    const opened: HeldStore[] = [];
    for (const store of await openStores(database, segment, station, randomness)) {
      const { lastSeq, lamport } = await store.extent();
      observe(lamport);
      opened.push({ store, missing: [], lastSeq });
    }
    const whole = sum(opened.map(({ lastSeq }) => lastSeq));
    const { documents } = await database.info();
    // Hardly ever, and then each event has to be looked at.
    if (documents < whole) await noteMissing(opened);
    this.#letGo(segment);
    this.#held.push(...opened);
    this.#writing = opened.at(-1) ?? this.#writing;
  }

  /**
   * Segments set aside that a stop kept from being begun anew: what lies in them is to be gone through.
   * Of one that was dropped since ([RET2]), all that could be had is at the hub.
   */
  async #forgotten(live: readonly Segment[]): Promise<readonly Segment[]> {
    const { storage } = this.#options;
    const done = new Set<string>();
    for (const { store } of this.#held) {
      for (const name of await salvagedIn(store.database)) done.add(name);
    }
    const forgotten: Segment[] = [];
    for (const segment of segmentsAmong(await storage.namesSetAside())) {
      if (live.includes(segment)) continue;
      const asides = await storage.asides(segment);
      if (asides.some((aside) => !done.has(aside))) forgotten.push(segment);
    }
    return forgotten;
  }

  #waitsFor(segment: Segment): boolean {
    return this.unsalvaged.some((aside) => aside.startsWith(`${segment}.`));
  }

  /** What could not be salvaged stays where it is; nothing else is held up by it. */
  async #salvage(database: Database, segment: Segment): Promise<void> {
    const { storage, logger } = this.#options;
    const done = await salvagedIn(database);
    const left = (await storage.asides(segment)).filter((aside) => !done.includes(aside));
    for (const aside of left) this.#noteAside(aside);
    for (const aside of left) {
      try {
        const salvaged = await salvageEvents(storage, database, aside, this.#options);
        this.#unsalvaged.delete(aside);
        this.#salvaged.push(salvaged);
        logger?.warn('log.salvaged', { ...salvaged });
      } catch (error) {
        logger?.error('log.not-salvaged', { aside, reason: asReanError(error).code });
      }
    }
  }
}

async function noteMissing(opened: HeldStore[]): Promise<void> {
  for (const [place, held] of opened.entries()) {
    opened[place] = { ...held, missing: await held.store.missing() };
  }
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function segmentsAmong(names: readonly string[]): readonly Segment[] {
  return names.flatMap((name) => segmentSchema.safeParse(name).data ?? []);
}

function stateOf({ store, lastSeq, missing }: HeldStore): StoreState {
  return { segment: store.segment, store: store.store, lastSeq, missing };
}
