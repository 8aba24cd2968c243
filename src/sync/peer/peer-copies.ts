import { Subject } from 'rxjs';
import type { Observable } from 'rxjs';
import type { StoreKey } from '../../shared/contracts/peer-api.ts';
import { ReanError, isReanError } from '../../shared/errors.ts';
import type { EventId, Segment } from '../../shared/ids.ts';
import type { Database, Storage, StoredDocument } from '../store/storage.ts';
import { CopiesFolder, emptyRecord, writeCopies } from './copies-database.ts';
import type { CopiedRun, CopiesRecord, OpenedCopies } from './copies-database.ts';
import { eventIdIn, storeKeyOf } from './store-key.ts';

/** How much other stations' events may take here; own events always come first ([PER7]). */
export interface CopiesLimits {
  readonly events: number;
  readonly characters: number;
  readonly stores: number;
}

/** Two weeks of eight busy stations: some 100 MiB on the disk. */
export const copiesLimits: CopiesLimits = {
  events: 200_000,
  characters: 128 * 1024 * 1024,
  stores: 1000,
};

/** Events of one store, in order of seq, verified. */
export interface VerifiedRun {
  readonly key: StoreKey;
  readonly segment: Segment;
  /** The seq before the first. */
  readonly after: number;
  readonly events: readonly StoredDocument[];
  readonly lamport: number;
  readonly characters: number;
}

export type CopiesMove =
  | { readonly move: 'added'; readonly events: readonly StoredDocument[] }
  /** Some are gone: whatever is not held by now. */
  | { readonly move: 'dropped' };

const pageSize = 500;

/**
 * Copies of other stations' events, as their stations signed them, store by store without a gap.
 * They are never shown as saved; they are kept until the hub holds the events themselves ([PER1]).
 */
export class PeerCopies {
  readonly #folder: CopiesFolder;
  readonly #limits: CopiesLimits;
  readonly #moves = new Subject<CopiesMove>();
  readonly #setAside: string[] = [];
  #database: Database;
  #record: CopiesRecord;
  #turn: Promise<unknown> = Promise.resolve();
  #full = false;

  private constructor(folder: CopiesFolder, limits: CopiesLimits, opened: OpenedCopies) {
    this.#folder = folder;
    this.#limits = limits;
    this.#database = opened.database;
    this.#record = opened.record;
    if (opened.setAside !== null) this.#setAside.push(opened.setAside);
  }

  /** @throws ReanError `store.in-use`, `store.full` */
  static async open(storage: Storage, limits: CopiesLimits = copiesLimits): Promise<PeerCopies> {
    const folder = new CopiesFolder(storage);
    return new PeerCopies(folder, limits, await folder.open());
  }

  /** Names that copies which would not open are kept under ([STO3]). */
  get setAside(): readonly string[] {
    return this.#setAside;
  }

  get moves$(): Observable<CopiesMove> {
    return this.#moves;
  }

  /** The highest Lamport counter ever copied ([EVT3]). */
  get lamport(): number {
    return this.#record.lamport;
  }

  get stores(): ReadonlyMap<StoreKey, CopiedRun> {
    return this.#record.stores;
  }

  /** Something came that had no room in their share, and nothing has gone since. */
  get isFull(): boolean {
    return this.#full;
  }

  get(id: EventId): Promise<StoredDocument | null> {
    return this.#reading((database) => database.get(id));
  }

  /** Copies of a store after a seq, in order, as they lie; none beyond what is held. */
  read(key: StoreKey, afterSeq: number, limit: number): Promise<readonly StoredDocument[]> {
    const range = rangeIn(key, this.#record.stores.get(key), { afterSeq, limit });
    if (range === null) return Promise.resolve([]);
    return this.#reading((database) => database.range(range));
  }

  /**
   * Takes copies that go on where those held end; durable when it resolves. Others are left out.
   * @throws ReanError `store.full` also when copies have had their share
   */
  add(run: VerifiedRun): Promise<void> {
    return this.#inTurn(async () => {
      const { key, after, events } = run;
      const held = this.#record.stores.get(key);
      if (events.length === 0 || (held !== undefined && held.upTo !== after)) return;
      this.#requireRoom(run);
      const begun = held ?? { segment: run.segment, after, upTo: after, characters: 0 };
      const upTo = after + events.length;
      const characters = begun.characters + run.characters;
      const stores = new Map(this.#record.stores).set(key, { ...begun, upTo, characters });
      const lamport = Math.max(this.#record.lamport, run.lamport);
      await this.#write(events, { lamport, stores });
      this.#moves.next({ move: 'added', events });
    });
  }

  /** Lets go of what the hub holds: every event of a store up to `covered` ([PER6]). */
  drop(covered: (key: StoreKey) => number): Promise<void> {
    return this.#inTurn(async () => {
      const stores = new Map(
        [...this.#record.stores].flatMap(([key, run]) => {
          const left = trimmed(run, covered(key));
          return left === null ? [] : [[key, left] as const];
        }),
      );
      if (sum(stores, counted) === sum(this.#record.stores, counted)) return;
      await this.#renew({ lamport: this.#record.lamport, stores });
      this.#full = false;
      this.#moves.next({ move: 'dropped' });
    });
  }

  /** Waits for what is under way. The storage is the caller's to close. */
  async close(): Promise<void> {
    await this.#turn.catch(() => undefined);
    this.#moves.complete();
  }

  #requireRoom({ key, events, characters }: VerifiedRun): void {
    const { stores } = this.#record;
    const full =
      sum(stores, counted) + events.length > this.#limits.events ||
      sum(stores, ({ characters: each }) => each) + characters > this.#limits.characters ||
      (!stores.has(key) && stores.size >= this.#limits.stores);
    if (!full) return;
    this.#full = true;
    throw new ReanError('store.full', { what: 'copies' });
  }

  async #write(events: readonly StoredDocument[], record: CopiesRecord): Promise<void> {
    await this.#mending(() => writeCopies(this.#database, events, record));
    this.#record = record;
  }

  /**
   * Begins another database with what is left, once half of what lies there is of no use, or as much as
   * a quarter of their share; until then it is only counted out.
   */
  async #renew(record: CopiesRecord): Promise<void> {
    const { stores } = record;
    const left = sum(stores, counted);
    const useless = (await this.#documents()) - left;
    if (useless < left && useless < this.#limits.events / 4) return this.#write([], record);
    const old = this.#database;
    const next = await this.#folder.next(old);
    await this.#mending(async () => {
      for (const [key, run] of stores) await this.#copyTo(next, key, run);
    });
    await writeCopies(next, [], record);
    this.#database = next;
    this.#record = record;
    await this.#folder.destroy(old);
  }

  /** What lies there, what was counted out included. */
  async #documents(): Promise<number> {
    let documents = 0;
    await this.#mending(async () => {
      ({ documents } = await this.#database.info());
    });
    return documents;
  }

  async #copyTo(next: Database, key: StoreKey, run: CopiedRun): Promise<void> {
    for (let afterSeq = run.after; afterSeq < run.upTo; afterSeq += pageSize) {
      const range = rangeIn(key, run, { afterSeq, limit: pageSize });
      if (range !== null) await next.carry(await this.#database.range(range));
    }
  }

  async #reading<Result>(read: (database: Database) => Promise<Result>): Promise<Result> {
    const database = this.#database;
    try {
      return await read(database);
    } catch (error) {
      // It may just have been replaced by one with what is left.
      if (this.#database !== database) return read(this.#database);
      if (isReanError(error, 'store.unopenable')) await this.#inTurn(() => this.#replace(database));
      throw error;
    }
  }

  async #mending(work: () => Promise<void>): Promise<void> {
    const database = this.#database;
    try {
      await work();
    } catch (error) {
      if (isReanError(error, 'store.unopenable')) await this.#replace(database);
      throw error;
    }
  }

  /** Copies that turn out damaged are fetched again ([STO3]). */
  async #replace(damaged: Database): Promise<void> {
    if (this.#database !== damaged) return;
    const { database, setAside } = await this.#folder.replace(damaged);
    this.#database = database;
    this.#record = { ...emptyRecord, lamport: this.#record.lamport };
    this.#full = false;
    if (setAside !== null) this.#setAside.push(setAside);
    this.#moves.next({ move: 'dropped' });
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}

/** Whether an event is among the copies held. */
export function isCopied(copies: Pick<PeerCopies, 'stores'>, id: EventId): boolean {
  const run = copies.stores.get(storeKeyOf(id));
  const seq = Number(id.slice(id.lastIndexOf(':') + 1));
  return run !== undefined && seq > run.after && seq <= run.upTo;
}

/** The ids of copies after a seq, as many as are asked for; null when there are none. */
function rangeIn(
  key: StoreKey,
  run: CopiedRun | undefined,
  { afterSeq, limit }: { readonly afterSeq: number; readonly limit: number },
) {
  const first = Math.max(afterSeq, run?.after ?? 0) + 1;
  const last = Math.min(first + limit - 1, run?.upTo ?? 0);
  return first > last ? null : { from: eventIdIn(key, first), to: eventIdIn(key, last) };
}

const counted = ({ after, upTo }: CopiedRun) => upTo - after;

function sum(stores: ReadonlyMap<StoreKey, CopiedRun>, of: (run: CopiedRun) => number): number {
  return [...stores.values()].reduce((total, run) => total + of(run), 0);
}

/** What is left of a run; null when nothing. Characters go by the average, as each is not known. */
function trimmed(run: CopiedRun, covered: number): CopiedRun | null {
  if (covered >= run.upTo) return null;
  if (covered <= run.after) return run;
  const share = (run.upTo - covered) / counted(run);
  return { ...run, after: covered, characters: Math.ceil(run.characters * share) };
}
