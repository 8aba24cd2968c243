import { Observable, Subject, filter, takeUntil } from 'rxjs';
import * as z from 'zod';
import { ReanError } from '../../shared/errors.ts';
import type { Sequence } from '../../shared/sequence.ts';
import {
  bulkGetSchema,
  changeSchema,
  changesSchema,
  infoSchema,
  leavesPageSchema,
  leavesSchema,
  outcomeSchema,
  storedSchema,
} from './couch-answers.ts';
import type { Pouch } from './pouch.ts';
import type {
  Change,
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
} from './storage.ts';
import { writtenPages } from './written-pages.ts';

const rowsSchema = z.object({
  rows: z.array(z.object({ doc: storedSchema.nullish() })),
});

export interface PouchDatabaseOptions {
  readonly name: string;
  readonly pouch: Pouch;
  /** Gives a thrown value its code. */
  readonly nameError: (error: unknown) => ReanError;
  /** Damage found below while reading, which PouchDB itself hides. */
  readonly damage: () => Error | null;
  /** Has it tried to mend what can be mended. */
  readonly mend: () => Promise<void>;
  /** Whether that damage is for good, so that no write can succeed any more. */
  readonly isLost: () => boolean;
  /** Fires at every read that can't be answered truly, which PouchDB may never answer. */
  readonly broken$: Observable<Error>;
  readonly onClose: () => void;
}

interface GivenUp {
  /** Whether damage that was met, before or meanwhile, leaves nothing to wait for. */
  readonly isVain: () => boolean;
  /** Fires where no answer comes any more. */
  readonly over$: Observable<void>;
}

/** A database over any PouchDB: LevelDB, memory, or a hub over HTTP. */
export class PouchDatabase implements Database {
  readonly #options: PouchDatabaseOptions;
  readonly name: string;
  readonly pouch: Pouch;
  readonly #ended = new Subject<void>();
  readonly #destroyed = new Subject<void>();
  #closed = false;

  constructor(options: PouchDatabaseOptions) {
    this.#options = options;
    this.name = options.name;
    this.pouch = options.pouch;
  }

  get(id: string): Promise<StoredDocument | null> {
    return this.#read(() => this.#find(id));
  }

  getMany(ids: readonly string[]): Promise<readonly (StoredDocument | null)[]> {
    return this.#read(() => Promise.all(ids.map((id) => this.#find(id))));
  }

  put(document: NewDocument): Promise<string> {
    return this.#run(async () => (await this.pouch.put({ ...document })).rev);
  }

  putMany(documents: readonly NewDocument[]): Promise<readonly PutOutcome[]> {
    return this.#run(async () => {
      const answers: readonly unknown[] = await this.pouch.bulkDocs(
        documents.map((document) => ({ ...document })),
      );
      return documents.map((document, index) => this.#outcome(document._id, answers[index]));
    });
  }

  carry(documents: readonly StoredDocument[], local: readonly LocalDocument[] = []): Promise<void> {
    return this.#run(async () => {
      const carried = documents.map((document) => ({ ...document }));
      // PouchDB writes local documents of a bulk in the same batch as the rest.
      const answers: readonly unknown[] = await this.pouch.bulkDocs(
        [...carried, ...local.map(asLocal)],
        { new_edits: false },
      );
      for (const answer of answers) this.#throwUnlessDone(answer);
    });
  }

  fetchForCarrying(changes: readonly Change[]): Promise<readonly StoredDocument[]> {
    if (changes.length === 0) return Promise.resolve([]);
    return this.#read(async () => {
      const docs = changes.map(({ id, rev }) => ({ id, rev }));
      // `latest`: an older body may have been compacted away since the change was listed.
      const found = await this.pouch.bulkGet({ docs, revs: true, latest: true });
      return bulkGetSchema.parse(found);
    });
  }

  range({ from, to, limit, descending = false }: Range): Promise<readonly StoredDocument[]> {
    return this.#read(async () => {
      const { rows } = rowsSchema.parse(
        await this.pouch.allDocs({
          include_docs: true,
          startkey: descending ? to : from,
          endkey: descending ? from : to,
          descending,
          ...(limit === undefined ? {} : { limit }),
        }),
      );
      return rows.flatMap(({ doc }) => doc ?? []);
    });
  }

  changes({ since, limit }: ChangesQuery) {
    return this.#read(async () =>
      changesSchema.parse(await this.pouch.changes({ since, limit, batch_size: limit })),
    );
  }

  changes$(since: Sequence): Observable<Change> {
    const live = new Observable<Change>((subscriber) => {
      if (this.#closed) return subscriber.complete();
      const feed = this.pouch.changes({ since, live: true, return_docs: false });
      feed.on('change', (change) => subscriber.next(changeSchema.parse(change)));
      feed.on('error', (error) => subscriber.error(this.#options.nameError(error)));
      // The feed is a promise too, which would otherwise reject with nobody listening.
      feed.then(undefined, () => undefined);
      return () => feed.cancel();
    });
    return live.pipe(takeUntil(this.#ended));
  }

  leaves({ since, limit }: ChangesQuery): Promise<LeavesPage> {
    return this.#read(async () => {
      const { updateSeq } = infoSchema.parse(await this.pouch.info());
      const written = writtenPages(this.pouch)?.read({ since, limit }, updateSeq);
      if (written) return written;
      const every = { style: 'all_docs', include_docs: true, batch_size: limit } as const;
      return leavesPageSchema.parse(await this.pouch.changes({ since, limit, ...every }));
    });
  }

  leavesOf(id: string): Promise<readonly StoredDocument[]> {
    return this.#read(async () => {
      try {
        return leavesSchema.parse(await this.pouch.get(id, { open_revs: 'all' }));
      } catch (error) {
        if (isStatus(error, 404)) return [];
        throw error;
      }
    });
  }

  fetch(wanted: readonly Revision[]): Promise<readonly StoredDocument[]> {
    if (wanted.length === 0) return Promise.resolve([]);
    return this.#read(async () => {
      // One by one: PouchDB's bulkGet does the same, and twice the work beside it.
      const found = await Promise.all(wanted.map(({ id, rev }) => this.#find(id, { rev })));
      return found.filter((document) => document !== null);
    });
  }

  info(): Promise<DatabaseInfo> {
    return this.#read(async () => infoSchema.parse(await this.pouch.info()));
  }

  getLocal(name: string): Promise<StoredDocument | null> {
    return this.#read(() => this.#find(`_local/${name}`));
  }

  putLocal(name: string, body: Readonly<Record<string, unknown>>): Promise<void> {
    return this.#run(async () => {
      const held = await this.#find(`_local/${name}`);
      await this.pouch.put(asLocal({ name, body, ...(held ? { _rev: held._rev } : {}) }));
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#end();
    await this.pouch.close();
  }

  /** Closes and deletes, telling all who hold the PouchDB of it, express-pouchdb included. */
  async destroy(): Promise<void> {
    this.#end();
    this.#destroyed.next();
    this.#destroyed.complete();
    await this.pouch.destroy();
  }

  #end(): void {
    this.#closed = true;
    this.#options.onClose();
    this.#ended.next();
    this.#ended.complete();
  }

  async #find(id: string, options?: Pick<Revision, 'rev'>): Promise<StoredDocument | null> {
    try {
      return storedSchema.parse(await this.pouch.get(id, options));
    } catch (error) {
      if (isStatus(error, 404)) return null;
      throw error;
    }
  }

  /**
   * PouchDB goes through its work one by one, and a read that met damage may never end: whatever
   * waits behind it would wait for ever.
   */
  async #run<Result>(work: () => Promise<Result>): Promise<Result> {
    const { damage, isLost, mend } = this.#options;
    if (!this.#closed && damage() !== null && !isLost()) {
      // PouchDB reads before it writes: it gets to do neither before there is something to read.
      await mend();
      this.#throwIfDamaged();
    }
    // A write is over when it is durable, also where the database is closed meanwhile.
    return this.#unless({ isVain: isLost, over$: this.#destroyed }, work);
  }

  /** Reading changes nothing, so that it may be given up on at the first thing that can't be read. */
  #read<Result>(work: () => Promise<Result>): Promise<Result> {
    const isVain = () => this.#options.damage() !== null;
    return this.#unless({ isVain, over$: this.#ended }, work);
  }

  /** Does some work, until it is given up. */
  async #unless<Result>(givenUp: GivenUp, work: () => Promise<Result>): Promise<Result> {
    if (this.#closed) throw this.#closedError();
    if (givenUp.isVain()) {
      void this.#options.mend();
      this.#throwIfDamaged();
    }
    try {
      const result = await this.#orGivenUp(givenUp, work);
      this.#throwIfDamaged();
      return result;
    } catch (error) {
      this.#throwIfDamaged();
      throw this.#options.nameError(error);
    }
  }

  /** PouchDB answers nothing that was under way as its database went. */
  #orGivenUp<Result>({ isVain, over$ }: GivenUp, work: () => Promise<Result>): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      const waiting = this.#options.broken$.pipe(filter(isVain)).subscribe(reject);
      waiting.add(over$.subscribe(() => reject(this.#closedError())));
      void work()
        .then(resolve, reject)
        .finally(() => waiting.unsubscribe());
    });
  }

  #closedError(): ReanError {
    return new ReanError('store.closed', { database: this.name });
  }

  #throwIfDamaged(): void {
    const damage = this.#options.damage();
    if (damage) throw this.#options.nameError(damage);
  }

  #outcome(id: string, answer: unknown): PutOutcome {
    const { ok, rev, status } = outcomeSchema.parse(answer);
    if (ok === true && rev !== undefined) return { id, ok: true, rev };
    if (status === 409) return { id, ok: false };
    throw this.#options.nameError(answer);
  }

  #throwUnlessDone(answer: unknown): void {
    const { status } = outcomeSchema.parse(answer);
    if (status !== undefined) throw this.#options.nameError(answer);
  }
}

function asLocal({ name, body, _rev }: LocalDocument) {
  return { ...body, _id: `_local/${name}`, ...(_rev === undefined ? {} : { _rev }) };
}

function isStatus(error: unknown, status: number): boolean {
  const parsed = outcomeSchema.safeParse(error);
  return parsed.success && parsed.data.status === status;
}
