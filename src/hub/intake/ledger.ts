import { seqOf, storeKeyOf } from '../../shared/event-id.ts';
import { eventIdSchema, learnerIdSchema } from '../../shared/ids.ts';
import type { EventId, LearnerId } from '../../shared/ids.ts';
import type { HubIndex, IndexEntry } from './hub-index.ts';
import { seqRangesSchema } from '../../shared/seq-range.ts';
import { aheadSchema, dirtySchema, indexPrefixes } from './index-records.ts';
import { emptyStore, heldUpTo } from './store-progress.ts';
import type { IndexedEvent, StoreMove, StoreProgress } from './store-progress.ts';

/** A learner with events that are indexed and not folded yet. */
export interface Dirty {
  readonly added: number;
  /** The first key in the learner's order that changed since; '' for any. What was folded of the
   * keys before it still holds ([FLD2]). */
  readonly from: string;
  /** The same since the folder last looked; null while nothing changed. */
  readonly late: string | null;
  /** By store, the first seq that may not be folded; null: any of this learner's may not be. */
  readonly unfolded: Readonly<Record<string, number>> | null;
}

interface Held extends StoreProgress {
  readonly ahead: Map<number, IndexedEvent>;
}

/**
 * What the index holds that must be at hand: how far each store is held, and who has to be folded.
 * Changed only after the index's own write is durable, so it never runs ahead of the disk.
 */
export class Ledger {
  readonly #stores = new Map<string, Held>();
  readonly #dirty = new Map<LearnerId, Dirty>();

  static async load(index: HubIndex): Promise<Ledger> {
    const ledger = new Ledger();
    for (const [key, value] of await index.range({ prefix: indexPrefixes.vector })) {
      const store = key.slice(indexPrefixes.vector.length);
      ledger.#stores.set(store, { ...ledger.#held(store), contiguous: Number(value) });
    }
    for (const [key, value] of await index.range({ prefix: indexPrefixes.givenUp })) {
      const store = key.slice(indexPrefixes.givenUp.length);
      const givenUp = seqRangesSchema.parse(JSON.parse(value));
      ledger.#stores.set(store, { ...ledger.#held(store), givenUp });
    }
    for (const entry of await index.range({ prefix: indexPrefixes.ahead })) {
      ledger.#loadAhead(entry);
    }
    for (const [key, value] of await index.range({ prefix: indexPrefixes.dirty })) {
      const learner = learnerIdSchema.parse(key.slice(indexPrefixes.dirty.length));
      const { added, unfolded, from } = dirtySchema.parse(JSON.parse(value));
      ledger.#dirty.set(learner, { added, unfolded, from, late: from });
    }
    return ledger;
  }

  store(key: string): StoreProgress {
    return this.#stores.get(key) ?? emptyStore;
  }

  /** Whether the index has a record of an event. */
  holds(id: EventId): boolean {
    const { contiguous, ahead } = this.store(storeKeyOf(id));
    const seq = seqOf(id);
    return seq <= contiguous || ahead.has(seq);
  }

  /** Up to which seq of each store there is nothing more to wait for. */
  vector(): ReadonlyMap<string, number> {
    return new Map([...this.#stores].map(([key, { contiguous }]) => [key, contiguous]));
  }

  /** The contiguous seq held of each store, without exception. */
  held(): ReadonlyMap<string, number> {
    return new Map([...this.#stores].map(([key, store]) => [key, heldUpTo(store)]));
  }

  /** Every store something is held of. */
  stores(): ReadonlyMap<string, StoreProgress> {
    return this.#stores;
  }

  /** Up to which seq of a store no learner's event waits to be folded. */
  foldedSeq(key: string): number {
    let folded = this.store(key).contiguous;
    for (const { unfolded } of this.#dirty.values()) {
      if (unfolded === null) return 0;
      folded = Math.min(folded, (unfolded[key] ?? Number.MAX_SAFE_INTEGER) - 1);
    }
    return folded;
  }

  dirty(learner: LearnerId): Dirty | null {
    return this.#dirty.get(learner) ?? null;
  }

  /** What is to be folded of a learner by now, for {@link noteFolded}; null when nothing is. */
  look(learner: LearnerId): Dirty | null {
    const dirty = this.dirty(learner);
    if (dirty === null) return null;
    const seen = { ...dirty, late: null };
    this.#dirty.set(learner, seen);
    return seen;
  }

  dirtyLearners(): readonly LearnerId[] {
    return [...this.#dirty.keys()];
  }

  /** Events held and not folded yet, those beyond a gap included. */
  get unfolded(): number {
    const added = [...this.#dirty.values()].reduce((sum, each) => sum + each.added, 0);
    return [...this.#stores.values()].reduce((sum, { ahead }) => sum + ahead.size, added);
  }

  commit(stores: ReadonlyMap<string, StoreMove>, dirty: ReadonlyMap<LearnerId, Dirty>): void {
    for (const [key, move] of stores) {
      const { ahead } = this.#held(key);
      for (const seq of move.released) ahead.delete(seq);
      // Not their contents: any number of events may wait.
      for (const [seq, { id, fold }] of move.added) ahead.set(seq, { id, fold });
      this.#stores.set(key, { contiguous: move.contiguous, ahead, givenUp: move.givenUp });
    }
    for (const [learner, each] of dirty) this.#dirty.set(learner, each);
  }

  /** Nothing changed of this learner since it was looked at. */
  isStill(learner: LearnerId, seen: Dirty): boolean {
    return this.#dirty.get(learner) === seen;
  }

  /** What had been seen of these is folded. What came since is still to be. */
  noteFolded(folded: ReadonlyMap<LearnerId, Dirty>): void {
    for (const [learner, seen] of folded) {
      const dirty = this.#dirty.get(learner);
      if (dirty === seen) this.#dirty.delete(learner);
      else if (dirty) this.#dirty.set(learner, { ...dirty, from: dirty.late ?? dirty.from });
    }
  }

  #loadAhead([key, value]: IndexEntry): void {
    const id = aheadId(key);
    const { fold } = aheadSchema.parse(JSON.parse(value));
    const store = this.#held(storeKeyOf(id));
    store.ahead.set(seqOf(id), { id, fold });
    this.#stores.set(storeKeyOf(id), store);
  }

  #held(key: string): Held {
    return this.#stores.get(key) ?? { ...emptyStore, ahead: new Map<number, IndexedEvent>() };
  }
}

/** An `ahead:` key ends in the event's own id. */
function aheadId(key: string): EventId {
  return eventIdSchema.parse(key.slice(indexPrefixes.ahead.length));
}
