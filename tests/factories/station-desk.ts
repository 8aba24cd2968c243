import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { BehaviorSubject, Subject } from 'rxjs';
import { nodeDisk } from '../../src/content/disk/node-disk.ts';
import type { PackStore } from '../../src/content/store/pack-store.ts';
import { eventDocumentSchema } from '../../src/shared/contracts/documents/event.ts';
import type { OpenedEvent } from '../../src/shared/contracts/documents/event.ts';
import type { LearnerState, Vector } from '../../src/shared/contracts/documents/state.ts';
import type { StationsAnswer } from '../../src/shared/contracts/hub-api.ts';
import type {
  CommandAnswer,
  SignedCommand,
} from '../../src/shared/contracts/commands/staff-command.ts';
import type { Keyring, WrappedKeyring } from '../../src/shared/contracts/keyring.ts';
import { stationConfigSchema } from '../../src/shared/contracts/station-config.ts';
import type { StationConfig } from '../../src/shared/contracts/station-config.ts';
import type { UpdateState } from '../../src/shared/contracts/maintenance.ts';
import type { Leaving } from '../../src/shared/contracts/seat-order.ts';
import { ReanError } from '../../src/shared/errors.ts';
import { isoMoment } from '../../src/shared/khmer/dates.ts';
import { generationSchema } from '../../src/shared/ids.ts';
import { KeyringCache } from '../../src/station/keyring/keyring-cache.ts';
import { machineProbe } from '../../src/station/maintenance/machine-probe.ts';
import { localDatabaseName } from '../../src/station/record/local-documents.ts';
import type { HeardReport, LabPeers } from '../../src/station/peers/lab-peers.ts';
import type { Replica } from '../../src/station/replica/replica.ts';
import { startStation } from '../../src/station/station.ts';
import type { StationService } from '../../src/station/station.ts';
import { noPrinters } from '../../src/station/printing/printer-line.ts';
import type { PrinterLine } from '../../src/station/printing/printer-line.ts';
import { noStick } from '../../src/station/stick/stick-line.ts';
import type { StickLine } from '../../src/station/stick/stick-line.ts';
import { NoticeBoard } from '../../src/station/status/notice-board.ts';
import type {
  LiveLine,
  LookLine,
  OrderLine,
  UplinkStatus,
} from '../../src/station/uplink/uplink.ts';
import { openEvent } from '../../src/sync/envelope/event.ts';
import { sealLearnerState } from '../../src/sync/envelope/sealed-documents.ts';
import { rawPublicKey, readSigningKey } from '../../src/sync/envelope/signing.ts';
import { readWrappingKey, wrapKeyring } from '../../src/sync/envelope/wrapping.ts';
import { verifySecret } from '../../src/sync/identity/verifier.ts';
import type { LabNow } from '../../src/sync/replication/lab-clock.ts';
import { EventLog } from '../../src/sync/log/event-log.ts';
import { PeerCopies } from '../../src/sync/peer/peer-copies.ts';
import type { PeerStatus } from '../../src/sync/peer/peer-sync.ts';
import { MemoryDisk, openMemoryStorage } from '../../src/sync/store/memory-storage.ts';
import type { Database, Storage } from '../../src/sync/store/storage.ts';
import { deskPeople, deskSite, deskStation } from './desk-people.ts';
import type { DeskPeople } from './desk-people.ts';
import { RecordingsAtHub } from './recordings-at-hub.ts';
import { seededRandomness } from './seeded-randomness.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { twoLessonStore } from './two-lesson-pack.ts';

/** The hub's end, moved by the test. */
interface DeskHub {
  readonly replica$: BehaviorSubject<Replica | null>;
  readonly status$: BehaviorSubject<UplinkStatus>;
  /** What the hub says of its stations; null while it is away. */
  stations: StationsAnswer | null;
  /** What it answers staff's commands with; null while it is away. */
  answer: ((signed: SignedCommand) => CommandAnswer) | null;
  /** Every command that came, in order. */
  readonly commands: SignedCommand[];
  /** What it holds of what learners read aloud. */
  recordings: RecordingsAtHub;
  /** What seats do: a hub of before, unless a test says otherwise. */
  live: LiveLine;
  /** Looks at screens: a hub of before, unless a test says otherwise. */
  looks: LookLine;
  orders: OrderLine;
  /** Changes when it is started anew. */
  hubRun: string;
  /** The first pull comes to its end. */
  pull(): void;
  putDirectory(document: { readonly _id: string }): Promise<void>;
  putState(state: LearnerState, folded: Vector): Promise<void>;
}

/** The other stations of the lab; none is there unless a test says otherwise. */
interface DeskLab {
  /** What a station that is brought an order answers. */
  order: LabPeers['order'];
  /** What a station here makes of an order that is brought to it; null before one is there. */
  take: Parameters<LabPeers['takeOrders']>[0] | null;
  /** What others say of their seats. */
  readonly heard$: Subject<HeardReport>;
}

/** The PC: how it was told to go, and what its system says against it. */
interface DeskPower {
  readonly went: Leaving[];
  refused: string | null;
}

/** The PC as its system describes it. */
interface DeskMachine {
  sound: readonly string[] | null;
  /** Null where it has no such service. */
  update: UpdateState | null;
  /** How often it was begun, and what the system says against it. */
  begun: number;
  refused: string | null;
}

/** One station without its machine: memory for a disk, a real store of packs, no network. */
export interface Desk {
  readonly people: DeskPeople;
  readonly config: StationConfig;
  /** The station's data folder. */
  readonly folder: string;
  readonly packs: PackStore;
  readonly hub: DeskHub;
  readonly lab: DeskLab;
  readonly disk: MemoryDisk;
  readonly power: DeskPower;
  /** What the PC says of itself, and its service for updates: moved by the test. */
  readonly machine: DeskMachine;
  readonly log: readonly string[];
  /** A keyring comes from the hub, to a station that runs. */
  takeKeyring(keyring: Keyring): Promise<void>;
  /** Time goes by. */
  pass(ms: number): void;
  /** The hub says which day it is, `YYYY-MM-DD`. */
  tellDate(date: string): void;
  /** The day and time of the lab, as the hub tells it. */
  tellTime(now: LabNow | null): void;
  /** Starts the station on what the last start left on the disk, closed or cut off. */
  start(): Promise<StationService>;
  /** The station's events as they lie on the disk, opened, in order. */
  recorded(): Promise<readonly OpenedEvent[]>;
}

const generation = generationSchema.parse('0123456789abcdef');
const restingStatus: UplinkStatus = {
  phase: 'idle',
  hubReachable: true,
  waiting: 0,
  receiptAtMs: null,
  trouble: null,
  machine: null,
};

/**
 * @param kind of the station; its seed decides every key
 * @param stick where its files leave
 * @param printers where its pages come out
 */
export async function stationDesk(
  kind: StationConfig['kind'] = 'kiosk',
  stick: StickLine = noStick,
  printers: PrinterLine = noPrinters,
): Promise<Desk> {
  const randomness = seededRandomness(77);
  const people = await deskPeople();
  const folder = await temporaryFolder();
  const packs = await twoLessonStore();
  const config = newConfig(kind);
  const disk = new MemoryDisk();
  const hub = await deskHub(people, randomness);
  const power: DeskPower = { went: [], refused: null };
  const machine: DeskMachine = { sound: ['HDA Intel PCH'], update: null, begun: 0, refused: null };
  const log: string[] = [];
  const write = (event: string, facts?: object) => log.push(`${event} ${JSON.stringify(facts)}`);
  const logger = { info: write, warn: write, error: write };
  let nowMs = 1000;
  const labDate$ = new BehaviorSubject<string | null>(null);
  const lab: DeskLab = {
    order: () => Promise.reject(new ReanError('hub.unreachable')),
    take: null,
    heard$: new Subject(),
  };
  const labDate = () => labDate$.value;
  const labNow$ = new BehaviorSubject<LabNow | null>(null);
  const clock = { wallMs: () => 1_700_000_000_000 + nowMs, monotonicMs: () => nowMs };
  let storage: Storage | null = null;
  let keyringNow: KeyringCache | null = null;

  async function openKeyring(): Promise<KeyringCache> {
    const wrappingKey = readWrappingKey(config.wrappingKey.privateKey);
    const path = join(folder, 'keyring.wrapped.json');
    const parts = { path, wrappingKey, disk: nodeDisk(), randomness, log: logger };
    const cache = await KeyringCache.open(parts);
    if (cache.keys === null) await cache.take(wrapped(people.keyring));
    keyringNow = cache;
    return cache;
  }

  function wrapped(keyring: Keyring): WrappedKeyring {
    const wrappingKey = readWrappingKey(config.wrappingKey.privateKey);
    return wrapKeyring(keyring, config.station, rawPublicKey(wrappingKey), randomness);
  }

  async function start(): Promise<StationService> {
    const opened = openMemoryStorage(disk);
    storage = opened;
    const keyring = await openKeyring();
    const events = await EventLog.open({
      storage: opened,
      station: config.station,
      signing: { number: 1, privateKey: readSigningKey(config.signingKey.privateKey) },
      sealingKey: (learner) => (learner === null ? people.keyring.siteKey : people.keyOf(learner)),
      now: () => ({
        wallMs: clock.wallMs(),
        hubOffsetMs: null,
        labDay: { date: labDate(), sure: labDate() !== null },
      }),
      randomness,
    });
    return startStation({
      config,
      folder,
      appVersion: '0.1.0',
      kiosk: false,
      local: await opened.open(localDatabaseName),
      events,
      keyring,
      packs,
      labDate,
      labDate$,
      labNow: () => labNow$.value,
      labNow$,
      uplink: {
        status$: hub.status$,
        replica$: hub.replica$,
        stations: () =>
          hub.stations === null
            ? Promise.reject(new ReanError('hub.unreachable'))
            : Promise.resolve(hub.stations),
        packs: () => Promise.reject(new ReanError('hub.unreachable')),
        hubNow: () =>
          hub.answer === null
            ? Promise.reject(new ReanError('hub.unreachable'))
            : Promise.resolve({
                hubRun: hub.hubRun,
                hubWallMs: clock.wallMs() + 250,
                labDate: isoMoment(clock.wallMs()).slice(0, 10),
              }),
        command: (signed) => {
          if (hub.answer === null) return Promise.reject(new ReanError('hub.unreachable'));
          hub.commands.push(structuredClone(signed));
          return Promise.resolve(hub.answer(signed));
        },
        // A hub older than counting tries: the station goes by what it knows itself.
        countTry: () => Promise.reject(new ReanError('hub.protocol')),
        renew: () => Promise.reject(new ReanError('hub.unreachable')),
        knowAuthority: () => Promise.reject(new ReanError('hub.unreachable')),
        recordings: hub.recordings,
        looks: {
          wanted: (signal) => hub.looks.wanted(signal),
          give: (look, answer, signal) => hub.looks.give(look, answer, signal),
          fetch: (look, signal) => hub.looks.fetch(look, signal),
        },
        live: {
          tell: (report, signal) => hub.live.tell(report, signal),
          seats: (seen, signal) => hub.live.seats(seen, signal),
        },
        orders: { next: (seen, signal) => hub.orders.next(seen, signal) },
        start: () => undefined,
        stop: () => Promise.resolve(),
      },
      peers: {
        ...peers,
        copies: await PeerCopies.open(opened),
        takeOrders: (take) => {
          lab.take = take;
        },
        order: (seat, carried, signal) => lab.order(seat, structuredClone(carried), signal),
        heard$: lab.heard$,
      },
      notices: new NoticeBoard(),
      verify: verifySecret,
      renew: () => Promise.resolve(false),
      takeAuthority: () => Promise.resolve(),
      power: {
        go: (how) => {
          power.went.push(how);
          return Promise.resolve(power.refused);
        },
      },
      maintenance: {
        probe: {
          ...machineProbe(folder, () => Promise.resolve({ usedBytes: 4e9, totalBytes: 10e9 })),
          sound: () => Promise.resolve(machine.sound),
        },
        update: {
          state: () => Promise.resolve(machine.update),
          begin: () => {
            machine.begun += 1;
            return Promise.resolve(machine.refused);
          },
        },
        runtime: { electron: '45.4.1', chromium: '140.0.0.0' },
        lockdown: [{ step: 'keys', state: 'held' }],
      },
      stick,
      printers,
      health: () => Promise.resolve({ diskUsedPart: 0.5, celsius: 48 }),
      clock,
      randomness,
      log: logger,
    });
  }

  async function recorded(): Promise<readonly OpenedEvent[]> {
    const database = await storage?.open('events-0001');
    const stored = (await database?.range({ from: 'st-', to: 'st-~' })) ?? [];
    return stored.map(({ _rev, ...document }) => {
      const event = eventDocumentSchema.parse(document);
      const { learner } = event;
      return openEvent(event, learner === null ? people.keyring.siteKey : people.keyOf(learner));
    });
  }

  const pass = (ms: number) => {
    nowMs += ms;
  };
  const takeKeyring = async (keyring: Keyring) => {
    await keyringNow?.take(wrapped(keyring));
  };
  const tellDate = (date: string) => {
    labDate$.next(date);
  };
  const tellTime = (now: LabNow | null) => labNow$.next(now);
  const made = { people, config, folder, packs, hub, lab, disk, power, machine, log };
  return { ...made, pass, tellDate, tellTime, start, takeKeyring, recorded };
}

function newConfig(kind: StationConfig['kind']): StationConfig {
  const signing = generateKeyPairSync('ed25519').privateKey;
  const wrapping = generateKeyPairSync('x25519').privateKey;
  const der = (key: typeof signing) =>
    key.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  return stationConfigSchema.parse({
    v: 2,
    site: deskSite,
    station: deskStation,
    kind,
    name: { km: 'កុំព្យូទ័រ ១' },
    hub: { url: 'https://127.0.0.1:8643' },
    tls: unusedTls,
    signingKey: { number: 1, privateKey: der(signing) },
    wrappingKey: { privateKey: der(wrapping) },
  });
}

const unusedPem = (label: string) => `-----BEGIN ${label}-----\nAA==\n-----END ${label}-----\n`;
/** Of the right shape; a desk has no network. */
const unusedTls = {
  ca: unusedPem('CERTIFICATE'),
  certificate: unusedPem('CERTIFICATE'),
  privateKey: unusedPem('PRIVATE KEY'),
};

/** No other station is there. */
const peers = {
  status$: new BehaviorSubject<PeerStatus>({ away: false, together: new Map(), copied: 0 }),
  refresh: () => Promise.resolve(),
  listen: () => Promise.resolve(false),
  tellSeat: () => undefined,
  start: () => undefined,
  stop: () => Promise.resolve(),
};

async function deskHub(
  people: DeskPeople,
  randomness: ReturnType<typeof seededRandomness>,
): Promise<DeskHub> {
  const storage = openMemoryStorage();
  const directory = await storage.open(`directory-${generation}`);
  const state = await storage.open(`state-${generation}`);
  await directory.putMany(people.documents);
  const replica$ = new BehaviorSubject<Replica | null>(null);
  return {
    replica$,
    status$: new BehaviorSubject(restingStatus),
    stations: { stations: [], hubDiskUsedPart: null, quarantined: 0, unfolded: 0 },
    answer: null,
    commands: [],
    recordings: new RecordingsAtHub(),
    looks: {
      wanted: () => Promise.resolve('unheard'),
      give: () => Promise.resolve(false),
      fetch: () => Promise.reject(new ReanError('hub.protocol')),
    },
    live: { tell: () => Promise.resolve(false), seats: () => Promise.resolve(null) },
    orders: { next: () => Promise.resolve(null) },
    hubRun: '0'.repeat(32),
    pull: () => replica$.next({ generation, directory, state }),
    putDirectory: (document) => overwrite(directory, document),
    putState: (learner, folded) =>
      overwrite(
        state,
        sealLearnerState(learner, folded, people.keyOf(learner.learner), randomness),
      ),
  };
}

async function overwrite(database: Database, document: { readonly _id: string }): Promise<void> {
  const held = await database.get(document._id);
  await database.put({ ...document, ...(held === null ? {} : { _rev: held._rev }) });
}
