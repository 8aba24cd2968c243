import { peerLimits, storeKeySchema } from '../../shared/contracts/peer-api.ts';
import type { HeldRun, PeerVector, StoreKey } from '../../shared/contracts/peer-api.ts';

export interface WantedStore {
  readonly after: number;
  /** Whether the first event of the answer is one held here, to see that both hold the same. */
  readonly joint: boolean;
}

/** A store of this station's own of which a peer may hold something else: its last event is compared. */
export interface Suspect {
  readonly key: StoreKey;
  readonly upTo: number;
}

export interface WantedFrom {
  readonly mine: ReadonlyMap<StoreKey, HeldRun>;
  readonly theirs: PeerVector['stores'];
  /** What the hub was last known to hold of a store: no copy of that is wanted. */
  readonly held: (key: StoreKey) => number;
  readonly wants: (key: StoreKey) => boolean;
  readonly suspect: Suspect | null;
}

/**
 * What a peer holds and this station lacks. A run held here is only ever gone on with; one not held
 * begins behind what the hub holds, or where the peer's begins. Pure.
 */
export function wantedOf({
  mine,
  theirs,
  held,
  wants,
  suspect,
}: WantedFrom): ReadonlyMap<StoreKey, WantedStore> {
  const wanted = new Map<StoreKey, WantedStore>();
  if (suspect !== null) wanted.set(suspect.key, { after: suspect.upTo - 1, joint: true });
  for (const [key, run] of entriesOf(theirs)) {
    if (wanted.size >= peerLimits.stores) break;
    const store =
      wants(key) && !wanted.has(key) ? wantedStore(mine.get(key), run, held(key)) : null;
    if (store !== null) wanted.set(key, store);
  }
  return wanted;
}

function wantedStore(mine: HeldRun | undefined, theirs: HeldRun, held: number): WantedStore | null {
  if (mine === undefined) {
    const after = Math.max(theirs.after, held);
    return theirs.upTo > after ? { after, joint: false } : null;
  }
  if (theirs.upTo <= mine.upTo || theirs.after > mine.upTo) return null;
  const joint = theirs.after < mine.upTo && mine.after < mine.upTo;
  return { after: joint ? mine.upTo - 1 : mine.upTo, joint };
}

function entriesOf(stores: PeerVector['stores']): readonly (readonly [StoreKey, HeldRun])[] {
  const keys = Object.keys(stores).map((key) => storeKeySchema.parse(key));
  return keys.flatMap((key) => {
    const run = stores[key];
    return run === undefined ? [] : [[key, run] as const];
  });
}
