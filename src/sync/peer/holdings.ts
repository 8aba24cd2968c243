import type { HeldRun, StoreKey } from '../../shared/contracts/peer-api.ts';
import { parseEventId } from '../../shared/event-id.ts';
import type { EventId, Segment } from '../../shared/ids.ts';
import type { EventLog, StoreState } from '../log/event-log.ts';
import type { StoredDocument } from '../store/storage.ts';
import type { PeerCopies } from './peer-copies.ts';
import { stationOf, storeKey, storeKeyOf, storeOf } from './store-key.ts';

/** Everything this station can show or hand on: its own stores, and its copies of others' ([PER2]). */
export class Holdings {
  readonly #log: EventLog;
  readonly #copies: PeerCopies;

  constructor(log: EventLog, copies: PeerCopies) {
    this.#log = log;
    this.#copies = copies;
  }

  /** What is held of each store. */
  runs(): ReadonlyMap<StoreKey, HeldRun> {
    const runs = new Map<StoreKey, HeldRun>(
      [...this.#copies.stores].map(([key, { after, upTo }]) => [key, { after, upTo }]),
    );
    for (const state of this.#log.stores()) {
      const key = storeKey(this.#log.station, state.store);
      runs.set(key, joined(state, runs.get(key)));
    }
    return runs;
  }

  /** Whether this is a store of this station's own log. */
  isOwn(key: StoreKey): boolean {
    return this.#ownSeq(key) !== null;
  }

  segment(key: StoreKey): Segment | null {
    const copied = this.#copies.stores.get(key)?.segment ?? null;
    if (stationOf(key) !== this.#log.station) return copied;
    const own = this.#log.stores().find(({ store }) => store === storeOf(key));
    return own?.segment ?? copied;
  }

  /** Events of a store after a seq, in order; a page at most, empty when there are none. */
  async read(key: StoreKey, after: number, limit: number): Promise<readonly StoredDocument[]> {
    const own = this.#ownSeq(key);
    if (own === null || after >= own) return this.#copies.read(key, after, limit);
    const store = this.#log.store(storeOf(key));
    return (await store?.read(after, Math.min(limit, own - after))) ?? [];
  }

  async get(id: EventId): Promise<StoredDocument | null> {
    const own = this.#ownSeq(storeKeyOf(id));
    const { store, seq } = parseEventId(id);
    if (own === null || seq > own) return this.#copies.get(id);
    return (await this.#log.store(store)?.database.get(id)) ?? null;
  }

  /** How far the log itself goes: what a failed write may have left behind it is not told. */
  #ownSeq(key: StoreKey): number | null {
    if (stationOf(key) !== this.#log.station) return null;
    return this.#log.stores().find(({ store }) => store === storeOf(key))?.lastSeq ?? null;
  }
}

/** A station whose disk went back in time may find what it lost at its peers. */
function joined({ lastSeq, missing }: StoreState, copied: HeldRun | undefined): HeldRun {
  const goesOn = copied !== undefined && copied.after <= lastSeq && copied.upTo > lastSeq;
  // What lies before a hole of one's own is not told: a run has none in it.
  return { after: missing.at(-1)?.to ?? 0, upTo: goesOn ? copied.upTo : lastSeq };
}
