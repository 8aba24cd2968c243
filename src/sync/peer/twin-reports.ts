import type { Segment } from '../../shared/ids.ts';
import type { Kept, TwinsMemory } from '../replication/sync-memory.ts';
import type { StoredDocument } from '../store/storage.ts';
import type { Twins } from './verify-batch.ts';

type Content = TwinsMemory['contents'][number];

/** A clone makes as many as it likes; a person has to hear of it, not of each. */
const mostContents = 20;

/**
 * What a clone gave away while the hub was off: two contents of one number. Both are kept, over
 * restarts, and brought to the hub, which asks for neither as it holds that number already ([PER4]).
 */
export class TwinReports {
  readonly #memory: Kept<TwinsMemory>;
  #contents: readonly Content[];

  private constructor(memory: Kept<TwinsMemory>, contents: readonly Content[]) {
    this.#memory = memory;
    this.#contents = contents;
  }

  static async open(memory: Kept<TwinsMemory>): Promise<TwinReports> {
    return new TwinReports(memory, (await memory.load())?.contents ?? []);
  }

  get empty(): boolean {
    return this.#contents.length === 0;
  }

  /**
   * Durable when it resolves, unless there are enough of them.
   * @returns whether they were not known yet
   * @throws ReanError `store.*`
   */
  async keep({ segment, contents }: Twins): Promise<boolean> {
    const fresh = contents.filter((event) => !this.#contents.some((each) => isSame(each, event)));
    if (fresh.length === 0) return false;
    const all = [...this.#contents, ...fresh.map((event) => ({ segment, event }))];
    if (all.length <= mostContents) await this.#save(all);
    return true;
  }

  /**
   * Has all that is kept brought, and lets go of it.
   * @throws ReanError what `carry` rejects with; then all is kept
   */
  async bring(
    carry: (segment: Segment, contents: readonly StoredDocument[]) => Promise<void>,
  ): Promise<number> {
    const brought = this.#contents;
    for (const segment of new Set(brought.map((each) => each.segment))) {
      const here = brought.filter((each) => each.segment === segment);
      await carry(
        segment,
        here.map(({ event }) => event),
      );
    }
    if (brought.length > 0) {
      await this.#save(this.#contents.filter((each) => !brought.includes(each)));
    }
    return brought.length;
  }

  async #save(contents: readonly Content[]): Promise<void> {
    await this.#memory.save({ v: 1, contents: [...contents] });
    this.#contents = contents;
  }
}

function isSame({ event }: Content, { _id, _rev }: StoredDocument): boolean {
  return event._id === _id && event._rev === _rev;
}
