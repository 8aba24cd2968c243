import type { LevelDone, LevelIterator, LevelKey, LevelWrite } from './level.ts';

type Next = (error?: Error | null, key?: LevelKey, value?: LevelKey) => void;

/** A write that failed, and the writes that put back what was there before. */
export interface WriteFailure {
  readonly error: unknown;
  readonly undo: readonly LevelWrite[];
}

/**
 * Keeps account of what went wrong with a level, and holds reads back while its files are opened
 * anew. PouchDB takes any read error for "no such document", so damage has to be remembered here
 * for the database above to tell ([STO3]).
 */
export class LevelHealth {
  damage: Error | null = null;
  failure: WriteFailure | null = null;
  /** `holding`: no new iterators; `paused`: no reads at all; `shut`: reopening failed. */
  #reads: 'open' | 'holding' | 'paused' | 'shut' = 'open';
  #iterators = 0;
  #iteratorsEnded: (() => void) | null = null;
  #held: (() => void)[] = [];

  /** A failed read that is no "not found": closed levels say so too, which is no damage. */
  noteReadFailure(error: Error): void {
    if (/corruption|io error/i.test(error.message)) this.damage ??= error;
  }

  whenReadable(read: () => void, refuse: (error: Error) => void): void {
    if (this.#reads === 'shut') refuse(this.damage ?? new Error('level is closed'));
    else if (this.#reads === 'paused') this.#held.push(() => this.whenReadable(read, refuse));
    else read();
  }

  iterator(create: () => LevelIterator): LevelIterator {
    let inner: LevelIterator | null = this.#reads === 'open' ? this.#begin(create) : null;
    return {
      next: (done) => {
        if (inner) this.#next(inner, done);
        else
          this.#whenOpen(() => {
            inner = this.#begin(create);
            this.#next(inner, done);
          }, done);
      },
      end: (done) => {
        if (inner) this.#end(inner, done);
        else done();
      },
    };
  }

  /**
   * Lets iterators finish, and holds reads back while `work` runs. When it fails, reads are refused
   * until it is tried again and succeeds.
   */
  async pauseReads(work: () => Promise<void>): Promise<void> {
    if (this.#reads === 'open') this.#reads = 'holding';
    await this.#untilIteratorsEnded();
    this.#reads = 'paused';
    try {
      await work();
      this.#reads = 'open';
      this.damage = null;
    } catch (error) {
      this.damage = error instanceof Error ? error : new Error(String(error));
      this.#reads = 'shut';
      throw error;
    } finally {
      this.#held.splice(0).forEach((goOn) => goOn());
    }
  }

  #begin(create: () => LevelIterator): LevelIterator {
    this.#iterators += 1;
    return create();
  }

  #next(inner: LevelIterator, done: Next): void {
    inner.next((error, key, value) => {
      if (error) this.noteReadFailure(error);
      done(error, key, value);
    });
  }

  #end(inner: LevelIterator, done: LevelDone): void {
    inner.end((error) => {
      this.#iterators -= 1;
      if (this.#iterators === 0) this.#iteratorsEnded?.();
      done(error);
    });
  }

  #whenOpen(goOn: () => void, refuse: (error: Error) => void): void {
    if (this.#reads === 'open') goOn();
    else if (this.#reads === 'shut') refuse(this.damage ?? new Error('level is closed'));
    else this.#held.push(() => this.#whenOpen(goOn, refuse));
  }

  #untilIteratorsEnded(): Promise<void> {
    if (this.#iterators === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#iteratorsEnded = () => {
        this.#iteratorsEnded = null;
        resolve();
      };
    });
  }
}
