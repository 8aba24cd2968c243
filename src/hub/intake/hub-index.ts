import { DurableLevel } from '../../sync/store/durable-level.ts';
import { awaitDone, isNotFound } from '../../sync/store/level.ts';
import type { LevelIterator } from '../../sync/store/level.ts';
import { openError, storeError } from '../../sync/store/store-errors.ts';

/**
 * The hub's private index over the events it holds: sorted keys in a LevelDB of its own. It can
 * always be made anew from the events; each batch of writes is atomic and durable ([FLD5]).
 */

export type IndexWrite =
  | { readonly type: 'put'; readonly key: string; readonly value: string }
  | { readonly type: 'del'; readonly key: string };

export type IndexEntry = readonly [key: string, value: string];

export interface IndexRange {
  /** Keys begin with this. */
  readonly prefix: string;
  /** Only keys after this one. */
  readonly after?: string;
  /** Only keys up to this one. */
  readonly upTo?: string;
  readonly reverse?: boolean;
  readonly limit?: number;
}

/** Bytes: much of a page of a learner's events. */
const readAtOnce = 128 * 1024;

export interface HubIndex {
  get(key: string): Promise<string | null>;
  /** Never fewer entries than there are: where they can't be read it rejects, as {@link write} does. */
  range(range: IndexRange): Promise<readonly IndexEntry[]>;
  /** All or nothing; durable when it resolves. Rejects with `store.full` or another `store.*`. */
  write(writes: readonly IndexWrite[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the index in a level.
 * @throws ReanError `store.in-use`, `store.full` or `store.unopenable`, with `location`
 */
export async function openHubIndex(level: DurableLevel, location: string): Promise<HubIndex> {
  try {
    await awaitDone((done) => level.open({}, done));
  } catch (error) {
    throw openError(error, location);
  }
  return new LevelIndex(level);
}

class LevelIndex implements HubIndex {
  readonly #level: DurableLevel;

  constructor(level: DurableLevel) {
    this.#level = level;
  }

  get(key: string): Promise<string | null> {
    this.#mend();
    return new Promise((resolve, reject) => {
      this.#level.get(key, { asBuffer: false }, (error, value) => {
        if (error && !isNotFound(error)) reject(storeError(error, 'index'));
        else resolve(value === undefined ? null : String(value));
      });
    });
  }

  async range({ prefix, after, upTo, reverse = false, limit = -1 }: IndexRange) {
    this.#mend();
    const lower = after === undefined ? { gte: prefix } : { gt: after };
    const upper = upTo === undefined ? { lt: `${prefix}\uffff` } : { lte: upTo };
    const iterator = this.#level.iterator({
      ...lower,
      ...upper,
      reverse,
      limit,
      highWaterMark: readAtOnce,
      keyAsBuffer: false,
      valueAsBuffer: false,
    });
    // An iterator that can't go on ends as if there were no more ([STO4]).
    let broken: Error | null = null;
    const listening = this.#level.broken$.subscribe((error) => (broken ??= error));
    try {
      const entries = await readAll(iterator);
      if (broken !== null) throw broken;
      return entries;
    } catch (error) {
      throw storeError(error, 'index');
    } finally {
      listening.unsubscribe();
      await awaitDone((done) => iterator.end(done));
    }
  }

  /** The intake reads before it writes: were its files left to a later write, it would wait for ever. */
  #mend(): void {
    if (this.#level.damage !== null) void this.#level.mend();
  }

  async write(writes: readonly IndexWrite[]): Promise<void> {
    if (writes.length === 0) return;
    try {
      await awaitDone((done) => this.#level.batch(writes, {}, done));
    } catch (error) {
      throw storeError(error, 'index');
    }
  }

  close(): Promise<void> {
    return awaitDone((done) => this.#level.close(done));
  }
}

function readAll(iterator: LevelIterator): Promise<readonly IndexEntry[]> {
  const entries: IndexEntry[] = [];
  return new Promise((resolve, reject) => {
    const readNext = () =>
      iterator.next((error, key, value) => {
        if (error) return reject(error);
        if (key === undefined) return resolve(entries);
        entries.push([String(key), String(value ?? '')]);
        readNext();
      });
    readNext();
  });
}
