import { Observable, Subject, takeUntil } from 'rxjs';
import * as z from 'zod';
import { ReanError, asReanError } from '../../../shared/errors.ts';
import type { Sequence } from '../../../shared/sequence.ts';
import {
  bulkGetSchema,
  carriedSchema,
  changesSchema,
  infoSchema,
  leavesPageSchema,
  leavesSchema,
  outcomeSchema,
  storedSchema,
} from '../couch-answers.ts';
import type {
  Change,
  ChangesPage,
  ChangesQuery,
  Database,
  DatabaseInfo,
  LeavesPage,
  LocalDocument,
  NewDocument,
  PutOutcome,
  Range,
  Revision,
  StoredDocument,
} from '../storage.ts';
import type { CouchAnswer, CouchRequest } from './couch-client.ts';
import { couchFailure, isDatabaseGone } from './couch-failure.ts';
import { couchPath } from './couch-paths.ts';
import { OwnWrites } from './own-writes.ts';

/** Documents in one request; more are sent in several. */
const batchSize = 500;
/** Single documents asked for beside each other. */
const readAtOnce = 50;
const longpollMs = 25_000;

const rowsSchema = z.object({ rows: z.array(z.object({ doc: storedSchema.nullish() })) });
const writtenSchema = z.object({ ok: z.literal(true), rev: z.string() });

export interface CouchDatabaseOptions {
  readonly name: string;
  /** Its name at CouchDB, the site's prefix included. */
  readonly at: string;
  readonly ask: (request: CouchRequest) => Promise<CouchAnswer>;
  /** Told how many documents there are, whenever it is read. */
  readonly onCount: (documents: number) => void;
  readonly onClose: () => void;
}

/**
 * A database in CouchDB 3, over its HTTP API. CouchDB commits before it answers, but writes the
 * documents of one request one by one: a write that failed may be there in part ([CDB4]).
 */
export class CouchDatabase implements Database {
  readonly #options: CouchDatabaseOptions;
  readonly name: string;
  readonly #ended = new Subject<void>();
  #closed = false;
  /** As last read: the hub is the only writer, so it holds until something is written here. */
  #info: Promise<DatabaseInfo> | null = null;
  readonly #own = new OwnWrites();

  constructor(options: CouchDatabaseOptions) {
    this.#options = options;
    this.name = options.name;
  }

  get(id: string): Promise<StoredDocument | null> {
    return this.#find([id]);
  }

  getMany(ids: readonly string[]): Promise<readonly (StoredDocument | null)[]> {
    return Promise.all(ids.map((id) => this.get(id)));
  }

  async put(document: NewDocument): Promise<string> {
    const [outcome] = await this.putMany([document]);
    if (outcome?.ok) return outcome.rev;
    throw new ReanError('store.conflict', { database: this.name });
  }

  async putMany(documents: readonly NewDocument[]): Promise<readonly PutOutcome[]> {
    const outcomes: PutOutcome[] = [];
    for (const docs of batches(documents)) {
      const rows = z.array(z.unknown()).parse(await this.#bulk({ docs }));
      outcomes.push(...docs.map((document, index) => this.#outcome(document, rows[index])));
    }
    return outcomes;
  }

  async carry(
    documents: readonly StoredDocument[],
    local: readonly LocalDocument[] = [],
  ): Promise<void> {
    for (const docs of batches(documents)) {
      const [refused] = carriedSchema.parse(await this.#bulk({ docs, new_edits: false }));
      if (refused) throw couchFailure({ status: 201, json: refused }, { database: this.name });
    }
    // Last, so that what they say of the documents is true.
    for (const { name, body, _rev } of local) await this.#writeLocal(name, { ...body, _rev });
  }

  async fetchForCarrying(changes: readonly Change[]): Promise<readonly StoredDocument[]> {
    return this.#bulkGet(changes, { revs: true, latest: true });
  }

  async range(range: Range): Promise<readonly StoredDocument[]> {
    const { limit, descending = false } = range;
    const rows = await this.#list(range);
    const missed = this.#own.missedBy(rows, range);
    if (missed.length === 0) return rows;
    const found = new Map(rows.map((row) => [row._id, row]));
    for (const id of missed) found.delete(id);
    for (const ids of batches(missed, readAtOnce)) {
      for (const each of await this.getMany(ids)) if (each !== null) found.set(each._id, each);
    }
    const sorted = [...found.values()].sort((a, b) => (a._id < b._id ? -1 : 1));
    if (descending) sorted.reverse();
    return sorted.slice(0, limit);
  }

  /** As one copy of each shard has it. */
  async #list({ from, to, limit, descending = false }: Range): Promise<readonly StoredDocument[]> {
    const path = this.#path(['_all_docs'], {
      include_docs: true,
      startkey: JSON.stringify(descending ? to : from),
      endkey: JSON.stringify(descending ? from : to),
      descending,
      limit,
    });
    const { rows } = rowsSchema.parse(await this.#success({ method: 'GET', path }));
    return rows.flatMap(({ doc }) => doc ?? []);
  }

  async changes({ since, limit }: ChangesQuery): Promise<ChangesPage> {
    const path = this.#path(['_changes'], { since, limit });
    return changesSchema.parse(await this.#success({ method: 'GET', path }));
  }

  changes$(since: Sequence): Observable<Change> {
    const live = new Observable<Change>((subscriber) => {
      if (this.#closed) return subscriber.complete();
      const ending = new AbortController();
      const follow = async () => {
        for (let at = since; !ending.signal.aborted;) {
          const page = await this.#longpoll(at, ending.signal);
          for (const change of page.changes) subscriber.next(change);
          at = page.lastSeq;
        }
      };
      follow().catch((error: unknown) => {
        if (!ending.signal.aborted) subscriber.error(asReanError(error));
      });
      return () => ending.abort();
    });
    return live.pipe(takeUntil(this.#ended));
  }

  async leaves({ since, limit }: ChangesQuery): Promise<LeavesPage> {
    const query = { since, limit, style: 'all_docs', include_docs: true };
    const path = this.#path(['_changes'], query);
    return leavesPageSchema.parse(await this.#success({ method: 'GET', path }));
  }

  async leavesOf(id: string): Promise<readonly StoredDocument[]> {
    const path = this.#path([id], { open_revs: 'all' });
    const answer = await this.request({ method: 'GET', path });
    if (answer.status === 404 && !isDatabaseGone(answer)) return [];
    return leavesSchema.parse(this.#parsed(answer));
  }

  async fetch(wanted: readonly Revision[]): Promise<readonly StoredDocument[]> {
    return this.#bulkGet(wanted, {});
  }

  info(): Promise<DatabaseInfo> {
    this.#info ??= this.#readInfo();
    return this.#info;
  }

  getLocal(name: string): Promise<StoredDocument | null> {
    return this.#find(['_local', name]);
  }

  async putLocal(name: string, body: Readonly<Record<string, unknown>>): Promise<void> {
    const held = await this.getLocal(name);
    await this.#writeLocal(name, { ...body, _rev: held?._rev });
  }

  close(): Promise<void> {
    if (this.#closed) return Promise.resolve();
    this.#closed = true;
    this.#options.onClose();
    this.#ended.next();
    this.#ended.complete();
    return Promise.resolve();
  }

  /** Any request to this database; what writes makes `info` be read anew. */
  async request(request: CouchRequest): Promise<CouchAnswer> {
    if (this.#closed) throw new ReanError('store.closed', { database: this.name });
    return this.#options.ask(request);
  }

  /** Something is written here, or may be: where the database stands is to be asked again. */
  async writing<Result>(write: () => Promise<Result>): Promise<Result> {
    this.#info = null;
    try {
      return await write();
    } finally {
      this.#info = null;
    }
  }

  /** A path in this database. */
  get at(): string {
    return this.#options.at;
  }

  #path(parts: readonly string[], query: Parameters<typeof couchPath>[2] = {}): string {
    return couchPath(this.at, parts, query);
  }

  #bulk(body: object): Promise<unknown> {
    const path = this.#path(['_bulk_docs']);
    return this.writing(() => this.#success({ method: 'POST', path, body }));
  }

  async #bulkGet(wanted: readonly Revision[], query: Parameters<typeof couchPath>[2]) {
    const found: StoredDocument[] = [];
    for (const batch of batches(wanted)) {
      const docs = batch.map(({ id, rev }) => ({ id, rev }));
      const path = this.#path(['_bulk_get'], query);
      const answer = await this.#success({ method: 'POST', path, body: { docs } });
      found.push(...bulkGetSchema.parse(answer));
    }
    return found;
  }

  async #longpoll(since: Sequence, signal: AbortSignal): Promise<ChangesPage> {
    const path = this.#path(['_changes'], { since, feed: 'longpoll', timeout: longpollMs });
    const patienceMs = longpollMs + 15_000;
    return changesSchema.parse(await this.#success({ method: 'GET', path, patienceMs, signal }));
  }

  async #readInfo(): Promise<DatabaseInfo> {
    try {
      const path = this.#path([]);
      const info = infoSchema.parse(await this.#success({ method: 'GET', path }));
      this.#options.onCount(info.documents);
      return info;
    } catch (error) {
      this.#info = null;
      throw error;
    }
  }

  async #writeLocal(name: string, body: object): Promise<void> {
    const path = this.#path(['_local', name]);
    writtenSchema.parse(await this.#success({ method: 'PUT', path, body }));
  }

  async #find(parts: readonly string[]): Promise<StoredDocument | null> {
    const answer = await this.request({ method: 'GET', path: this.#path(parts) });
    if (answer.status === 404 && !isDatabaseGone(answer)) return null;
    return storedSchema.parse(this.#parsed(answer));
  }

  async #success(request: CouchRequest): Promise<unknown> {
    return this.#parsed(await this.request(request));
  }

  #parsed(answer: CouchAnswer): unknown {
    if (answer.status === 200 || answer.status === 201) return answer.json;
    throw couchFailure(answer, { database: this.name });
  }

  #outcome({ _id: id, _deleted: deleted = false }: NewDocument, row: unknown): PutOutcome {
    const { ok, rev, error } = outcomeSchema.parse(row);
    if (ok === true && rev !== undefined) {
      this.#own.note(id, { rev, deleted });
      return { id, ok: true, rev };
    }
    if (error === 'conflict') return { id, ok: false };
    throw couchFailure({ status: 201, json: row }, { database: this.name });
  }
}

function* batches<Item>(items: readonly Item[], size = batchSize): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
