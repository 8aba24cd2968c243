import { ReanError } from '../../shared/errors.ts';
import type { PeerVector, StoreKey } from '../../shared/contracts/peer-api.ts';
import type { SiteId, StationId } from '../../shared/ids.ts';
import type { SigningKeyOf } from '../envelope/origin.ts';
import type { EventLog } from '../log/event-log.ts';
import type { Holdings } from './holdings.ts';
import type { Peer } from './peer.ts';
import type { PeerCopies, VerifiedRun } from './peer-copies.ts';
import { stationOf, storeOf } from './store-key.ts';
import { verifyBatch } from './verify-batch.ts';
import type { AskedStore, Twins } from './verify-batch.ts';
import { wantedOf } from './wanted.ts';
import type { WantedStore } from './wanted.ts';

/** Whom this station's directory knows. */
export interface PeerTrust {
  readonly signingKey: SigningKeyOf;
  /** Whether the station is one of the site's, and not disabled. */
  isPeer(station: StationId): boolean;
  /** Whether the station's events can be checked at all; its key may not have come yet. */
  isKnown(station: StationId): boolean;
}

export interface ExchangeParts {
  readonly site: SiteId;
  readonly log: EventLog;
  readonly copies: PeerCopies;
  readonly holdings: Holdings;
  readonly trust: PeerTrust;
  /** What the hub was last known to hold of a store. */
  readonly held: (key: StoreKey) => number;
  /** Whether the disk has room for more than this station's own events. */
  readonly hasRoom: () => Promise<boolean>;
}

export interface Exchanged {
  readonly vector: PeerVector;
  /** Copies taken. */
  readonly taken: number;
  readonly refused: readonly StoreKey[];
  readonly cloned: readonly Twins[];
}

/** Answers asked of one peer at a time, so that every peer has its turn. */
const mostBatches = 25;

/**
 * Fetches from a peer what it holds and this station lacks, in bounded answers ([PER2], [PER3]).
 * @throws ReanError `hub.*` when the peer can't be asked, `store.*` when nothing can be kept
 */
export async function exchangeWith(
  peer: Peer,
  parts: ExchangeParts,
  signal: AbortSignal,
): Promise<Exchanged> {
  const vector = await peer.vector(signal);
  if (vector.site !== parts.site) throw new ReanError('hub.protocol', { reason: 'another site' });
  if (!(await parts.hasRoom())) return { vector, taken: 0, refused: [], cloned: [] };
  const ended = new Set<StoreKey>();
  const refused: StoreKey[] = [];
  const cloned: Twins[] = [];
  let taken = 0;
  for (let batch = 0; batch < mostBatches && !signal.aborted; batch += 1) {
    const wanted = wantedNow(parts, vector, ended);
    if (wanted.size === 0) break;
    const asked = await withAnchors(parts.holdings, wanted);
    const from = Object.fromEntries([...wanted].map(([key, { after }]) => [key, after]));
    const verified = verifyBatch(
      await peer.events({ from }, signal),
      asked,
      parts.trust.signingKey,
    );
    for (const run of verified.runs) await keep(run, parts);
    refused.push(...verified.refused);
    cloned.push(...verified.cloned);
    for (const key of verified.refused) ended.add(key);
    for (const { key } of verified.cloned) ended.add(key);
    const count = verified.runs.reduce((sum, { events }) => sum + events.length, 0);
    taken += count;
    if (count === 0 && verified.refused.length + verified.cloned.length === 0) break;
  }
  return { vector, taken, refused, cloned };
}

function wantedNow(
  { holdings, held, trust }: ExchangeParts,
  { stores }: PeerVector,
  ended: ReadonlySet<StoreKey>,
): ReadonlyMap<StoreKey, WantedStore> {
  const wants = (key: StoreKey) => !ended.has(key) && trust.isKnown(stationOf(key));
  return wantedOf({ mine: holdings.runs(), theirs: stores, held, wants });
}

async function withAnchors(
  holdings: Holdings,
  wanted: ReadonlyMap<StoreKey, WantedStore>,
): Promise<ReadonlyMap<StoreKey, AskedStore>> {
  const asked = new Map<StoreKey, AskedStore>();
  for (const [key, { after, joint }] of wanted) {
    asked.set(key, { after, anchor: joint ? await holdings.last(key) : null });
  }
  return asked;
}

/**
 * Of its own store a station is told more than it has only when its disk went back in time: those
 * numbers are taken, so that a new store is begun ([EVT1]).
 */
async function keep(run: VerifiedRun, { log, copies }: ExchangeParts): Promise<void> {
  await copies.add(run);
  log.observe(run.lamport);
  const isCurrent = stationOf(run.key) === log.station && storeOf(run.key) === log.current().store;
  if (isCurrent) await log.beginNewStore();
}
