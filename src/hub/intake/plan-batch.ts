import { seqOf, storeKeyOf } from '../../shared/event-id.ts';
import type { EventId, LearnerId } from '../../shared/ids.ts';
import type { SeqRanges } from '../../shared/seq-range.ts';
import type { BoundEvent } from '../../sync/envelope/event.ts';
import type { IndexWrite } from './hub-index.ts';
import { dirtyValue, indexKeys, orderValue } from './index-records.ts';
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
  readonly bound: BoundEvent | null;
}

/** What the plan reads of the ledger and index. */
export interface Known {
  store(key: string): StoreProgress;
  dirty(learner: LearnerId): Dirty | null;
}

export interface Plan {
  readonly writes: readonly IndexWrite[];
  readonly stores: ReadonlyMap<string, StoreMove>;
  readonly dirty: ReadonlyMap<LearnerId, Dirty>;
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

/** Decides what changes where some numbers are waited for no longer ([HUB18]). Pure, as above. */
export function planGivingUp(ranges: ReadonlyMap<string, SeqRanges>, known: Known): Plan {
  const draft = new Draft(known);
  for (const [store, each] of ranges) draft.giveUp(store, each);
  return draft.finish();
}

class Draft {
  readonly #known: Known;
  readonly #writes: IndexWrite[] = [];
  readonly #stores = new Map<string, StoreMove>();
  readonly #dirty = new Map<LearnerId, Dirty>();

  constructor(known: Known) {
    this.#known = known;
  }

  take({ id, prior, record, bound }: Arrival): void {
    this.#put(indexKeys.event(id), record);
    this.#noteUnread(id, prior, record);
    const seq = seqOf(id);
    const key = storeKeyOf(id);
    const store = this.#stores.get(key) ?? new StoreMove(this.#known.store(key));
    if (seq <= store.contiguous) {
      store.fill(seq);
      if (store.changesGivenUp) this.#stores.set(key, store);
      this.#replace(prior?.fold ?? null, { id, fold: record.fold, bound });
      return;
    }
    this.#stores.set(key, store);
    for (const event of store.arrive(seq, { id, fold: record.fold, bound })) this.#insert(event);
  }

  giveUp(key: string, ranges: SeqRanges): void {
    const store = new StoreMove(this.#known.store(key));
    this.#stores.set(key, store);
    for (const event of store.giveUp(ranges)) this.#insert(event);
  }

  finish(): Plan {
    for (const [key, store] of this.#stores) this.#writeStore(key, store);
    for (const [learner, dirty] of this.#dirty) {
      this.#writes.push({ type: 'put', key: indexKeys.dirty(learner), value: dirtyValue(dirty) });
    }
    return { writes: this.#writes, stores: this.#stores, dirty: this.#dirty };
  }

  /**
   * Events of versions not understood are found again by this key after an upgrade, those of people
   * who were erased are counted by theirs.
   */
  #noteUnread(id: EventId, prior: EventRecord | null, record: EventRecord): void {
    if (record.status === 'newer') this.#put(indexKeys.newer(id), {});
    else if (prior?.status === 'newer') {
      this.#writes.push({ type: 'del', key: indexKeys.newer(id) });
    }
    if (record.owner !== undefined) this.#put(indexKeys.unopened(record.owner, id), {});
  }

  #replace(before: FoldPlace | null, arrived: ArrivedEvent): void {
    const { id, fold: after } = arrived;
    if (before?.rev === after?.rev && before?.segment === after?.segment) return;
    if (before) {
      const key = orderKey(id, before);
      this.#writes.push({ type: 'del', key });
      this.#mark(before.learner, { added: 0, from: key, unfolded: {} });
    }
    if (after) this.#insert(arrived);
  }

  #insert({ id, fold, bound }: ArrivedEvent): void {
    if (fold === null) return;
    const key = orderKey(id, fold);
    this.#writes.push({ type: 'put', key, value: orderValue(fold, bound) });
    const unfolded = { [storeKeyOf(id)]: seqOf(id) };
    this.#mark(fold.learner, { added: 1, from: key, unfolded });
  }

  #mark(learner: LearnerId, more: Omit<Dirty, 'late'>): void {
    const held = this.#dirty.get(learner) ?? this.#known.dirty(learner);
    this.#dirty.set(learner, {
      added: (held?.added ?? 0) + more.added,
      unfolded: held ? earlier(held.unfolded, more.unfolded) : more.unfolded,
      from: first(held?.from ?? null, more.from),
      late: first(held?.late ?? null, more.from),
    });
  }

  #writeStore(key: string, move: StoreMove): void {
    const { contiguous, released, added, givenUp } = move;
    if (move.changesGivenUp) this.#put(indexKeys.givenUp(key), givenUp);
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

function first(a: string | null, b: string): string {
  return a !== null && a < b ? a : b;
}

/** By store, the earlier of the two. */
function earlier(a: Dirty['unfolded'], b: Dirty['unfolded']): Dirty['unfolded'] {
  if (a === null || b === null) return null;
  const both = { ...a };
  for (const [store, seq] of Object.entries(b)) both[store] = Math.min(both[store] ?? seq, seq);
  return both;
}
