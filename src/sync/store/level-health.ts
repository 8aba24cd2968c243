import { Subject } from 'rxjs';
import type { LevelDone, LevelIterator, LevelKey, LevelWrite } from './level.ts';

type Next = (error?: Error | null, key?: LevelKey, value?: LevelKey) => void;

/** A write that failed, and the writes that put back what was there before. */
export interface WriteFailure {
  readonly error: unknown;
  readonly undo: readonly LevelWrite[];
}

/** LevelDB's word for files whose contents are wrong: opening them anew mends nothing. */
export const isDamage = (error: unknown): error is Error =>
  error instanceof Error && /^corruption/i.test(error.message);

/**
 * Keeps account of what went wrong with a level, and holds reads back while its files are opened
 * anew. PouchDB takes any read error for "no such document", so damage has to be remembered here
 * for the database above to tell ([STO3]).
 */
export class LevelHealth {
  failure: WriteFailure | null = null;
  /** Found by a read: opening the files anew mends none of it. */
  #lost: Error | null = null;
  /** Why opening the files anew failed last; null once it succeeds. */
  #shutBy: Error | null = null;
  /** Fires at every read that can't be answered truly, for whoever waits for it. */
  readonly broken$ = new Subject<Error>();
  /** `holding`: no new iterators; `paused`: no reads at all; `shut`: reopening failed. */
  #reads: 'open' | 'holding' | 'paused' | 'shut' = 'open';
  #iterators = 0;
  #iteratorsEnded: (() => void) | null = null;
  #held: (() => void)[] = [];

  /** What keeps reads from being answered truly; null while all is well. */
  get damage(): Error | null {
    return this.#lost ?? this.#shutBy;
  }

  get isLost(): boolean {
    return this.#lost !== null;
  }

  noteLost(damage: Error): void {
    this.#lost ??= damage;
  }

  /** Found beside a read: whoever waits for one is told as well. */
  lose(damage: Error): void {
    this.noteLost(damage);
    this.broken$.next(damage);
  }

  /**
   * A failed read that is no "not found". PouchDB goes on as if there were no such document, and may
   * well fail over that where nobody catches; so whoever waits is told here, and what PouchDB makes
   * of it is not heard. Closed levels fail reads too, which is no damage.
   */
  failRead(error: Error, done: (error: Error) => void): void {
    if (/corruption|io error/i.test(error.message)) {
      this.noteLost(error);
      this.#break(error, done);
    } else done(error);
  }

  whenReadable(read: () => void, refuse: (error: Error) => void): void {
    if (this.#reads === 'shut') this.#break(this.damage ?? new Error('level is closed'), refuse);
    else if (this.#reads === 'paused') this.#held.push(() => this.whenReadable(read, refuse));
    else read();
  }

  iterator(create: () => LevelIterator): LevelIterator {
    let inner: LevelIterator | null = this.#reads === 'open' ? this.#begin(create) : null;
    return {
      next: (done) => {
        if (inner) this.#next(inner, done);
        else
          this.#whenOpen(
            () => {
              inner = this.#begin(create);
              this.#next(inner, done);
            },
            (error) => this.#break(error, () => done()),
          );
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
      this.#shutBy = null;
    } catch (error) {
      this.#shutBy = error instanceof Error ? error : new Error(String(error));
      this.#reads = 'shut';
      if (isDamage(error)) this.lose(error);
      throw error;
    } finally {
      this.#held.splice(0).forEach((goOn) => goOn());
    }
  }

  #break(error: Error, refuse: (error: Error) => void): void {
    this.broken$.next(error);
    try {
      refuse(error);
    } catch {
      // What PouchDB makes of a body it can't have; the damage is told already.
    }
  }

  #begin(create: () => LevelIterator): LevelIterator {
    this.#iterators += 1;
    return create();
  }

  #next(inner: LevelIterator, done: Next): void {
    inner.next((error, key, value) => {
      // PouchDB hears of no error while it goes through a level: for it, that is the end.
      if (error) this.failRead(error, () => done());
      else done(null, key, value);
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
