/**
 * The little of abstract-leveldown that PouchDB calls. Callbacks, because that is the contract of
 * levelup; nothing outside store/ sees it.
 */

export type LevelKey = string | Buffer;
export type LevelDone = (error?: Error | null) => void;

export interface LevelWrite {
  readonly type: 'put' | 'del';
  readonly key: LevelKey;
  readonly value?: LevelKey;
}

export interface LevelReadOptions {
  readonly asBuffer?: boolean;
}

export interface LevelWriteOptions {
  readonly sync?: boolean;
}

export interface LevelIteratorOptions {
  readonly gt?: LevelKey;
  readonly gte?: LevelKey;
  readonly lt?: LevelKey;
  readonly lte?: LevelKey;
  readonly reverse?: boolean;
  readonly limit?: number;
  /** Bytes read in one go, beside the main thread. */
  readonly highWaterMark?: number;
  readonly keyAsBuffer?: boolean;
  readonly valueAsBuffer?: boolean;
}

export interface LevelIterator {
  next(done: (error?: Error | null, key?: LevelKey, value?: LevelKey) => void): void;
  end(done: LevelDone): void;
}

export interface Level {
  readonly status: string;
  open(options: { readonly createIfMissing: boolean }, done: LevelDone): void;
  close(done: LevelDone): void;
  get(
    key: LevelKey,
    options: LevelReadOptions,
    done: (error?: Error | null, value?: LevelKey) => void,
  ): void;
  batch(writes: readonly LevelWrite[], options: LevelWriteOptions, done: LevelDone): void;
  iterator(options: LevelIteratorOptions): LevelIterator;
}

/** Makes an unopened level at a location. */
export type MakeLevel = (location: string) => Level;

/** Whether a read failed only because there is nothing under that key. */
export function isNotFound(error: Error): boolean {
  return /notfound/i.test(error.message);
}

/** Runs a callback-style call as a promise. */
export function awaitDone(call: (done: LevelDone) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    call((error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
