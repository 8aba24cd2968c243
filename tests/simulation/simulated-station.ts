import type { StationConfig } from '../../src/shared/contracts/station-config.ts';
import type { EventDocument, EventPayload } from '../../src/shared/contracts/documents/event.ts';
import { isReanError } from '../../src/shared/errors.ts';
import { parseEventId } from '../../src/shared/event-id.ts';
import { segmentSchema } from '../../src/shared/ids.ts';
import type { LearnerId, StoreId } from '../../src/shared/ids.ts';
import type { Clock, Log, Randomness } from '../../src/shared/ports.ts';
import type { PeerDesk } from '../../src/sync/peer/peer-desk.ts';
import type { PeerSync } from '../../src/sync/peer/peer-sync.ts';
import { pace } from '../../src/sync/replication/pace.ts';
import type { Pace } from '../../src/sync/replication/pace.ts';
import type { Replica } from '../../src/sync/replication/replicas.ts';
import { MemoryDisk, openMemoryStorage } from '../../src/sync/store/memory-storage.ts';
import type { HubLab } from '../factories/hub-lab.ts';
import { openLabSync } from '../factories/lab-sync.ts';
import type { LabSync } from '../factories/lab-sync.ts';
import type { Auditor } from './auditor.ts';
import { FaultyTransport } from './faulty-transport.ts';
import type { Lan } from './faulty-transport.ts';
import { contentKey, readWhole } from './disk-image.ts';
import type { Promises } from './promises.ts';
import { openSimulatedPeers } from './simulated-peers.ts';
import type { Neighbours } from './simulated-peers.ts';
import type { Effect, Tally } from './tally.ts';

/** Often enough idle for stations to drop segments while a lab is watched. */
const hastyPace: Pace = { ...pace, idleMs: 15_000, tidyMs: 20_000 };

/** Where PouchDB keeps documents. */
const bodyPrefix = '\xffby-sequence\xff';

const yearMs = 365 * 24 * 60 * 60 * 1000;

/** A station's sync while its power is on. */
interface Running extends Pick<LabSync, 'log' | 'memory' | 'replicator'> {
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
  readonly promises: Promises;
  readonly tally: Tally;
}

/** A station of a simulated lab: its disk outlives its power cuts. */
export class SimulatedStation {
  readonly #parts: SimulatedStationParts;
  readonly #clock: Clock;
  disk = new MemoryDisk();
  /** Its wall clock is this wrong, ms. */
  clockOffMs = 0;
  /** Every event that was answered and has to be on its disk. */
  answered: readonly EventDocument[] = [];
  #image = new MemoryDisk();
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
    const { lab, lan, randomness, auditor, neighbours, tally } = this.#parts;
    const { config } = this;
    const storage = openMemoryStorage(this.disk);
    const transport = new FaultyTransport(lan, config, {
      randomness,
      tally,
      overhear: (request, response) => auditor.overhear(request, response),
    });
    const ports = { clock: this.#clock, randomness, logger: listening(tally) };
    const shared = { config, storage, ...ports };
    const sync = await openLabSync({ ...shared, lab, transport, pace: hastyPace });
    const { log, memory, replicator } = sync;
    const peers = await openSimulatedPeers({ ...shared, ...sync, neighbours, tally });
    const running: Running = { log, memory, replicator, transport, peers, replica: null };
    log.dropped$.subscribe((gone) => this.#forget(gone));
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
    const { transport, replicator } = this.running;
    const { randomness, tally } = this.#parts;
    tally.note('damaged store set aside', replicator.status.setAside.length);
    void this.stop();
    this.#running = null;
    this.disk = this.disk.afterPowerCut(() => tally.drawn(randomness.fraction() < 0.5));
    transport.cut();
  }

  /** Its disk is gone for good, and it gets a new one. */
  loseDisk(): void {
    this.cutPower();
    this.disk = new MemoryDisk();
    this.answered = [];
  }

  /** Its disk as it would be found now; files that turned to nonsense are repaired, as far as can be. */
  foundDisk(): MemoryDisk {
    const found = this.disk.afterPowerCut(() => false);
    for (const name of found.damaged) {
      if (segmentSchema.safeParse(name).success) found.rename(name, `${name}.set-aside-999`);
    }
    found.damaged.clear();
    return found;
  }

  /** Some of what lies in a segment can't be read any more, and nothing else there but in a copy. */
  async loseSectors(segment: string, chance: number): Promise<void> {
    const bodies = this.disk.files(segment).keys.filter((key) => key.startsWith(bodyPrefix));
    const first = chance % Math.max(1, bodies.length);
    const lost = new Set(bodies.slice(first, first + 1 + (chance % 3)));
    this.disk.loseSectors(segment, (key) => lost.has(key));
    await this.#keepAnswered(this.foundDisk());
  }

  takeImage(): void {
    this.#image = this.foundDisk();
  }

  /** The power goes out, and its disk goes back to the image taken last. */
  async putBack(): Promise<void> {
    this.cutPower();
    this.disk = this.#image.copy();
    await this.#keepAnswered(this.#image.copy());
  }

  async #keepAnswered(disk: MemoryDisk): Promise<void> {
    const there = new Set((await readWhole(disk)).map(contentKey));
    this.answered = this.answered.filter((event) => there.has(contentKey(event)));
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
      if (appended && this.#running === running) this.#answer(appended.document);
    } catch (error) {
      if (!isReanError(error, 'store.full') && this.#running === running) throw error;
      if (this.disk.full) this.#parts.tally.note('write refused');
      if (this.disk.failAfterWriting) this.#parts.tally.note('write failed though written');
    }
  }

  /** Every event of its log. */
  async recorded(): Promise<readonly EventDocument[]> {
    const { log } = this.running;
    const stores = log.stores().map(({ store }) => log.store(store)?.readKnown(0));
    return (await Promise.all(stores)).flatMap((reading) => reading?.documents ?? []);
  }

  #answer(event: EventDocument): void {
    const { promises, tally } = this.#parts;
    promises.answered(event);
    this.answered = [...this.answered, event];
    if (Math.abs(this.clockOffMs) > yearMs) tally.note('recorded while the clock is years off');
  }

  /** What the hub has in its backup too need not be here any more ([RET2]). */
  #forget(gone: readonly StoreId[]): void {
    const { promises, tally } = this.#parts;
    tally.note('segment dropped');
    const isGone = ({ _id }: EventDocument) => gone.includes(parseEventId(_id).store);
    promises.dropped(this.answered.filter(isGone));
    this.answered = this.answered.filter((event) => !isGone(event));
  }
}

/** What a technician would read in the log. */
const told: Readonly<Record<string, Effect>> = {
  'sync.store-went-back': 'disk put back noticed',
  'sync.store-parted': 'disk put back noticed',
  'peer.copies-brought': 'events came home with another station',
};

function listening(tally: Tally): Log {
  const hear = (event: string) => {
    const effect = told[event];
    if (effect !== undefined) tally.note(effect);
  };
  return { info: hear, warn: hear, error: hear };
}
