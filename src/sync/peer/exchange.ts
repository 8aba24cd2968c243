import { ReanError, isReanError } from '../../shared/errors.ts';
import type { PeerVector, StoreKey } from '../../shared/contracts/peer-api.ts';
import type { SiteId, StationId } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import type { SigningKeyOf } from '../envelope/origin.ts';
import type { EventLog } from '../log/event-log.ts';
import type { Holdings } from './holdings.ts';
import type { OwnStoreWatch } from './own-store-watch.ts';
import type { Peer } from './peer.ts';
import type { PeerCopies, VerifiedRun } from './peer-copies.ts';
import { eventIdIn, stationOf, storeOf } from './store-key.ts';
import { verifyBatch } from './verify-batch.ts';
import type { AskedStore, Twins } from './verify-batch.ts';
import { wantedOf } from './wanted.ts';
import type { Suspect, WantedStore } from './wanted.ts';

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
  readonly ownStore: OwnStoreWatch;
  readonly trust: PeerTrust;
  /** What the hub was last known to hold of a store. */
  readonly held: (key: StoreKey) => number;
  /** Whether the disk has room for more than this station's own events. */
  readonly hasRoom: () => Promise<boolean>;
  readonly logger: Log;
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
  const ended = new Set<StoreKey>();
  const refused: StoreKey[] = [];
  const cloned: Twins[] = [];
  let taken = 0;
  let suspect = parts.ownStore.look(peer.station, vector);
  const hasRoom = await parts.hasRoom();
  for (let batch = 0; batch < mostBatches && !signal.aborted; batch += 1) {
    const wanted = wantedNow(parts, vector, { ended, suspect, hasRoom });
    suspect = null;
    if (wanted.size === 0) break;
    const asked = await withAnchors(parts.holdings, wanted);
    const from = Object.fromEntries([...wanted].map(([key, { after }]) => [key, after]));
    const answer = await peer.events({ from }, signal);
    const verified = verifyBatch(answer, asked, parts.trust.signingKey, parts.log.lamport);
    const count = await keepAll(verified.runs, parts);
    refused.push(...verified.refused);
    cloned.push(...verified.cloned);
    for (const { key } of verified.cloned) await leaveStore(key, parts);
    for (const key of verified.refused) ended.add(key);
    for (const { key } of verified.cloned) ended.add(key);
    taken += count;
    if (count === 0 && verified.refused.length + verified.cloned.length === 0) break;
  }
  return { vector, taken, refused, cloned };
}

interface Bounds {
  readonly ended: ReadonlySet<StoreKey>;
  readonly suspect: Suspect | null;
  readonly hasRoom: boolean;
}

/** Nothing is fetched that could not be kept: neither the disk nor the cable is to be filled with it. */
function wantedNow(
  { holdings, copies, held, trust }: ExchangeParts,
  { stores }: PeerVector,
  { ended, suspect, hasRoom }: Bounds,
): ReadonlyMap<StoreKey, WantedStore> {
  const takes = hasRoom && !copies.isFull;
  const wants = (key: StoreKey) => takes && !ended.has(key) && trust.isKnown(stationOf(key));
  return wantedOf({ mine: holdings.runs(), theirs: stores, held, wants, suspect });
}

/** Of a store that both hold, the first event of the answer is one held here. */
async function withAnchors(
  holdings: Holdings,
  wanted: ReadonlyMap<StoreKey, WantedStore>,
): Promise<ReadonlyMap<StoreKey, AskedStore>> {
  const asked = new Map<StoreKey, AskedStore>();
  for (const [key, { after, joint }] of wanted) {
    const anchor = joint ? await holdings.get(eventIdIn(key, after + 1)) : null;
    asked.set(key, { after, anchor });
  }
  return asked;
}

/** Keeps as many as their share allows ([PER7]). @returns how many that were */
async function keepAll(runs: readonly VerifiedRun[], parts: ExchangeParts): Promise<number> {
  let kept = 0;
  for (const run of runs) {
    try {
      await keep(run, parts);
      kept += run.events.length;
    } catch (error) {
      if (!isReanError(error, 'store.full') || !parts.copies.isFull) throw error;
      parts.logger.warn('peer.copies-full', { store: run.key });
      break;
    }
  }
  return kept;
}

/**
 * Of its own store a station is told more than it has only when its disk went back in time: those
 * numbers are taken, so that a new store is begun ([EVT1]).
 */
async function keep(run: VerifiedRun, parts: ExchangeParts): Promise<void> {
  // A peer that was asked about what it lagged behind in has caught up since, and tells what is here.
  if (isCurrent(run.key, parts) && lastOf(run) <= parts.log.current().lastSeq) return;
  await parts.copies.add(run);
  parts.log.countFrom(run.lamport);
  await leaveStore(run.key, parts);
}

/**
 * Numbers that another writes under as well, or has written under before, are given away no more: what
 * is recorded from now on can be copied and brought home like any other ([PER4]).
 */
async function leaveStore(key: StoreKey, parts: ExchangeParts): Promise<void> {
  if (isCurrent(key, parts)) await parts.log.beginNewStore();
}

/** Whether it is the store this station writes to. */
const isCurrent = (key: StoreKey, { log }: ExchangeParts): boolean =>
  stationOf(key) === log.station && storeOf(key) === log.current().store;

const lastOf = ({ after, events }: VerifiedRun): number => after + events.length;
