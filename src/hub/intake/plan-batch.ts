import { seqOf, storeKeyOf } from '../../shared/event-id.ts';
import type { EventId, LearnerId } from '../../shared/ids.ts';
import type { WrittenEvent } from '../../sync/envelope/event.ts';
import type { IndexWrite } from './hub-index.ts';
import { indexKeys, orderValue } from './index-records.ts';
import type { EventRecord, FoldPlace } from './index-records.ts';
import type { Dirty } from './ledger.ts';
import { StoreMove } from './store-progress.ts';
import type { ArrivedEvent, StoreProgress } from './store-progress.ts';

/** One event id as it was known, and as it is judged now. */
export interface Arrival {
  readonly id: EventId;
  readonly prior: EventRecord | null;
  readonly record: EventRecord;
  /** The event to fold as it is written; null when there is none. */
  readonly written: WrittenEvent | null;
}

/** What the plan reads of the ledger and index. */
export interface Known {
  store(key: string): StoreProgress;
  dirty(learner: LearnerId): Dirty | null;
  /** The newest order key indexed for a learner: '' when there is none, null when it isn't known. */
  newestOrder(learner: LearnerId): string | null;
}

export interface Plan {
  readonly writes: readonly IndexWrite[];
  readonly stores: ReadonlyMap<string, StoreMove>;
  readonly dirty: ReadonlyMap<LearnerId, Dirty>;
  /** The newest order key of each learner touched. */
  readonly newest: ReadonlyMap<LearnerId, string>;
  /** Learners whose newest order key has to be known first; then it is planned again. */
  readonly unknown: ReadonlySet<LearnerId>;
}

/**
 * Decides what a batch of arrivals changes: event records, how far each store is held, each
 * learner's order, and who must be folded. Pure; carried out in one atomic write ([FLD5]).
 */
export function planBatch(arrivals: readonly Arrival[], known: Known): Plan {
  const draft = new Draft(known);
  for (const arrival of arrivals) draft.take(arrival);
  return draft.finish();
}

class Draft {
  readonly #known: Known;
  readonly #writes: IndexWrite[] = [];
  readonly #stores = new Map<string, StoreMove>();
  readonly #dirty = new Map<LearnerId, Dirty>();
  readonly #newest = new Map<LearnerId, string>();
  readonly #unknown = new Set<LearnerId>();

  constructor(known: Known) {
    this.#known = known;
  }

  take({ id, prior, record, written }: Arrival): void {
    this.#put(indexKeys.event(id), record);
    this.#noteNewer(id, prior, record);
    const seq = seqOf(id);
    const key = storeKeyOf(id);
    const store = this.#stores.get(key) ?? new StoreMove(this.#known.store(key));
    if (seq <= store.contiguous) {
      this.#replace(prior?.fold ?? null, { id, fold: record.fold, written });
      return;
    }
    this.#stores.set(key, store);
    for (const event of store.arrive(seq, { id, fold: record.fold, written })) this.#insert(event);
  }

  finish(): Plan {
    for (const [key, store] of this.#stores) this.#writeStore(key, store);
    for (const [learner, { added, unfolded }] of this.#dirty) {
      this.#put(indexKeys.dirty(learner), { added, unfolded });
    }
    return {
      writes: this.#writes,
      stores: this.#stores,
      dirty: this.#dirty,
      newest: this.#newest,
      unknown: this.#unknown,
    };
  }

  /** Events of versions not understood are found again by this key after an upgrade. */
  #noteNewer(id: EventId, prior: EventRecord | null, record: EventRecord): void {
    if (record.status === 'newer') this.#put(indexKeys.newer(id), {});
    else if (prior?.status === 'newer') {
      this.#writes.push({ type: 'del', key: indexKeys.newer(id) });
    }
  }

  #replace(before: FoldPlace | null, arrived: ArrivedEvent): void {
    const { id, fold: after } = arrived;
    if (before?.rev === after?.rev && before?.segment === after?.segment) return;
    if (before) {
      this.#writes.push({ type: 'del', key: orderKey(id, before) });
      this.#mark(before.learner, { added: 0, refold: true, unfolded: {} });
    }
    if (after) this.#insert(arrived);
  }

  #insert({ id, fold, written }: ArrivedEvent): void {
    if (fold === null) return;
    const key = orderKey(id, fold);
    this.#writes.push({ type: 'put', key, value: orderValue(fold, written) });
    const before = this.#known.newestOrder(fold.learner);
    if (before === null) this.#unknown.add(fold.learner);
    const unfolded = { [storeKeyOf(id)]: seqOf(id) };
    this.#mark(fold.learner, { added: 1, refold: before === null || key < before, unfolded });
    const newest = this.#newest.get(fold.learner) ?? before;
    if (newest !== null) this.#newest.set(fold.learner, key > newest ? key : newest);
  }

  #mark(learner: LearnerId, more: Dirty): void {
    const held = this.#dirty.get(learner) ?? this.#known.dirty(learner);
    this.#dirty.set(learner, {
      added: (held?.added ?? 0) + more.added,
      refold: (held?.refold ?? false) || more.refold,
      unfolded: held ? earlier(held.unfolded, more.unfolded) : more.unfolded,
    });
  }

  #writeStore(key: string, { contiguous, released, added }: StoreMove): void {
    this.#writes.push({ type: 'put', key: indexKeys.vector(key), value: String(contiguous) });
    const { ahead } = this.#known.store(key);
    for (const seq of released) {
      if (ahead.has(seq)) this.#writes.push({ type: 'del', key: indexKeys.ahead(key, seq) });
    }
    for (const [seq, { fold }] of added) this.#put(indexKeys.ahead(key, seq), { fold });
  }

  #put(key: string, value: unknown): void {
    this.#writes.push({ type: 'put', key, value: JSON.stringify(value) });
  }
}

function orderKey(id: EventId, { learner, lamport }: FoldPlace): string {
  return indexKeys.order(learner, { lamport, id });
}

/** By store, the earlier of the two. */
function earlier(a: Dirty['unfolded'], b: Dirty['unfolded']): Dirty['unfolded'] {
  if (a === null || b === null) return null;
  const both = { ...a };
  for (const [store, seq] of Object.entries(b)) both[store] = Math.min(both[store] ?? seq, seq);
  return both;
}
