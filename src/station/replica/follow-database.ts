import { setImmediate } from 'node:timers/promises';
import { Observable, Subscription } from 'rxjs';
import { isReanError } from '../../shared/errors.ts';
import type { Sequence } from '../../shared/sequence.ts';
import type { Change, Database, StoredDocument } from '../../sync/store/storage.ts';

/** Documents of a database as they are and as they move, oldest first. */
export interface Batch {
  readonly documents: readonly StoredDocument[];
  /** Ids of documents deleted since. */
  readonly removed: readonly string[];
  /** True once: with the last batch of what was there at the start. */
  readonly caughtUp: boolean;
}

/** Small, so that opening one page of sealed documents holds nobody up for long. */
const pageSize = 100;

/**
 * Everything in a database, then whatever changes, in batches: a first pull of thousands arrives as
 * a few batches, not as thousands. Completes when the database is closed under it, as happens when
 * a generation is replaced; errors with a ReanError otherwise.
 */
export function followDatabase(database: Database): Observable<Batch> {
  return new Observable((subscriber) => {
    const walk = new Walk(database, (batch) => subscriber.next(batch));
    const fail = (error: unknown) => {
      if (isReanError(error, 'store.closed')) subscriber.complete();
      else subscriber.error(error);
    };
    const news = new Subscription();
    const begin = async () => {
      const since = await walk.start();
      if (subscriber.closed) return;
      const wake = () => void walk.wake().catch(fail);
      const complete = () => subscriber.complete();
      news.add(database.changes$(since).subscribe({ next: wake, error: fail, complete }));
    };
    begin().catch(fail);
    return () => {
      walk.stop();
      news.unsubscribe();
    };
  });
}

/** Reads on from where it stands, one page at a time; being woken while it reads costs one more look. */
class Walk {
  readonly #database: Database;
  readonly #emit: (batch: Batch) => void;
  #since: Sequence = 0;
  #reading: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  constructor(database: Database, emit: (batch: Batch) => void) {
    this.#database = database;
    this.#emit = emit;
  }

  /** Resolves to the sequence read up to. */
  async start(): Promise<Sequence> {
    await this.#readAll(true);
    return this.#since;
  }

  stop(): void {
    this.#stopped = true;
  }

  wake(): Promise<void> {
    this.#again = true;
    this.#reading ??= this.#readWhileWoken().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  async #readWhileWoken(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      await this.#readAll(false);
    }
  }

  async #readAll(first: boolean): Promise<void> {
    for (;;) {
      const query = { since: this.#since, limit: pageSize };
      const { changes, lastSeq } = await this.#database.changes(query);
      const documents = await this.#documentsOf(changes);
      if (this.#stopped) return;
      this.#since = lastSeq;
      const last = changes.length < pageSize;
      if (changes.length > 0 || first) {
        const removed = changes.filter(({ deleted }) => deleted).map(({ id }) => id);
        this.#emit({ documents, removed, caughtUp: first && last });
      }
      if (last) return;
      // Whoever waits for an answer comes before the rest of a long read.
      await setImmediate();
    }
  }

  async #documentsOf(changes: readonly Change[]): Promise<StoredDocument[]> {
    const alive = changes.filter(({ deleted }) => !deleted);
    const found = await Promise.all(alive.map(({ id }) => this.#database.get(id)));
    return found.filter((document) => document !== null);
  }
}
