import type { WrappedKeyring } from '../../src/shared/contracts/keyring.ts';
import type { StationConfig } from '../../src/shared/contracts/station-config.ts';
import type { Clock, Log, Randomness } from '../../src/shared/ports.ts';
import { readSigningKey } from '../../src/sync/envelope/signing.ts';
import { EventLog } from '../../src/sync/log/event-log.ts';
import { LabClock } from '../../src/sync/replication/lab-clock.ts';
import type { Pace } from '../../src/sync/replication/pace.ts';
import { Replicator } from '../../src/sync/replication/replicator.ts';
import { SyncMemory } from '../../src/sync/replication/sync-memory.ts';
import type { Storage } from '../../src/sync/store/storage.ts';
import { HubClient } from '../../src/sync/transport/hub-client.ts';
import type { Transport } from '../../src/sync/transport/transport.ts';
import type { HubLab } from './hub-lab.ts';

export interface LabSyncParts {
  readonly lab: HubLab;
  readonly config: StationConfig;
  readonly storage: Storage;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly logger: Log;
  readonly pace: Pace;
  /** Keeps a keyring that comes; none is kept unless given. */
  readonly takeKeyring?: (wrapped: WrappedKeyring) => Promise<boolean>;
}

/** A lab station's whole sync, but for its peers. */
export interface LabSync {
  readonly hub: HubClient;
  readonly log: EventLog;
  readonly memory: SyncMemory;
  readonly replicator: Replicator;
  readonly labClock: LabClock;
}

/** Opens what a station of a lab has on its disk; nothing is asked of the hub yet. */
export async function openLabSync(parts: LabSyncParts): Promise<LabSync> {
  const { lab, config, storage, transport, clock, randomness } = parts;
  const memory = await SyncMemory.open(storage);
  const labClock = await LabClock.open(memory, clock);
  const { number, privateKey } = config.signingKey;
  const log = await EventLog.open({
    storage,
    station: config.station,
    signing: { number, privateKey: readSigningKey(privateKey) },
    sealingKey: (learner) => lab.key(learner),
    now: () => labClock.now(),
    randomness,
  });
  const hub = new HubClient(transport);
  const replicator = await Replicator.open({
    ...parts,
    hub,
    log,
    labClock,
    memory,
    takeKeyring: parts.takeKeyring ?? (() => Promise.resolve(true)),
    appVersion: '0.0.0',
  });
  return { hub, log, memory, replicator, labClock };
}
