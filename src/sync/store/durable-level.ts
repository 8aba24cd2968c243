import type { Observable } from 'rxjs';
import { awaitDone, isNotFound } from './level.ts';
import type {
  Level,
  LevelDone,
  LevelIterator,
  LevelIteratorOptions,
  LevelKey,
  LevelReadOptions,
  LevelWrite,
} from './level.ts';
import { LevelHealth, isDamage } from './level-health.ts';
import { RefusedReads } from './refused-reads.ts';

/** Bytes that must be free before a level that failed to write is opened anew: log and manifest. */
const roomToReopen = 8 * 1024 * 1024;

export interface DurableLevelOptions {
  /** Makes a fresh, unopened level on the same files. */
  readonly make: () => Level;
  /** Bytes free where the files lie. */
  readonly freeBytes: () => Promise<number>;
  /** Whether records lie there already, so that nothing may be begun anew; if not given, none do. */
  readonly holdsRecords?: () => Promise<boolean>;
  /** Makes the files where there are none, whole; if not given, opening does. */
  readonly begin?: () => Promise<void>;
}

/**
 * A level under PouchDB whose every write is synced to disk before it is answered ([STO2]).
 *
 * LevelDB must not be written to after a failed write: its log then holds half a record, and later,
 * answered records behind it are dropped at the next opening. So after a failure nothing is written
 * until the files have been opened anew and the failed write is undone, so that what was answered
 * with an error did not happen ([STO4]). Reads go on meanwhile.
 */
export class DurableLevel {
  readonly #options: DurableLevelOptions;
  readonly #health = new LevelHealth();
  readonly #refused = new RefusedReads();
  #inner: Level;
  #lastWrite: Promise<void> = Promise.resolve();
  status = 'new';

  constructor(options: DurableLevelOptions) {
    this.#options = options;
    this.#inner = options.make();
  }

  /** Fires at every read that can't be answered truly. */
  get broken$(): Observable<Error> {
    return this.#health.broken$;
  }

  /** What was found broken while reading; null while all is well. */
  get damage(): Error | null {
    return this.#health.damage;
  }

  /** Damage that no later write can mend, as opening the files anew after a failed one does. */
  get isLost(): boolean {
    return this.#health.isLost;
  }

  open(_options: unknown, done: LevelDone): void {
    this.status = 'opening';
    answer(this.#open(), done);
  }

  close(done: LevelDone): void {
    this.status = 'closing';
    answer(this.#close(), done);
  }

  get(
    key: LevelKey,
    options: LevelReadOptions,
    done: (error?: Error | null, value?: LevelKey) => void,
  ): void {
    const refuse = (error: Error) => {
      this.#refused.note(key, error);
      done(error);
    };
    const read = () =>
      this.#inner.get(key, options, (error, value) => {
        if (error && !isNotFound(error)) this.#health.failRead(error, refuse);
        else done(error, value);
      });
    this.#health.whenReadable(read, refuse);
  }

  put(key: LevelKey, value: LevelKey, _options: unknown, done: LevelDone): void {
    this.batch([{ type: 'put', key, value }], {}, done);
  }

  del(key: LevelKey, _options: unknown, done: LevelDone): void {
    this.batch([{ type: 'del', key }], {}, done);
  }

  batch(writes: readonly LevelWrite[], _options: unknown, done: LevelDone): void {
    const refused = this.#refused.among(writes);
    const written = this.#lastWrite.then(() => this.#write(writes, refused));
    this.#lastWrite = written.catch(() => undefined).then(() => this.#refused.clear());
    answer(written, done);
  }

  iterator(options: LevelIteratorOptions): LevelIterator {
    return this.#health.iterator(() => this.#inner.iterator(options));
  }

  /**
   * Opens files anew where that failed after a failed write, so that whoever only reads need not wait
   * for somebody to write. What comes of it shows at the next read, or once this has resolved.
   */
  mend(): Promise<void> {
    this.#lastWrite = this.#lastWrite.then(() => this.#tryToRecover()).catch(() => undefined);
    return this.#lastWrite;
  }

  async #open(): Promise<void> {
    try {
      await this.#options.begin?.();
      const createIfMissing = (await this.#options.holdsRecords?.()) !== true;
      await awaitDone((done) => this.#inner.open({ createIfMissing }, done));
      this.status = 'open';
    } catch (error) {
      this.status = 'new';
      throw error;
    }
  }

  async #close(): Promise<void> {
    await this.#lastWrite;
    await awaitDone((done) => this.#inner.close(done));
    this.status = 'closed';
  }

  /** @param refused why something it writes over could not be read */
  async #write(writes: readonly LevelWrite[], refused: Error | null): Promise<void> {
    await this.#tryToRecover();
    if (this.#health.damage) throw this.#health.damage;
    if (refused) throw refused;
    try {
      await this.#sync(writes);
    } catch (error) {
      await this.#noteWriteFailure(error, writes);
      throw error;
    }
  }

  async #noteWriteFailure(error: unknown, writes: readonly LevelWrite[]): Promise<void> {
    // Met where LevelDB tidies its tables by itself, which it tells with the next write.
    if (isDamage(error)) return this.#health.lose(error);
    try {
      const undo: LevelWrite[] = [];
      for (const { key } of writes) undo.push(await this.#before(key));
      this.#health.failure = { error, undo };
    } catch (damage) {
      this.#health.noteLost(asError(damage));
    }
  }

  #sync(writes: readonly LevelWrite[]): Promise<void> {
    return awaitDone((done) => this.#inner.batch(writes, { sync: true }, done));
  }

  /** The write that puts a key back as it is now. A failed batch is not visible to reads. */
  #before(key: LevelKey): Promise<LevelWrite> {
    return new Promise((resolve, reject) => {
      this.#inner.get(key, { asBuffer: true }, (error, value) => {
        if (error && !isNotFound(error)) reject(error);
        else if (value === undefined) resolve({ type: 'del', key });
        else resolve({ type: 'put', key, value });
      });
    });
  }

  async #tryToRecover(): Promise<void> {
    if (this.#health.failure) await this.#recover(this.#health.failure);
  }

  async #recover({ error, undo }: { error: unknown; undo: readonly LevelWrite[] }): Promise<void> {
    if ((await this.#options.freeBytes()) < roomToReopen) throw error;
    await this.#health.pauseReads(async () => {
      // When an earlier try got no further than this, there is nothing open to close.
      if (this.#inner.status === 'open') await awaitDone((done) => this.#inner.close(done));
      this.#inner = this.#options.make();
      await awaitDone((done) => this.#inner.open({ createIfMissing: false }, done));
      // Opened anew, the failed write may be there after all: nobody must see it before it is undone.
      await this.#sync(undo);
    });
    this.#health.failure = null;
  }
}

/** Hands a promise's outcome to a callback, outside the promise so that what it throws is not lost. */
function answer(promise: Promise<void>, done: LevelDone): void {
  promise.then(
    () => process.nextTick(done),
    (error: unknown) => process.nextTick(done, asError(error)),
  );
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
