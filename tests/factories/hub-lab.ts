import { inject } from 'light-my-request';
import type { Response } from 'light-my-request';
import type { DiskUse } from '../../src/domain/disk-level.ts';
import { DiskRoom } from '../../src/hub/disk-room.ts';
import type { CheckedRequest, Protocol } from '../../src/hub/guard/protocol.ts';
import { createHub } from '../../src/hub/hub.ts';
import type { Hub } from '../../src/hub/hub.ts';
import { openHubIndex } from '../../src/hub/intake/hub-index.ts';
import type { HubIndex } from '../../src/hub/intake/hub-index.ts';
import { createSite } from '../../src/hub/office/create-site.ts';
import { createGroup, enrolLearner } from '../../src/hub/office/people.ts';
import type { SiteOffice } from '../../src/hub/office/site-office.ts';
import { addStation } from '../../src/hub/office/stations.ts';
import { readHubTls } from '../../src/hub/site/hub-tls.ts';
import { memoryVault } from '../../src/hub/site/site-vault.ts';
import type { SiteVault } from '../../src/hub/site/site-vault.ts';
import type { HubStorage } from '../../src/hub/store/hub-storage.ts';
import { pouchHubStorage } from '../../src/hub/store/pouch-hub-storage.ts';
import type { HubPacks } from '../../src/hub/packs/hub-packs.ts';
import type { HubRecordings } from '../../src/hub/recordings/hub-recordings.ts';
import { Authorities } from '../../src/sync/transport/authorities.ts';
import { systemClock } from '../../src/sync/machine/system-ports.ts';
import { systemTimers } from '../../src/hub/timers.ts';
import type { Timers } from '../../src/hub/timers.ts';
import type { StationKind } from '../../src/shared/contracts/documents/directory.ts';
import type { Keyring, SealingKey } from '../../src/shared/contracts/keyring.ts';
import type { StationConfig } from '../../src/shared/contracts/station-config.ts';
import type { LearnerId } from '../../src/shared/ids.ts';
import type { NetbootDoor } from '../../src/hub/netboot/netboot-door.ts';
import type { Clock, Log, Power, Randomness } from '../../src/shared/ports.ts';
import type { EventFormat } from '../../src/sync/envelope/event.ts';
import type { CallerReader } from '../../src/sync/transport/site-server.ts';
import { DurableLevel } from '../../src/sync/store/durable-level.ts';
import { MemoryLevel } from '../../src/sync/store/memory-level.ts';
import { MemoryDisk, openMemoryStorage } from '../../src/sync/store/memory-storage.ts';
import { couchLabStorage, freshPrefix, onCouch } from './couch-server.ts';
import { seededRandomness } from './seeded-randomness.ts';
import { showCertificate, shownCertificates } from './shown-certificate.ts';
import { TestStore, keyIn } from './test-store.ts';
import { testCost } from './verifier-cost.ts';

export interface LoggedLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface HubLabOptions {
  readonly seed?: number;
  readonly stations?: readonly StationKind[];
  readonly learners?: number;
  readonly clock?: Clock;
}

export interface OpenOptions {
  /** By the certificates {@link ask} shows, unless there are real connections. */
  readonly callerOf?: CallerReader;
  readonly timers?: Timers;
  readonly freeBytes?: () => Promise<number | null>;
  readonly diskUse?: () => Promise<DiskUse | null>;
  readonly clock?: Clock;
  /** Called before each write to the index; what it throws happens instead. */
  readonly beforeIndexWrite?: () => void;
  /** Awaited before each request that the guard let through is served from the databases. */
  readonly beforeServing?: (request: CheckedRequest) => Promise<void>;
  /** What switches its PC off. */
  readonly power?: Power;
  /** What has its PC install others over the LAN. */
  readonly netboot?: NetbootDoor;
  /** What it has for its stations. */
  readonly packs?: HubPacks;
  /** Where it keeps what learners read aloud. */
  readonly recordings?: HubRecordings;
  /** What the hub understands of events. */
  readonly format?: EventFormat;
}

/** A site on a simulated disk: its hub can be opened, lost to a power cut, and opened again. */
export class HubLab {
  disk = new MemoryDisk();
  readonly random: Randomness;
  vault: SiteVault = memoryVault();
  readonly stations: StationConfig[] = [];
  readonly learners: LearnerId[] = [];
  readonly logged: LoggedLine[] = [];
  keyring: Keyring | null = null;

  readonly clock: Clock;
  readonly #prefix = freshPrefix();

  private constructor(random: Randomness, clock: Clock) {
    this.random = random;
    this.clock = clock;
  }

  static async make(options: HubLabOptions = {}): Promise<HubLab> {
    const lab = new HubLab(seededRandomness(options.seed ?? 1), options.clock ?? systemClock());
    const storage = lab.storage();
    const { random, vault, clock } = lab;
    const name = { km: 'សាកល្បង' };
    const site = { name, hosts: [], demo: false, vault, storage, clock, random };
    await lab.#furnish(await createSite(site), options);
    await storage.close();
    return lab;
  }

  async open(options: OpenOptions = {}): Promise<Hub> {
    const clock = options.clock ?? this.clock;
    const authorities = Authorities.of(await readHubTls(this.vault));
    const freeBytes = options.freeBytes ?? (() => Promise.resolve(null));
    return createHub({
      vault: this.vault,
      storage: heldUp(this.storage(), options.beforeServing),
      index: meddled(await this.openIndex(), options.beforeIndexWrite),
      clock,
      random: this.random,
      timers: options.timers ?? systemTimers(),
      room: new DiskRoom(clock, freeBytes, options.diskUse),
      log: this.#log(),
      callerOf: options.callerOf ?? shownCertificates(authorities),
      authorities,
      version: '0.0.0',
      ...(options.power === undefined ? {} : { power: options.power }),
      ...(options.netboot === undefined ? {} : { netboot: options.netboot }),
      ...(options.packs === undefined ? {} : { packs: options.packs }),
      ...(options.recordings === undefined ? {} : { recordings: options.recordings }),
      ...(options.format === undefined ? {} : { format: options.format }),
    });
  }

  /** The hub's databases, opened anew. */
  storage(): HubStorage {
    return onCouch ? couchLabStorage(this.#prefix) : pouchHubStorage(openMemoryStorage(this.disk));
  }

  /**
   * The power goes out: what is synced is what there is. A hub that was open goes on, but on a disk
   * that nobody looks at any more.
   * @param survives asked for each batch being written; by default it does
   */
  cutPower(survives: () => boolean = () => true): void {
    this.disk = this.disk.afterPowerCut(survives);
  }

  openIndex(): Promise<HubIndex> {
    const { disk } = this;
    const make = () => new MemoryLevel(disk, 'index');
    const freeBytes = () => Promise.resolve(disk.full ? 0 : Number.MAX_SAFE_INTEGER);
    return openHubIndex(new DurableLevel({ make, freeBytes }), 'index');
  }

  station(index = 0): StationConfig {
    const station = this.stations[index];
    if (!station) throw new Error(`no station ${index}`);
    return station;
  }

  learner(index = 0): LearnerId {
    const learner = this.learners[index];
    if (learner === undefined) throw new Error(`no learner ${index}`);
    return learner;
  }

  /** The learner's key, or the site's for null. */
  key(learner: LearnerId | null): SealingKey {
    if (!this.keyring) throw new Error('no keyring');
    return keyIn(this.keyring, learner);
  }

  /** A new store of a station, to record events in. */
  store(station = 0): TestStore {
    const { random } = this;
    return new TestStore(this.station(station), { random, keyOf: (learner) => this.key(learner) });
  }

  async #furnish(office: SiteOffice, { stations = ['kiosk'], learners = 1 }: HubLabOptions) {
    for (const kind of stations) {
      const hubUrl = 'https://hub.invalid';
      this.stations.push(await addStation(office, { name: { km: 'ទី' }, kind, hubUrl }));
    }
    const group = await createGroup(office, { name: { km: 'ក្រុម' }, symbol: 'rice' });
    for (let count = 0; count < learners; count += 1) {
      const tile = { picture: 'fish', colour: 'leaf' } as const;
      const code = ['rice', 'fish', 'moon', 'drum'];
      const secret = { code, cost: testCost };
      const account = { name: { km: 'សុខ' }, group, tile, language: 'km', ...secret } as const;
      this.learners.push(await enrolLearner(office, account));
    }
    this.keyring = (await office.readKeyring()).keyring;
  }

  #log(): Log {
    const at =
      (level: LoggedLine['level']) =>
      (event: string, facts: LoggedLine['facts'] = {}) => {
        this.logged.push({ level, event, facts });
      };
    return { info: at('info'), warn: at('warn'), error: at('error') };
  }
}

function heldUp(
  storage: HubStorage,
  before: NonNullable<OpenOptions['beforeServing']> = () => Promise.resolve(),
): HubStorage {
  const protocol = (served: () => readonly string[]): Protocol => {
    const under = storage.protocol(served);
    return {
      pushesAtOnce: under.pushesAtOnce,
      serve: async (request, exchange) => {
        await before(request);
        await under.serve(request, exchange);
      },
      feed: (database, query) => under.feed(database, query),
      sequence: (database) => under.sequence(database),
      sinceOf: (database, since) => under.sinceOf(database, since),
    };
  };
  return { ...storage, protocol };
}

function meddled(index: HubIndex, before: () => void = () => undefined): HubIndex {
  return {
    get: (key) => index.get(key),
    range: (range) => index.range(range),
    write: async (writes) => {
      before();
      await index.write(writes);
    },
    close: () => index.close(),
  };
}

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Whose certificate is shown; null for none. */
  readonly as: StationConfig | null;
}

/**
 * One request to a hub in this process. Not beside a hub with a real server: light-my-request puts its
 * own request under Express, for the whole process.
 */
export function ask(hub: Hub, { method, path, headers, body, as }: Call): Promise<Response> {
  return inject(hub.app, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    url: path,
    headers: { ...headers, ...(as === null ? {} : showCertificate(as)) },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
}

/** Pushes events as a station, as replication does. */
export async function push(
  hub: Hub,
  as: StationConfig,
  documents: readonly object[],
  segment = 'events-0001',
): Promise<Response> {
  const body = { docs: documents, new_edits: false };
  return ask(hub, { path: `/${segment}/_bulk_docs`, body, as });
}

/** Asks for a store's receipt: the contiguous seq. */
export async function contiguousSeq(hub: Hub, store: TestStore): Promise<number> {
  const body = { store: store.id, lastSeq: store.lastSeq, waiting: 0, appVersion: '0.0.0' };
  const answer = await ask(hub, { path: '/v1/receipt', body, as: store.station });
  return answer.json<{ contiguousSeq: number }>().contiguousSeq;
}
