import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { filter, firstValueFrom } from 'rxjs';
import type { EventDocument, EventPayload } from '../../../src/shared/contracts/documents/event.ts';
import type { Hub } from '../../../src/hub/hub.ts';
import type { StationConfig } from '../../../src/shared/contracts/station-config.ts';
import type { LearnerId } from '../../../src/shared/ids.ts';
import type { Clock, Log, Randomness } from '../../../src/shared/ports.ts';
import type { EventLog } from '../../../src/sync/log/event-log.ts';
import type { Pace } from '../../../src/sync/replication/pace.ts';
import type { Replicator } from '../../../src/sync/replication/replicator.ts';
import { openLevelStorage } from '../../../src/sync/store/level-storage.ts';
import type { Storage } from '../../../src/sync/store/storage.ts';
import type { HubLab } from '../../factories/hub-lab.ts';
import { openLabSync } from '../../factories/lab-sync.ts';
import { FaultyTransport, noFaults } from '../faulty-transport.ts';
import { Tally } from '../tally.ts';

/** A day takes a few hundredths of a second. */
const quickPace: Pace = {
  backOffFirstMs: 5,
  backOffMostMs: 20,
  blockedMs: 20,
  idleMs: 50,
  relistenMs: 1,
  tidyMs: 20,
};

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

export interface YearStationParts {
  readonly lab: HubLab;
  readonly config: StationConfig;
  /** Its databases, on a real disk. */
  readonly folder: string;
  readonly hub: () => Hub;
  readonly clock: Clock;
  readonly randomness: Randomness;
}

interface Running {
  readonly storage: Storage;
  readonly log: EventLog;
  readonly replicator: Replicator;
}

/** A station that is switched on in the morning and off at night, over a year. */
export class YearStation {
  readonly #parts: YearStationParts;
  #running: Running | null = null;
  /** Every event it ever recorded. */
  readonly recorded: EventDocument[] = [];

  constructor(parts: YearStationParts) {
    this.#parts = parts;
  }

  get isOn(): boolean {
    return this.#running !== null;
  }

  async switchOn(): Promise<void> {
    const { lab, config, folder, hub, clock, randomness } = this.#parts;
    const storage = await openLevelStorage(folder);
    const lan = () => ({ hub: hub(), faults: noFaults, swallowing: false });
    const heard = { overhear: () => undefined, tally: new Tally() };
    const transport = new FaultyTransport(lan, config, { randomness, ...heard });
    const ports = { clock, randomness, logger: silent, pace: quickPace };
    const { log, replicator } = await openLabSync({ lab, config, storage, transport, ...ports });
    replicator.start();
    this.#running = { storage, log, replicator };
  }

  async switchOff(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    await running?.replicator.stop();
    await running?.log.close();
    await running?.storage.close();
  }

  async record(learner: LearnerId | null, payloads: readonly EventPayload[]): Promise<void> {
    const appended = await this.#on.log.appendAll(
      payloads.map((payload) => ({ payload, learner })),
    );
    this.recorded.push(...appended.map(({ document }) => document));
  }

  /** Resolves once receipts cover everything. */
  async saved(): Promise<void> {
    const { status$ } = this.#on.replicator;
    await firstValueFrom(
      status$.pipe(filter(({ state, waiting }) => state.phase === 'idle' && waiting === 0)),
    );
  }

  /** Segments here that a backup holds to their end, and that are not the newest. */
  droppable(vector: Readonly<Record<string, number>>): readonly string[] {
    const { log } = this.#on;
    const { station } = this.#parts.config;
    const isBackedUp = (segment: string) =>
      log
        .stores()
        .filter((each) => each.segment === segment)
        .every(({ store, lastSeq }) => (vector[`${station}:${store}`] ?? 0) >= lastSeq);
    return this.segments().filter((each) => each !== log.current().segment && isBackedUp(each));
  }

  segments(): readonly string[] {
    return [...new Set(this.#on.log.stores().map(({ segment }) => segment))].sort();
  }

  /** Bytes of all its databases. What goes while it is counted is not counted. */
  async diskBytes(): Promise<number> {
    const { folder } = this.#parts;
    const databases = await readdir(folder).catch(() => []);
    const sizes = databases.map(async (database) => {
      const place = join(folder, database);
      const names = await readdir(place).catch(() => []);
      return Promise.all(names.map((name) => sizeOf(join(place, name))));
    });
    return (await Promise.all(sizes)).flat().reduce((sum, size) => sum + size, 0);
  }

  get #on(): Running {
    if (this.#running === null) throw new Error('the station is off');
    return this.#running;
  }
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => ({ size: 0 }))).size;
}
