import type { StationConfig } from '../../src/shared/contracts/station-config.ts';
import type { EventDocument, EventPayload } from '../../src/shared/contracts/documents/event.ts';
import { isReanError } from '../../src/shared/errors.ts';
import type { EventId, LearnerId } from '../../src/shared/ids.ts';
import type { Clock, Log, Randomness } from '../../src/shared/ports.ts';
import { readSigningKey } from '../../src/sync/envelope/signing.ts';
import { EventLog } from '../../src/sync/log/event-log.ts';
import { LabClock } from '../../src/sync/replication/lab-clock.ts';
import type { PeerDesk } from '../../src/sync/peer/peer-desk.ts';
import type { PeerSync } from '../../src/sync/peer/peer-sync.ts';
import { Replicator } from '../../src/sync/replication/replicator.ts';
import type { Replica } from '../../src/sync/replication/replicas.ts';
import { SyncMemory } from '../../src/sync/replication/sync-memory.ts';
import { MemoryDisk, openMemoryStorage } from '../../src/sync/store/memory-storage.ts';
import { HubClient } from '../../src/sync/transport/hub-client.ts';
import type { HubLab } from '../factories/hub-lab.ts';
import type { Auditor } from './auditor.ts';
import { FaultyTransport } from './faulty-transport.ts';
import type { Lan } from './faulty-transport.ts';
import { openSimulatedPeers } from './simulated-peers.ts';
import type { Neighbours } from './simulated-peers.ts';

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A station's sync while its power is on. */
interface Running {
  readonly log: EventLog;
  readonly replicator: Replicator;
  readonly transport: FaultyTransport;
  readonly peers: PeerSync;
  replica: Replica | null;
}

export interface SimulatedStationParts {
  readonly lab: HubLab;
  readonly config: StationConfig;
  readonly lan: () => Lan;
  readonly randomness: Randomness;
  readonly auditor: Auditor;
  readonly neighbours: Neighbours;
}

/** A station of a simulated lab: its disk outlives its power cuts. */
export class SimulatedStation {
  readonly #parts: SimulatedStationParts;
  readonly #clock: Clock;
  disk = new MemoryDisk();
  /** Its wall clock is this wrong, ms. */
  clockOffMs = 0;
  /** Every event that was answered. */
  readonly answered: EventId[] = [];
  #running: Running | null = null;

  constructor(parts: SimulatedStationParts) {
    this.#parts = parts;
    this.#clock = {
      wallMs: () => Date.now() + this.clockOffMs,
      monotonicMs: () => performance.now(),
    };
  }

  get config(): StationConfig {
    return this.#parts.config;
  }

  get running(): Running {
    if (!this.#running) throw new Error('the station is off');
    return this.#running;
  }

  async switchOn(): Promise<void> {
    const { lab, lan, randomness, auditor, neighbours } = this.#parts;
    const { station } = this.config;
    const clock = this.#clock;
    const storage = openMemoryStorage(this.disk);
    const memory = await SyncMemory.open(storage);
    const labClock = await LabClock.open(memory, clock);
    const { number, privateKey } = this.config.signingKey;
    const log = await EventLog.open({
      storage,
      station,
      signing: { number, privateKey: readSigningKey(privateKey) },
      sealingKey: (learner) => lab.key(learner),
      now: () => labClock.now(),
      randomness,
    });
    const transport = new FaultyTransport(lan, this.config, {
      randomness,
      overhear: (request, response) => auditor.overhear(request, response),
    });
    const hub = new HubClient(transport);
    const replicator = await Replicator.open({
      hub,
      log,
      labClock,
      memory,
      storage,
      clock,
      randomness,
      takeKeyring: () => Promise.resolve(),
      appVersion: '0.0.0',
      logger: silent,
    });
    const { config } = this;
    const ports = { clock, randomness, logger: silent };
    const shared = { config, neighbours, storage, log, replicator, hub, memory };
    const peers = await openSimulatedPeers({ ...shared, ...ports });
    const running: Running = { log, replicator, transport, peers, replica: null };
    replicator.replica$.subscribe((replica) => {
      running.replica = replica;
    });
    this.#running = running;
    replicator.start();
    peers.start();
  }

  /** What it answers its peers with; null while it is off. */
  get desk(): PeerDesk | null {
    return this.#running?.peers.desk ?? null;
  }

  /** The power goes out. What was running goes on, on a disk nobody looks at any more. */
  cutPower(): void {
    const { transport } = this.running;
    void this.stop();
    this.#running = null;
    this.disk = this.disk.afterPowerCut(() => this.#parts.randomness.fraction() < 0.5);
    transport.cut();
  }

  /** Its disk is gone for good, and it gets a new one. Resolves to what it had answered. */
  loseDisk(): readonly EventId[] {
    this.cutPower();
    this.disk = new MemoryDisk();
    return this.answered.splice(0);
  }

  async stop(): Promise<void> {
    const { replicator, peers } = this.running;
    await Promise.all([peers.stop(), replicator.stop()]);
  }

  /** Records an event, unless the disk is full or the power goes out meanwhile. */
  async record(payload: EventPayload, learner: LearnerId | null): Promise<void> {
    const running = this.#running;
    try {
      const appended = await running?.log.append(payload, learner);
      if (appended && this.#running === running) this.answered.push(appended.document._id);
    } catch (error) {
      if (!isReanError(error, 'store.full') && this.#running === running) throw error;
    }
  }

  /** Every event of its log. */
  async recorded(): Promise<readonly EventDocument[]> {
    const { log } = this.running;
    const stores = log.stores().map(({ store }) => log.store(store)?.readKnown(0));
    return (await Promise.all(stores)).flatMap((reading) => reading?.documents ?? []);
  }
}
