import type { EventId } from '../../shared/ids.ts';
import type { FoldPlace } from './index-records.ts';

/** An event as the folder will need it. */
export interface IndexedEvent {
  readonly id: EventId;
  readonly fold: FoldPlace | null;
}

/** What the hub holds of one store of a station. */
export interface StoreProgress {
  /** Every event up to here is held. */
  readonly contiguous: number;
  /** Held beyond a gap, by seq. */
  readonly ahead: ReadonlyMap<number, IndexedEvent>;
}

export const emptyStore: StoreProgress = { contiguous: 0, ahead: new Map() };

export interface Arrived {
  readonly store: StoreProgress;
  /** Events that now stand in the unbroken run, in order of seq. */
  readonly released: readonly IndexedEvent[];
}

/**
 * One event more: it joins the unbroken run at once, with those that waited for it, or waits itself
 * until the gap before it is filled ([HUB7]).
 */
export function arrive(store: StoreProgress, seq: number, event: IndexedEvent): Arrived {
  if (seq <= store.contiguous) return { store, released: [] };
  if (seq === store.contiguous + 1 && store.ahead.size === 0) {
    return { store: { contiguous: seq, ahead: store.ahead }, released: [event] };
  }
  const ahead = new Map(store.ahead).set(seq, event);
  const released: IndexedEvent[] = [];
  let { contiguous } = store;
  for (let next = ahead.get(contiguous + 1); next; next = ahead.get(contiguous + 1)) {
    contiguous += 1;
    ahead.delete(contiguous);
    released.push(next);
  }
  return { store: { contiguous, ahead }, released };
}
