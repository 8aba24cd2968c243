import type { KeyObject } from 'node:crypto';
import { journalEntrySchema } from '../../shared/contracts/documents/journal.ts';
import type { JournalEntry } from '../../shared/contracts/documents/journal.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Randomness } from '../../shared/ports.ts';
import type { Database, StoredDocument } from '../../sync/store/storage.ts';
import {
  hubSeqOf,
  journalId,
  journalHash,
  journalStart,
  makeJournalEntry,
  verifyJournal,
} from './journal-chain.ts';
import type { ChainVerdict, JournalFact } from './journal-chain.ts';

const firstId = 'hub-';
const lastId = 'hub-\uffff';

/** The hub's own facts in their database, append-only. One writer: call `append` one at a time. */
export class Journal {
  readonly #database: Database;
  #newest: JournalEntry | null = null;

  private constructor(database: Database) {
    this.#database = database;
  }

  /** @throws ReanError `shape.invalid` when the newest entry can't be read */
  static async open(database: Database): Promise<Journal> {
    const journal = new Journal(database);
    await journal.readAgain();
    return journal;
  }

  /** Reads the newest entry from the database: after a failed `append` it may be there all the same. */
  async readAgain(): Promise<void> {
    const newest = { from: firstId, to: lastId, descending: true, limit: 1 };
    const [stored] = await this.#database.range(newest);
    this.#newest = stored === undefined ? null : parseEntry(stored);
  }

  get newest(): JournalEntry | null {
    return this.#newest;
  }

  /** Hash of the newest entry; 64 zeros while there is none. */
  get head(): string {
    return this.#newest === null ? journalStart : journalHash(this.#newest);
  }

  /** The number the next entry will have. */
  get nextHubSeq(): number {
    return this.#newest === null ? 1 : hubSeqOf(this.#newest) + 1;
  }

  /** The hub's wall clock when an entry was made, ms; null where there is no such entry. */
  async wallMsOf(hubSeq: number): Promise<number | null> {
    const stored = await this.#database.get(journalId(hubSeq));
    return stored === null ? null : parseEntry(stored).wallMs;
  }

  /** Entries after number `hubSeq`, in order, at most `limit`. */
  async after(hubSeq: number, limit: number): Promise<readonly JournalEntry[]> {
    const from = journalId(hubSeq + 1);
    return (await this.#database.range({ from, to: lastId, limit })).map(parseEntry);
  }

  /** Adds one fact; durable when it resolves. */
  async append(
    fact: JournalFact,
    keys: { readonly site: SealingKey; readonly signing: KeyObject },
    random: Randomness,
  ): Promise<void> {
    const place = { hubSeq: this.nextHubSeq, previous: this.head };
    const entry = makeJournalEntry(place, fact, keys, random);
    await this.#database.put(entry);
    this.#newest = entry;
  }

  /** Reads the whole journal and checks it from its first entry. */
  async verify(hubKeys: readonly KeyObject[]): Promise<ChainVerdict> {
    const stored = await this.#database.range({ from: firstId, to: lastId });
    return verifyJournal(stored.map(parseEntry), hubKeys);
  }
}

function parseEntry({ _rev, ...stored }: StoredDocument): JournalEntry {
  const entry = journalEntrySchema.safeParse(stored);
  if (entry.success) return entry.data;
  throw new ReanError('shape.invalid', { what: 'journal entry', id: stored._id }, entry.error);
}
