import * as z from 'zod';
import { eventDocumentSchema, foreignEventSchema } from '../../shared/contracts/documents/event.ts';
import type { EventDocument } from '../../shared/contracts/documents/event.ts';
import { formatEventId, parseEventId } from '../../shared/event-id.ts';
import { eventIdSchema, storeIdSchema } from '../../shared/ids.ts';
import type { EventId, Segment, StationId, StoreId } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';
import { rangesMissing } from '../../shared/seq-range.ts';
import type { SeqRanges } from '../../shared/seq-range.ts';
import type { Database, StoredDocument } from '../store/storage.ts';

const storeBytes = 8;
const pageSize = 500;
const storesDocument = 'stores';
const pastDocument = 'past';

/** Every store this database has held events of, the newest last. */
const storesSchema = z.looseObject({ stores: z.array(storeIdSchema).min(1) });

const lamportSchema = z.looseObject({ lamport: z.number().int().min(0).catch(0) });

/** How far one store has come. */
export interface StoreExtent {
  readonly lastSeq: number;
  /** The Lamport counter of its last event; 0 when there is none. */
  readonly lamport: number;
}

/** Events as read back from a store. */
export interface StoreReading {
  readonly documents: readonly EventDocument[];
  /** Events of a newer version than this app knows: kept and carried, not shown ([EVT6]). */
  readonly unknown: number;
}

/**
 * One store: a run of this station's own events in one segment's database, `seq` from 1 without a
 * gap. Its id is minted once and kept in the database beside the events ([EVT1]).
 */
export class EventStore {
  readonly segment: Segment;
  readonly store: StoreId;
  readonly #database: Database;
  readonly #station: StationId;

  constructor(database: Database, segment: Segment, station: StationId, store: StoreId) {
    this.#database = database;
    this.segment = segment;
    this.#station = station;
    this.store = store;
  }

  get database(): Database {
    return this.#database;
  }

  idOf(seq: number): EventId {
    return formatEventId({ station: this.#station, store: this.store, seq });
  }

  /** Read from the events themselves, so that it can't be wrong after a crash. */
  async extent(): Promise<StoreExtent> {
    const range = { from: this.idOf(0), to: `${this.#prefix}~`, descending: true, limit: 1 };
    const [last] = await this.#database.range(range);
    if (!last) return { lastSeq: 0, lamport: 0 };
    const { _id } = foreignEventSchema.parse(last);
    return { lastSeq: parseEventId(_id).seq, lamport: lamportSchema.parse(last).lamport };
  }

  /** Numbers before the last of which there is no event here. */
  async missing(): Promise<SeqRanges> {
    const there: number[] = [];
    for (let after = 0; ;) {
      const range = { from: this.idOf(after + 1), to: `${this.#prefix}~`, limit: pageSize };
      const page = await this.#database.range(range);
      there.push(...page.map(({ _id }) => parseEventId(eventIdSchema.parse(_id)).seq));
      after = there.at(-1) ?? after;
      if (page.length < pageSize) return rangesMissing(there);
    }
  }

  /**
   * Events after `afterSeq` in order, as they lie, of whatever version: what is carried to a hub. Takes
   * half the work where there are `limit` of them without a gap.
   */
  async read(afterSeq: number, limit: number): Promise<readonly StoredDocument[]> {
    const run = await this.#readRun(afterSeq, limit);
    if (run) return run;
    return this.#database.range({
      from: this.idOf(afterSeq + 1),
      to: `${this.#prefix}~`,
      limit,
    });
  }

  /** So many events, looked up by their ids at once; null when one of them isn't there. */
  async #readRun(afterSeq: number, limit: number): Promise<readonly StoredDocument[] | null> {
    const last = limit < 1 ? null : await this.#database.get(this.idOf(afterSeq + limit));
    if (last === null) return null;
    const ids = Array.from({ length: limit - 1 }, (_, index) => this.idOf(afterSeq + 1 + index));
    const found = await this.#database.getMany(ids);
    const run = found.filter((event) => event !== null);
    return run.length === ids.length ? [...run, last] : null;
  }

  /** Events after `afterSeq` in order, of the version this app knows: what is shown. */
  async readKnown(afterSeq: number): Promise<StoreReading> {
    const stored = await this.#database.range({
      from: this.idOf(afterSeq + 1),
      to: `${this.#prefix}~`,
    });
    const documents = stored.flatMap(({ _rev, ...document }) => {
      const parsed = eventDocumentSchema.safeParse(document);
      return parsed.success ? [parsed.data] : [];
    });
    return { documents, unknown: stored.length - documents.length };
  }

  get #prefix(): string {
    return `${this.#station}:${this.store}:`;
  }
}

/** The stores in a segment's database, the newest last; mints the first. */
export async function openStores(
  database: Database,
  segment: Segment,
  station: StationId,
  randomness: Randomness,
): Promise<readonly EventStore[]> {
  const stores = await readStores(database);
  if (stores.length === 0) return [await mintStore(database, segment, station, randomness)];
  return stores.map((store) => new EventStore(database, segment, station, store));
}

/** Begins a further store in a segment's database; durable when it resolves. */
export async function mintStore(
  database: Database,
  segment: Segment,
  station: StationId,
  randomness: Randomness,
): Promise<EventStore> {
  const store = await mintBehind(database, [], randomness);
  return new EventStore(database, segment, station, store);
}

/**
 * Makes stores known that this database holds events of, and begins a further one, in one write: none
 * of those whose last events may be lost is ever the one written to ([STO6]).
 */
export async function mintBehind(
  database: Database,
  stores: readonly StoreId[],
  randomness: Randomness,
): Promise<StoreId> {
  const held = await readStores(database);
  const added = stores.filter((store) => !held.includes(store));
  const store = storeIdSchema.parse(Buffer.from(randomness.bytes(storeBytes)).toString('hex'));
  await database.putLocal(storesDocument, { stores: [...held, ...added, store] });
  return store;
}

async function readStores(database: Database): Promise<readonly StoreId[]> {
  const held = await database.getLocal(storesDocument);
  return held === null ? [] : storesSchema.parse(held).stores;
}

/** Keeps, beside the events, the Lamport counter of events that are no longer on this disk. */
export async function notePast(database: Database, lamport: number): Promise<void> {
  const highest = Math.max(lamport, await pastLamport(database));
  await database.putLocal(pastDocument, { lamport: highest });
}

/** The highest Lamport counter known of events no longer on this disk; 0 for none. */
export async function pastLamport(database: Database): Promise<number> {
  return lamportSchema.parse((await database.getLocal(pastDocument)) ?? {}).lamport;
}
