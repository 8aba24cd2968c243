import type { Receipt } from '../../shared/contracts/hub-api.ts';
import type { Generation, Segment } from '../../shared/ids.ts';
import type { Clock, Log } from '../../shared/ports.ts';
import type { EventLog, StoreState } from '../log/event-log.ts';
import { heldOf } from './receipt-ledger.ts';
import type { ReceiptLedger } from './receipt-ledger.ts';

export interface RetentionParts {
  readonly log: EventLog;
  readonly ledger: Pick<ReceiptLedger, 'forget' | 'hasParted'>;
  readonly clock: Clock;
  readonly logger: Log;
  /** Segments are looked through this often at most, ms. */
  readonly everyMs: number;
}

/** What the looking through asks of its hub. */
export interface RetentionHub {
  /** The generation now shown; null while none is. */
  readonly generation: Generation | null;
  /** The segment the hub has stations write to; null before a hello. */
  readonly newest: Segment | null;
  receipt(store: StoreState): Promise<Receipt>;
  /** Pulls folded progress to its end. */
  pullState(): Promise<void>;
}

/**
 * Lets go of segments that are safe elsewhere ([RET2]): for every store in them the hub says that
 * all of it is durable, folded and backed up, and what it was folded into has been pulled after.
 */
export class Retention {
  readonly #parts: RetentionParts;
  #lookedAtMs: number | null = null;

  constructor(parts: RetentionParts) {
    this.#parts = parts;
  }

  /** Drops what may be dropped. Rejects with the hub's errors; tried again at the next call then. */
  async tidy(hub: RetentionHub): Promise<void> {
    const nowMs = this.#parts.clock.monotonicMs();
    const { everyMs } = this.#parts;
    if (this.#lookedAtMs !== null && nowMs - this.#lookedAtMs < everyMs) return;
    const safe: Segment[] = [];
    await this.#parts.log.salvageAgain();
    for (const segment of this.#old(hub)) {
      if (await this.#isSafe(segment, hub)) safe.push(segment);
    }
    if (safe.length > 0) await hub.pullState();
    for (const segment of safe) await this.#drop(segment);
    this.#lookedAtMs = nowMs;
  }

  /** Segments here but the newest, oldest first. */
  #old({ newest }: RetentionHub): readonly Segment[] {
    const { log } = this.#parts;
    const here = new Set(log.stores().map(({ segment }) => segment));
    return [...here].filter((each) => each !== newest && each !== log.current().segment).sort();
  }

  async #isSafe(segment: Segment, hub: RetentionHub): Promise<boolean> {
    // What was not gone through is at no hub yet.
    if (this.#parts.log.unsalvaged.some((aside) => aside.startsWith(`${segment}.`))) return false;
    for (const store of this.#storesIn(segment)) {
      // What the hub folded and backed up under these numbers may be another's.
      if (this.#parts.ledger.hasParted(store.store)) return false;
      const receipt = await hub.receipt(store);
      if (receipt.generation !== hub.generation || coveredSeq(receipt, store) < store.lastSeq)
        return false;
    }
    return true;
  }

  async #drop(segment: Segment): Promise<void> {
    const { log, ledger, logger } = this.#parts;
    const gone = this.#storesIn(segment).map(({ store }) => store);
    await log.dropSegment(segment);
    await ledger.forget(gone);
    logger.info('sync.segment-dropped', { segment, stores: gone.length });
  }

  #storesIn(segment: Segment): readonly StoreState[] {
    return this.#parts.log.stores().filter((store) => store.segment === segment);
  }
}

function coveredSeq(receipt: Receipt, here: StoreState): number {
  const { contiguousSeq, foldedSeq, backedUpSeq } = heldOf(receipt, here);
  return Math.min(contiguousSeq, foldedSeq, backedUpSeq);
}
