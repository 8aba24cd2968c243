import type { EventId } from '../../shared/ids.ts';
import { isInRanges, joinRanges, rangesBehind, withoutSeq } from '../../shared/seq-range.ts';
import type { SeqRanges } from '../../shared/seq-range.ts';
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
  /** Every event up to here is held, but for those that a person gave up and that did not come since. */
  readonly contiguous: number;
  /** Held beyond a gap, by seq. */
  readonly ahead: ReadonlyMap<number, IndexedEvent>;
  /** Numbers given up, of which no event has come ([HUB18]). */
  readonly givenUp: SeqRanges;
}

export const emptyStore: StoreProgress = { contiguous: 0, ahead: new Map(), givenUp: [] };

/** Every event up to here is held, without exception: what receipts say ([HUB7]). */
export function heldUpTo({ contiguous, givenUp }: StoreProgress): number {
  return Math.min(contiguous, (givenUp[0]?.from ?? contiguous + 1) - 1);
}

/** How a batch moves one store on: what it costs goes by the batch, however much waits beyond a gap. */
export class StoreMove {
  readonly #before: StoreProgress;
  /** Seqs that no longer wait. */
  readonly released = new Set<number>();
  /** What waits from now on, by seq. */
  readonly added = new Map<number, ArrivedEvent>();
  #contiguous: number;
  #givenUp: SeqRanges;

  constructor(before: StoreProgress) {
    this.#before = before;
    this.#contiguous = before.contiguous;
    this.#givenUp = before.givenUp;
  }

  get contiguous(): number {
    return this.#contiguous;
  }

  get givenUp(): SeqRanges {
    return this.#givenUp;
  }

  /** Whether other numbers are given up than before. */
  get changesGivenUp(): boolean {
    return this.#givenUp !== this.#before.givenUp;
  }

  /**
   * One event more, beyond what is held: it joins the unbroken run at once, with those that waited
   * for it, or waits itself until the gap before it is filled ([HUB7]).
   *
   * @returns events that now stand in the unbroken run, in order of seq
   */
  arrive(seq: number, event: ArrivedEvent): readonly ArrivedEvent[] {
    this.fill(seq);
    this.added.set(seq, event);
    return this.#goOn();
  }

  /** Something of this number is held now, though it had been given up. */
  fill(seq: number): void {
    if (isInRanges(this.#givenUp, seq)) this.#givenUp = withoutSeq(this.#givenUp, seq);
  }

  /**
   * Waits for these numbers no longer, but for such as are held already ([HUB18]).
   *
   * @returns events that now stand in the unbroken run, in order of seq
   */
  giveUp(ranges: SeqRanges): readonly ArrivedEvent[] {
    let missing = rangesBehind(ranges, this.#contiguous);
    for (const seq of [...this.#before.ahead.keys(), ...this.added.keys()]) {
      if (isInRanges(missing, seq)) missing = withoutSeq(missing, seq);
    }
    if (missing.length === 0) return [];
    this.#givenUp = joinRanges(this.#givenUp, missing);
    return this.#goOn();
  }

  #goOn(): readonly ArrivedEvent[] {
    const run: ArrivedEvent[] = [];
    for (;;) {
      const next = this.#contiguous + 1;
      const event = this.#waiting(next);
      const skipped = this.#givenUp.find(({ from, to }) => from <= next && next <= to);
      if (event) {
        this.#contiguous = next;
        this.added.delete(next);
        this.released.add(next);
        run.push(event);
      } else if (skipped) this.#contiguous = skipped.to;
      else return run;
    }
  }

  #waiting(seq: number): ArrivedEvent | undefined {
    const before = this.#before.ahead.get(seq);
    return this.added.get(seq) ?? (before && { ...before, bound: null });
  }
}
