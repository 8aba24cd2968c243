import * as z from 'zod';
import { heldRunSchema, storeKeySchema } from '../../shared/contracts/peer-api.ts';
import type { StoreKey } from '../../shared/contracts/peer-api.ts';
import { segmentSchema } from '../../shared/ids.ts';
import { openOrSetAside } from '../store/set-aside.ts';
import type { Database, Storage, StoredDocument } from '../store/storage.ts';

/** The copies of one store that are held. */
const copiedRunSchema = heldRunSchema.extend({
  segment: segmentSchema,
  /** Characters of JSON they take. */
  characters: z.number().int().min(0),
});
export type CopiedRun = z.infer<typeof copiedRunSchema>;

const recordSchema = z.looseObject({
  _rev: z.string(),
  v: z.literal(1),
  /** The highest Lamport counter ever copied ([EVT3]). */
  lamport: z.number().int().min(0),
  stores: z.record(storeKeySchema, copiedRunSchema),
});

/** What a database of copies says of itself. */
export interface CopiesRecord {
  readonly lamport: number;
  readonly stores: ReadonlyMap<StoreKey, CopiedRun>;
}

export const emptyRecord: CopiesRecord = { lamport: 0, stores: new Map() };

const recordName = 'copies';
const databaseName = /^peers-(\d{1,9})$/;

export interface OpenedCopies {
  readonly database: Database;
  readonly record: CopiesRecord;
  readonly setAside: string | null;
}

/**
 * The databases copies lie in: `peers-<n>`, the newest with a record counts. Copies are never
 * deleted one by one, as that leaves a trace of each; what is kept is written to the next database
 * and the old one destroyed ([PER7]).
 */
export class CopiesFolder {
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** Opens the newest whole one, or makes one; what else lies about is destroyed. */
  async open(): Promise<OpenedCopies> {
    const numbers = await this.#numbers();
    for (const number of numbers) {
      const name = nameOf(number);
      const { database, setAside } = await openOrSetAside(this.#storage, name, [recordName]);
      const record = await readRecord(database);
      if (record === null && setAside === null) continue;
      if (record === null) await writeCopies(database, [], emptyRecord);
      await this.#destroyBut(name);
      return { database, record: record ?? emptyRecord, setAside };
    }
    const database = await this.make((numbers[0] ?? 0) + 1);
    await writeCopies(database, [], emptyRecord);
    await this.#destroyBut(database.name);
    return { database, record: emptyRecord, setAside: null };
  }

  /** An empty database; it counts once its record is written. */
  async make(number: number): Promise<Database> {
    const name = nameOf(number);
    await this.#storage.destroy(name);
    return this.#storage.open(name);
  }

  /** The next one after the one that counts. */
  next(current: Database): Promise<Database> {
    return this.make(Number(databaseName.exec(current.name)?.[1] ?? 0) + 1);
  }

  destroy(database: Database): Promise<void> {
    return this.#storage.destroy(database.name);
  }

  /** Keeps a damaged one under another name, and begins it anew. */
  async replace({ name }: Database): Promise<OpenedCopies> {
    const setAside = await this.#storage.setAside(name);
    const database = await this.#storage.open(name);
    await writeCopies(database, [], emptyRecord);
    return { database, record: emptyRecord, setAside };
  }

  async #numbers(): Promise<readonly number[]> {
    const names = await this.#storage.list();
    const found = names.flatMap((name) => databaseName.exec(name)?.[1] ?? []);
    return found.map(Number).sort((a, b) => b - a);
  }

  async #destroyBut(kept: string): Promise<void> {
    for (const number of await this.#numbers()) {
      if (nameOf(number) !== kept) await this.#storage.destroy(nameOf(number));
    }
  }
}

/** Documents and what is then held, in one atomic write. */
export async function writeCopies(
  database: Database,
  documents: readonly StoredDocument[],
  { lamport, stores }: CopiesRecord,
): Promise<void> {
  const held = recordSchema.safeParse(await database.getLocal(recordName)).data;
  const body = { v: 1, lamport, stores: Object.fromEntries(stores) };
  const local = { name: recordName, body, ...(held ? { _rev: held._rev } : {}) };
  await database.carry(documents, [local]);
}

async function readRecord(database: Database): Promise<CopiesRecord | null> {
  const held = recordSchema.safeParse(await database.getLocal(recordName)).data;
  if (held === undefined) return null;
  const stores = Object.entries(held.stores).map(([key, run]): [StoreKey, CopiedRun] => [
    storeKeySchema.parse(key),
    run,
  ]);
  return { lamport: held.lamport, stores: new Map(stores) };
}

function nameOf(number: number): string {
  return `peers-${number}`;
}
