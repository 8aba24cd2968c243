import type { Observable } from 'rxjs';
import type { StationConfig } from '../../../src/shared/contracts/station-config.ts';
import type { Clock, Log, Randomness } from '../../../src/shared/ports.ts';
import { DirectoryIndex } from '../../../src/station/directory/directory-index.ts';
import type { Keys } from '../../../src/station/keyring/keys.ts';
import { localDatabaseName } from '../../../src/station/record/local-documents.ts';
import { followReplica } from '../../../src/station/replica/replica-following.ts';
import { hubUplink } from '../../../src/station/uplink/hub-uplink.ts';
import type { Uplink } from '../../../src/station/uplink/uplink.ts';
import type { EventLog } from '../../../src/sync/log/event-log.ts';
import type { PeerSync, PeerSyncOptions } from '../../../src/sync/peer/peer-sync.ts';
import { pace } from '../../../src/sync/replication/pace.ts';
import type { Replicator } from '../../../src/sync/replication/replicator.ts';
import { openMemoryStorage } from '../../../src/sync/store/memory-storage.ts';
import type { MemoryDisk } from '../../../src/sync/store/memory-storage.ts';
import type { Database } from '../../../src/sync/store/storage.ts';
import type { HubLab } from '../../factories/hub-lab.ts';
import { openLabSync } from '../../factories/lab-sync.ts';
import { FaultyTransport } from '../faulty-transport.ts';
import type { Lan } from '../faulty-transport.ts';
import { openSimulatedPeers } from '../simulated-peers.ts';
import type { Neighbours } from '../simulated-peers.ts';
import type { Tally } from '../tally.ts';

export const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** What every station of an order lab is made of. */
export interface OrderStationParts {
  readonly lab: HubLab;
  readonly config: StationConfig;
  readonly keys$: Observable<Keys>;
  readonly lan: () => Lan;
  readonly neighbours: Neighbours;
  readonly randomness: Randomness;
  readonly tally: Tally;
}

/** A station that is on: its disk, its line to the hub and to its peers, and the directory it pulls. */
export interface OrderLine {
  readonly local: Database;
  readonly log: EventLog;
  readonly uplink: Uplink;
  readonly peers: PeerSync;
  readonly directory: DirectoryIndex;
  readonly replicator: Replicator;
  /** Nothing leaves it any more, nor comes in. */
  cut(): void;
  stop(): Promise<void>;
}

/** Opens what lies on a station's disk, and begins to ask the hub and its peers. */
export async function openOrderLine(
  { lab, config, keys$, lan, neighbours, randomness, tally }: OrderStationParts,
  disk: MemoryDisk,
  clock: Clock,
  seat: Pick<PeerSyncOptions, 'seat' | 'takeOrder' | 'heard'>,
): Promise<OrderLine> {
  const storage = openMemoryStorage(disk);
  const heard = { randomness, tally, overhear: () => undefined };
  const transport = new FaultyTransport(lan, config, heard);
  const shared = { config, storage, clock, randomness, logger: silent };
  const sync = await openLabSync({ ...shared, lab, transport, pace });
  const peers = await openSimulatedPeers({ ...shared, ...sync, ...seat, neighbours, tally });
  const uplink = hubUplink({ ...sync, transport, url: 'https://hub.invalid' });
  const directory = new DirectoryIndex(silent);
  const followers = { directory, summaries: null };
  const following = followReplica(uplink.replica$, keys$, followers, silent);
  uplink.start();
  peers.start();
  return {
    local: await storage.open(localDatabaseName),
    log: sync.log,
    uplink,
    peers,
    directory,
    replicator: sync.replicator,
    cut: () => transport.cut(),
    async stop() {
      following.unsubscribe();
      await Promise.all([peers.stop(), uplink.stop()]);
    },
  };
}
