import type { Segment } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import type { EventLog, StoreState } from '../log/event-log.ts';
import type { StoredDocument } from '../store/storage.ts';
import type { HubClient } from '../transport/hub-client.ts';
import type { ReceiptLedger } from './receipt-ledger.ts';

/** Events asked about at once. */
const pageSize = 500;

export interface CompareParts {
  readonly hub: HubClient;
  readonly log: EventLog;
  readonly ledger: ReceiptLedger;
  readonly logger: Log;
  /** Segments the hub takes events for. */
  readonly segments: readonly Segment[];
  /** Events of a store after a seq, as they lie here. */
  readonly read: (
    state: StoreState,
    after: number,
    limit: number,
  ) => Promise<readonly StoredDocument[]>;
}

/**
 * Looks whether what receipts cover is what is here. A disk that was put back, or is another's clone,
 * goes on counting where it was: then one number stands for two contents. Of such a store everything
 * is sent, so that the hub has both, and it is not written to again ([EVT1]).
 */
export async function compareStores(parts: CompareParts, signal: AbortSignal): Promise<void> {
  const { log, ledger, logger } = parts;
  for (const state of log.stores()) {
    const covered = ledger.toCompare(state);
    if (covered === null) continue;
    const { store, lastSeq: here } = state;
    if (await isAlike(parts, state, covered, signal)) {
      await ledger.noteAlike(store, covered.upTo);
      continue;
    }
    logger.error('sync.store-parted', { store, here });
    await ledger.notePartedWays(store);
    if (log.current().store === store) await log.beginNewStore();
  }
}

async function isAlike(
  parts: CompareParts,
  state: StoreState,
  { after, upTo }: { readonly after: number; readonly upTo: number },
  signal: AbortSignal,
): Promise<boolean> {
  for (let from = after; from < upTo; from += pageSize) {
    const page = await parts.read(state, from, Math.min(pageSize, upTo - from));
    // Where some are missing here, a page reaches further than its numbers.
    const events = page.filter(({ _id }) => Number(_id.slice(_id.lastIndexOf(':') + 1)) <= upTo);
    if (!(await areHeld(parts, state.segment, events, signal))) return false;
  }
  return true;
}

/** A carrier may have brought some into another segment, where their own was not open. */
async function areHeld(
  { hub, segments }: CompareParts,
  own: Segment,
  events: readonly StoredDocument[],
  signal: AbortSignal,
): Promise<boolean> {
  const others = segments.filter((segment) => segment !== own);
  let left = events;
  for (const segment of segments.includes(own) ? [own, ...others] : others) {
    if (left.length === 0) break;
    left = await hub.database(segment, signal).lacking(left);
  }
  return left.length === 0;
}
