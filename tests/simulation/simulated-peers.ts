import { BehaviorSubject } from 'rxjs';
import type { StationConfig } from '../../src/shared/contracts/station-config.ts';
import { ReanError } from '../../src/shared/errors.ts';
import type { StationId } from '../../src/shared/ids.ts';
import type { Clock, Log, Randomness } from '../../src/shared/ports.ts';
import type { EventLog } from '../../src/sync/log/event-log.ts';
import { answerPeer } from '../../src/sync/peer/answer-peer.ts';
import { PeerCopies } from '../../src/sync/peer/peer-copies.ts';
import type { PeerDesk } from '../../src/sync/peer/peer-desk.ts';
import { PeerRegister } from '../../src/sync/peer/peer-register.ts';
import { PeerSync } from '../../src/sync/peer/peer-sync.ts';
import type { PeerSyncOptions } from '../../src/sync/peer/peer-sync.ts';
import type { Replicator } from '../../src/sync/replication/replicator.ts';
import type { SyncMemory } from '../../src/sync/replication/sync-memory.ts';
import type { Storage } from '../../src/sync/store/storage.ts';
import type { HubClient } from '../../src/sync/transport/hub-client.ts';
import type { HubRequest, HubResponse, Transport } from '../../src/sync/transport/transport.ts';
import type { Tally } from './tally.ts';

/** The other stations of a lab, as one of them reaches them at the moment. */
export interface Neighbours {
  readonly stations: readonly StationId[];
  /** What a station answers with; null while it is off, or a cable is out. */
  desk(station: StationId): PeerDesk | null;
  /** True once nothing goes wrong any more. */
  readonly quiet: boolean;
}

/** What a station has besides its events: a seat that tells and obeys, or somebody who hears seats. */
type SeatParts = Pick<PeerSyncOptions, 'seat' | 'takeOrder' | 'heard'>;

export interface SimulatedPeersParts extends SeatParts {
  readonly config: StationConfig;
  readonly neighbours: Neighbours;
  readonly storage: Storage;
  readonly log: EventLog;
  readonly replicator: Replicator;
  readonly hub: HubClient;
  readonly memory: SyncMemory;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly logger: Log;
  readonly tally: Tally;
}

/** A station's half of the exchange with its peers, over lines that fail now and then. */
export async function openSimulatedPeers(parts: SimulatedPeersParts): Promise<PeerSync> {
  const { config, neighbours, storage, replicator, logger } = parts;
  const others = neighbours.stations.filter((station) => station !== config.station);
  const found = others.map((station) => ({ station, url: `https://${station}.invalid` }));
  return PeerSync.open({
    ...parts,
    site: config.site,
    copies: await PeerCopies.open(storage),
    trust: new PeerRegister(replicator.replica$, logger),
    found$: new BehaviorSubject(found),
    hasRoom: () => Promise.resolve(true),
    connect: ({ station }) => new PeerLine(station, parts),
  });
}

const droppedShare = 0.1;
const hangingShare = 0.05;

class PeerLine implements Transport {
  readonly #station: StationId;
  readonly #parts: SimulatedPeersParts;

  constructor(station: StationId, parts: SimulatedPeersParts) {
    this.#station = station;
    this.#parts = parts;
  }

  close(): void {}

  async send(request: HubRequest): Promise<HubResponse> {
    const { neighbours, randomness, tally, config } = this.#parts;
    const fate = neighbours.quiet ? 1 : randomness.fraction();
    const desk = neighbours.desk(this.#station);
    if (desk === null || fate < droppedShare) {
      tally.note(desk === null ? 'no way to a peer' : 'peer request dropped');
      throw new ReanError('hub.unreachable');
    }
    const supervises = config.kind === 'supervisor';
    const answer = await answerPeer(desk, { ...request, supervises });
    if (fate >= droppedShare + hangingShare) return answer;
    tally.note('peer half-open');
    await new Promise((resolve) => {
      setTimeout(resolve, request.timeoutMs);
    });
    throw new ReanError('hub.timeout');
  }
}
