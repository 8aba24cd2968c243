import type { PeerVector } from '../../shared/contracts/peer-api.ts';
import type { StationId, StoreId } from '../../shared/ids.ts';
import type { EventLog } from '../log/event-log.ts';
import { storeKey } from './store-key.ts';
import type { Suspect } from './wanted.ts';

interface Look {
  readonly store: StoreId;
  /** How far this station's own store went then. */
  readonly lastSeq: number;
  /** The last event compared. */
  readonly compared: number;
}

/**
 * Sees that a peer does not go on copying the store this station writes to: it may hold another content
 * under the numbers taken here, as of a disk that was cloned. The last event it holds is then compared,
 * once, so that whoever goes on under the same numbers comes to know of it ([PER4]).
 */
export class OwnStoreWatch {
  readonly #log: EventLog;
  readonly #last = new Map<StationId, Look>();

  constructor(log: EventLog) {
    this.#log = log;
  }

  /** To be called with each answer of a peer; what to compare, null where there is nothing. */
  look(peer: StationId, { stores }: PeerVector): Suspect | null {
    const { store, lastSeq } = this.#log.current();
    const key = storeKey(this.#log.station, store);
    const { after = 0, upTo = 0 } = stores[key] ?? {};
    const held = this.#last.get(peer);
    const before = held?.store === store ? held : { lastSeq: 0, compared: 0 };
    // It had a round's time to fetch what was there when it answered last.
    const lags = upTo < before.lastSeq && upTo > after && upTo !== before.compared;
    this.#last.set(peer, { store, lastSeq, compared: lags ? upTo : before.compared });
    return lags ? { key, upTo } : null;
  }
}
