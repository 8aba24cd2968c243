import { machineProbe } from '../../../src/station/maintenance/machine-probe.ts';
import type { MaintenancePorts } from '../../../src/station/maintenance/maintenance-report.ts';
import type { CheckedPacks } from '../../../src/station/maintenance/pack-check.ts';
import { join } from 'node:path';
import { Subject } from 'rxjs';
import { nodeDisk } from '../../../src/content/disk/node-disk.ts';
import type { CarriedOrder, Leaving } from '../../../src/shared/contracts/seat-order.ts';
import type { LiveReport } from '../../../src/shared/contracts/live-seat.ts';
import type { StationConfig } from '../../../src/shared/contracts/station-config.ts';
import type { StationId } from '../../../src/shared/ids.ts';
import type { Clock, Log, Randomness } from '../../../src/shared/ports.ts';
import { KeyringCache } from '../../../src/station/keyring/keyring-cache.ts';
import type { InstalledPacks } from '../../../src/station/lessons/lesson-shelf.ts';
import type { HeardReport, LabPeers } from '../../../src/station/peers/lab-peers.ts';
import { localDatabaseName } from '../../../src/station/record/local-documents.ts';
import { startStation } from '../../../src/station/station.ts';
import type { StationService } from '../../../src/station/station.ts';
import { NoticeBoard } from '../../../src/station/status/notice-board.ts';
import { hubUplink } from '../../../src/station/uplink/hub-uplink.ts';
import { noPrinters } from '../../../src/station/printing/printer-line.ts';
import { noStick } from '../../../src/station/stick/stick-line.ts';
import { readWrappingKey } from '../../../src/sync/envelope/wrapping.ts';
import { verifySecret } from '../../../src/sync/identity/verifier.ts';
import type { TakenOrder } from '../../../src/sync/peer/peer-desk.ts';
import type { PeerDesk } from '../../../src/sync/peer/peer-desk.ts';
import type { PeerSync } from '../../../src/sync/peer/peer-sync.ts';
import { pace } from '../../../src/sync/replication/pace.ts';
import { MemoryDisk, openMemoryStorage } from '../../../src/sync/store/memory-storage.ts';
import type { HubLab } from '../../factories/hub-lab.ts';
import { openLabSync } from '../../factories/lab-sync.ts';
import { FaultyTransport } from '../faulty-transport.ts';
import type { Lan } from '../faulty-transport.ts';
import { openSimulatedPeers } from '../simulated-peers.ts';
import type { Neighbours } from '../simulated-peers.ts';
import type { Tally } from '../tally.ts';
import type { RealWork } from './real-work.ts';

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

export interface DayStationParts {
  readonly lab: HubLab;
  readonly config: StationConfig;
  /** Where its keyring lies. */
  readonly folder: string;
  readonly packs: InstalledPacks & CheckedPacks;
  readonly lan: () => Lan;
  readonly neighbours: Neighbours;
  /** The right time. */
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly tally: Tally;
  readonly real: RealWork;
  /** Its PC is told to start anew, or to go off. */
  readonly goes: (how: Leaving) => void;
}

interface Running {
  readonly service: StationService;
  readonly desk: PeerDesk;
  cut(): void;
}

/** A whole station but for its PC and network: its databases lie on a simulated disk, which outlives its power cuts. */
export class DayStation {
  readonly #parts: DayStationParts;
  disk = new MemoryDisk();
  /** Its wall clock is this wrong, ms. */
  clockOffMs = 0;
  #running: Running | null = null;

  constructor(parts: DayStationParts) {
    this.#parts = parts;
  }

  get station(): StationId {
    return this.#parts.config.station;
  }

  get isOn(): boolean {
    return this.#running !== null;
  }

  get service(): StationService {
    if (this.#running === null) throw new Error('the station is off');
    return this.#running.service;
  }

  get desk(): PeerDesk | null {
    return this.#running?.desk ?? null;
  }

  async switchOn(): Promise<void> {
    const { lab, config, lan, neighbours, randomness, tally, real } = this.#parts;
    const clock = {
      wallMs: () => this.#parts.clock.wallMs() + this.clockOffMs,
      monotonicMs: () => this.#parts.clock.monotonicMs(),
    };
    const storage = openMemoryStorage(this.disk);
    const keyring = await real.during(this.#keyring());
    const overhear = () => undefined;
    const transport = new FaultyTransport(lan, config, { randomness, tally, overhear });
    const shared = { config, storage, clock, randomness, logger: silent };
    const sync = await openLabSync({
      ...shared,
      lab,
      transport,
      pace,
      takeKeyring: (wrapped) => real.during(keyring.take(wrapped)),
    });
    const seat = new SeatDesk();
    const peers = await openSimulatedPeers({
      ...shared,
      ...sync,
      neighbours,
      tally,
      seat: () => seat.tell?.() ?? null,
      takeOrder: (carried) => seat.take?.(carried) ?? null,
      heard: (station, report) => seat.heard$.next({ station, report }),
    });
    const { labClock, log: events } = sync;
    const service = await startStation({
      ...this.#unchanging(),
      config,
      local: await storage.open(localDatabaseName),
      events,
      keyring,
      uplink: hubUplink({ ...sync, transport, url: 'https://hub.invalid' }),
      peers: labPeers(peers, seat),
      labDate: () => labClock.now().labDay.date,
      labDate$: labClock.date$,
      labNow: () => labClock.moment,
      labNow$: labClock.moment$,
      clock,
      randomness,
    });
    this.#running = { service, desk: peers.desk, cut: () => transport.cut() };
  }

  /** The power goes out. What was running goes on, on a disk nobody looks at any more. */
  cutPower(survives: () => boolean): void {
    const { service, cut } = this.#lost();
    cut();
    this.disk = this.disk.afterPowerCut(survives);
    void service.close();
  }

  /** In order, as a PC that is switched off does. */
  async switchOff(): Promise<void> {
    await this.#lost().service.close();
  }

  #lost(): Running {
    const running = this.#running;
    if (running === null) throw new Error('the station is off');
    this.#running = null;
    return running;
  }

  #keyring(): Promise<KeyringCache> {
    const { config, folder, randomness } = this.#parts;
    return KeyringCache.open({
      path: join(folder, `${config.station}.keyring.json`),
      wrappingKey: readWrappingKey(config.wrappingKey.privateKey),
      disk: nodeDisk(),
      randomness,
      log: silent,
    });
  }

  /** What stations of a lab have that no test of a day moves. */
  #unchanging() {
    const { folder, packs, real, goes } = this.#parts;
    return {
      folder,
      packs,
      appVersion: '0.1.0',
      kiosk: false,
      notices: new NoticeBoard(),
      verify: (...asked: Parameters<typeof verifySecret>) => real.during(verifySecret(...asked)),
      renew: () => Promise.resolve(false),
      takeAuthority: () => Promise.resolve(),
      power: {
        go: (how: Leaving) => {
          goes(how);
          return Promise.resolve(null);
        },
      },
      maintenance: nobodyLooks,
      stick: noStick,
      printers: noPrinters,
      health: () => Promise.resolve({ diskUsedPart: 0.5, celsius: 40 }),
      log: silent,
    };
  }
}

/** No technician comes in a simulated day. */
const nobodyLooks: MaintenancePorts = {
  probe: machineProbe('/', () => Promise.resolve(null)),
  update: { state: () => Promise.resolve(null), begin: () => Promise.resolve(null) },
  runtime: { electron: null, chromium: null },
  lockdown: [],
};

/** What a station says to its peers of its own seat, and hears of theirs. */
class SeatDesk {
  tell: (() => LiveReport) | null = null;
  take: ((carried: CarriedOrder) => Promise<TakenOrder>) | null = null;
  readonly heard$ = new Subject<HeardReport>();
}

function labPeers(sync: PeerSync, seat: SeatDesk): LabPeers {
  return {
    status$: sync.status$,
    copies: sync.copies,
    heard$: seat.heard$,
    refresh: (atMostMs) => sync.refresh(atMostMs),
    listen: (atMostMs) => sync.listen(atMostMs),
    tellSeat: (tell) => {
      seat.tell = tell;
    },
    takeOrders: (take) => {
      seat.take = take;
    },
    order: (station, carried, signal) => sync.order(station, carried, signal),
    start: () => sync.start(),
    stop: () => sync.stop(),
  };
}
