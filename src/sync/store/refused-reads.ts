import type { LevelKey, LevelWrite } from './level.ts';

/**
 * What could not be read since the last write. PouchDB looks a document up before it writes it, and
 * takes any read error for "no such document": it would write it as its first, over what is there, and
 * were the files well again by then, nothing would keep it from that.
 */
export class RefusedReads {
  readonly #errors = new Map<string, Error>();

  note(key: LevelKey, error: Error): void {
    this.#errors.set(String(key), error);
  }

  /** Why something that is about to be written over could not be read; null where nothing was refused. */
  among(writes: readonly LevelWrite[]): Error | null {
    const refused = writes.map(({ key }) => this.#errors.get(String(key)));
    return refused.find((error) => error !== undefined) ?? null;
  }

  /** A write is over: whoever writes next reads anew. */
  clear(): void {
    this.#errors.clear();
  }
}
