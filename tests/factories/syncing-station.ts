import { filter, firstValueFrom } from 'rxjs';
import type { Log } from '../../src/shared/ports.ts';
import { EventLog } from '../../src/sync/log/event-log.ts';
import { LabClock } from '../../src/sync/replication/lab-clock.ts';
import type { Pace } from '../../src/sync/replication/pace.ts';
import { Replicator } from '../../src/sync/replication/replicator.ts';
import type {
  ReplicationStatus,
  ReplicatorOptions,
} from '../../src/sync/replication/replicator.ts';
import { SyncMemory } from '../../src/sync/replication/sync-memory.ts';
import { MemoryDisk, openMemoryStorage } from '../../src/sync/store/memory-storage.ts';
import type { Storage } from '../../src/sync/store/storage.ts';
import { HubClient } from '../../src/sync/transport/hub-client.ts';
import type { Transport } from '../../src/sync/transport/transport.ts';
import { seededRandomness } from './seeded-randomness.ts';
import { SimulatedClock } from './simulated-clock.ts';
import { helpAsked, stationIdentity, testLearner } from './station-identity.ts';

/** The machine's waits, cut down so that tests take no real time. */
const quickPace: Pace = {
  backOffFirstMs: 2,
  backOffMostMs: 16,
  blockedMs: 10,
  idleMs: 40,
  relistenMs: 1,
  tidyMs: 40,
};

export interface SyncingStation {
  readonly log: EventLog;
  readonly replicator: Replicator;
  readonly storage: Storage;
  readonly keyrings: unknown[];
  readonly told: [event: string, facts: unknown][];
  record(count?: number): Promise<void>;
  /** The status as soon as it is what is wanted. */
  until(wanted: (status: ReplicationStatus) => boolean): Promise<ReplicationStatus>;
}

export interface StationOptions extends Partial<ReplicatorOptions> {
  readonly disk?: MemoryDisk;
  readonly seed?: number;
}

/** A station's whole sync, on a simulated disk, before a given hub. Not started yet. */
export async function openSyncingStation(
  transport: Transport,
  { disk = new MemoryDisk(), seed = 1, ...options }: StationOptions = {},
): Promise<SyncingStation> {
  const randomness = seededRandomness(seed);
  const clock = options.clock ?? new SimulatedClock();
  const storage = openMemoryStorage(disk);
  const memory = await SyncMemory.open(storage);
  const labClock = await LabClock.open(memory, clock);
  const identity = { ...stationIdentity(randomness), now: () => labClock.now() };
  const log = await EventLog.open({ ...identity, storage });
  const hub = new HubClient(transport);
  const keyrings: unknown[] = [];
  const told: [event: string, facts: unknown][] = [];
  const replicator = await Replicator.open({
    hub,
    log,
    labClock,
    memory,
    storage,
    clock,
    randomness,
    takeKeyring: (wrapped) => Promise.resolve(keyrings.push(wrapped) > 0),
    appVersion: '0.0.0',
    logger: listener(told),
    pace: quickPace,
    ...options,
  });
  const record = async (count = 1) => {
    const events = Array.from({ length: count }, () => ({
      payload: helpAsked,
      learner: testLearner,
    }));
    await log.appendAll(events);
  };
  const until = (wanted: (status: ReplicationStatus) => boolean) =>
    firstValueFrom(replicator.status$.pipe(filter(wanted)));
  return { log, replicator, storage, keyrings, told, record, until };
}

export const isSaved = ({ state, waiting }: ReplicationStatus): boolean =>
  state.phase === 'idle' && waiting === 0;

function listener(told: [string, unknown][]): Log {
  const listen = (event: string, facts?: unknown) => void told.push([event, facts]);
  return { info: listen, warn: listen, error: listen };
}
