import type { EventId } from '../../shared/ids.ts';
import type { BoundEvent } from '../../sync/envelope/event.ts';
import type { FoldPlace } from './index-records.ts';

/** An event as the folder will need it. */
export interface IndexedEvent {
  readonly id: EventId;
  readonly fold: FoldPlace | null;
}

/** The same while its content is at hand. */
export interface ArrivedEvent extends IndexedEvent {
  readonly bound: BoundEvent | null;
}

/** What the hub holds of one store of a station. */
export interface StoreProgress {
  /** Every event up to here is held. */
  readonly contiguous: number;
  /** Held beyond a gap, by seq. */
  readonly ahead: ReadonlyMap<number, IndexedEvent>;
}

export const emptyStore: StoreProgress = { contiguous: 0, ahead: new Map() };

/** How a batch moves one store on: what it costs goes by the batch, however much waits beyond a gap. */
export class StoreMove {
  readonly #before: StoreProgress;
  /** Seqs that no longer wait. */
  readonly released = new Set<number>();
  /** What waits from now on, by seq. */
  readonly added = new Map<number, ArrivedEvent>();
  #contiguous: number;

  constructor(before: StoreProgress) {
    this.#before = before;
    this.#contiguous = before.contiguous;
  }

  get contiguous(): number {
    return this.#contiguous;
  }

  /**
   * One event more, beyond what is held: it joins the unbroken run at once, with those that waited
   * for it, or waits itself until the gap before it is filled ([HUB7]).
   *
   * @returns events that now stand in the unbroken run, in order of seq
   */
  arrive(seq: number, event: ArrivedEvent): readonly ArrivedEvent[] {
    if (seq > this.#contiguous + 1) {
      this.added.set(seq, event);
      return [];
    }
    const run: ArrivedEvent[] = [];
    for (let next: ArrivedEvent | undefined = event; next; next = this.#waiting()) {
      this.#contiguous += 1;
      if (!this.added.delete(this.#contiguous)) this.released.add(this.#contiguous);
      run.push(next);
    }
    return run;
  }

  #waiting(): ArrivedEvent | undefined {
    const seq = this.#contiguous + 1;
    const before = this.#before.ahead.get(seq);
    return this.added.get(seq) ?? (before && { ...before, bound: null });
  }
}
