import type { Vector } from '../../shared/contracts/documents/state.ts';
import { parseEventId } from '../../shared/event-id.ts';
import type { EventId, LearnerId, StoreId } from '../../shared/ids.ts';
import { isFolded } from '../learners/live-state.ts';

/** Events, by learner, that no state document pulled so far holds. Ids only: payloads stay sealed. */
export class UnfoldedIndex {
  readonly #ids = new Map<LearnerId, Set<EventId>>();

  add(learner: LearnerId, id: EventId): void {
    const ids = this.#ids.get(learner);
    if (ids === undefined) this.#ids.set(learner, new Set([id]));
    else ids.add(id);
  }

  /** Leaves out what a learner's newest state document holds; true when that was anything. */
  prune(learner: LearnerId, folded: Vector): boolean {
    return this.keep(learner, (id) => !isFolded(id, folded));
  }

  /** Leaves out a learner's events that are not to be kept; true when that was any. */
  keep(learner: LearnerId, kept: (id: EventId) => boolean): boolean {
    const ids = this.#ids.get(learner);
    if (ids === undefined) return false;
    const gone = [...ids].filter((id) => !kept(id));
    for (const id of gone) ids.delete(id);
    if (ids.size === 0) this.#ids.delete(learner);
    return gone.length > 0;
  }

  /** Leaves out what is of a store no longer on this disk. */
  forget(store: StoreId): void {
    for (const [learner, ids] of this.#ids) {
      for (const id of ids) if (parseEventId(id).store === store) ids.delete(id);
      if (ids.size === 0) this.#ids.delete(learner);
    }
  }

  clear(): void {
    this.#ids.clear();
  }

  has(learner: LearnerId): boolean {
    return this.#ids.has(learner);
  }

  of(learner: LearnerId): readonly EventId[] {
    return [...(this.#ids.get(learner) ?? [])];
  }

  learners(): readonly LearnerId[] {
    return [...this.#ids.keys()];
  }

  /** Of all learners together. */
  get size(): number {
    return [...this.#ids.values()].reduce((sum, ids) => sum + [...ids].length, 0);
  }

  /** The first unfolded seq by store; a store that is folded to its end is left out. */
  firstSeqs(): ReadonlyMap<string, number> {
    const first = new Map<string, number>();
    for (const ids of this.#ids.values()) {
      for (const id of ids) {
        const { store, seq } = parseEventId(id);
        first.set(store, Math.min(first.get(store) ?? seq, seq));
      }
    }
    return first;
  }
}
