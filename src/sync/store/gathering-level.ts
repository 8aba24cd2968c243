import type {
  Level,
  LevelDone,
  LevelIterator,
  LevelIteratorOptions,
  LevelKey,
  LevelReadOptions,
  LevelWrite,
  LevelWriteOptions,
} from './level.ts';

type Read = (error?: Error | null, value?: LevelKey) => void;

/** A level that can be asked for many keys at once. */
export interface ManyLevel extends Level {
  /** Values in the order of the keys; undefined for those not there. */
  getMany(
    keys: LevelKey[],
    options: LevelReadOptions,
    done: (error: Error | null | undefined, values: readonly (LevelKey | undefined)[]) => void,
  ): void;
}

interface Asked {
  readonly key: LevelKey;
  readonly options: LevelReadOptions;
  readonly done: Read;
}

/**
 * A level that reads what is asked for in one turn in one go. PouchDB looks for each document of a
 * batch by itself, and each look is a job for another thread, which costs far more than the reading.
 */
export class GatheringLevel implements Level {
  readonly #inner: ManyLevel;
  #asked: Asked[] = [];

  constructor(inner: ManyLevel) {
    this.#inner = inner;
  }

  get status(): string {
    return this.#inner.status;
  }

  open(options: { readonly createIfMissing: boolean }, done: LevelDone): void {
    this.#inner.open(options, done);
  }

  close(done: LevelDone): void {
    this.#read();
    this.#inner.close(done);
  }

  get(key: LevelKey, options: LevelReadOptions, done: Read): void {
    if (this.#asked.length === 0) process.nextTick(() => this.#read());
    this.#asked.push({ key, options, done });
  }

  batch(writes: readonly LevelWrite[], options: LevelWriteOptions, done: LevelDone): void {
    this.#inner.batch(writes, options, done);
  }

  iterator(options: LevelIteratorOptions): LevelIterator {
    return this.#inner.iterator(options);
  }

  #read(): void {
    const asked = this.#asked;
    this.#asked = [];
    for (const asBuffer of [true, false]) {
      this.#readAll(asked.filter(({ options }) => (options.asBuffer !== false) === asBuffer));
    }
  }

  #readAll(asked: readonly Asked[]): void {
    const [first] = asked;
    if (first === undefined) return;
    if (asked.length === 1) return this.#inner.get(first.key, first.options, first.done);
    const keys = asked.map(({ key }) => key);
    this.#inner.getMany(keys, { asBuffer: first.options.asBuffer !== false }, (error, values) => {
      if (error) this.#oneByOne(asked, error);
      else asked.forEach(({ done }, index) => answer(values[index], done));
    });
  }

  /** One that can't be read fails them all; by itself, each gets its own answer. */
  #oneByOne(asked: readonly Asked[], error: Error): void {
    for (const { key, options, done } of asked) {
      if (this.#inner.status === 'open') this.#inner.get(key, options, done);
      else done(error);
    }
  }
}

function answer(value: LevelKey | undefined, done: Read): void {
  if (value === undefined) done(new Error('NotFound'));
  else done(null, value);
}
