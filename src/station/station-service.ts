import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { nodeDisk } from '../content/disk/node-disk.ts';
import { nodeProcesses } from '../content/disk/processes.ts';
import { sendStored } from '../content/serve/send-stored.ts';
import { openPackStore } from '../content/store/pack-store.ts';
import type { PackStore } from '../content/store/pack-store.ts';
import type { DiskUse } from '../domain/disk-level.ts';
import type { StationConfig } from '../shared/contracts/station-config.ts';
import type { PackFileAsk } from '../shared/contracts/pack-files.ts';
import { Subject } from 'rxjs';
import type { Observable } from 'rxjs';
import { ReanError } from '../shared/errors.ts';
import { semverSchema } from '../shared/ids.ts';
import type { Generation } from '../shared/ids.ts';
import type { Clock, Log, Power, Randomness } from '../shared/ports.ts';
import { Authorities } from '../sync/transport/authorities.ts';
import { diskUseOf } from '../sync/machine/disk-use.ts';
import { verifySecret } from '../sync/identity/verifier.ts';
import { openLevelStorage } from '../sync/store/level-storage.ts';
import { openOrSetAside } from '../sync/store/set-aside.ts';
import type { Storage } from '../sync/store/storage.ts';
import { readStationConfig } from './config/read-station-config.ts';
import { openKeyring } from './keyring/open-keyring.ts';
import { hardwareTraitsOf, systemFacts, traitsOf } from './machine/machine-traits.ts';
import { keepOwnPc, standsElsewhere } from './machine/own-pc.ts';
import { machineProbe } from './maintenance/machine-probe.ts';
import type { MaintenancePorts } from './maintenance/maintenance-report.ts';
import { updateService } from './maintenance/update-service.ts';
import { stationHealth } from './machine/station-health.ts';
import type { MachineFacts } from './machine/machine-traits.ts';
import { localDatabaseName, localNames } from './record/local-documents.ts';
import { startStation } from './station.ts';
import type { StationService as RunningStation } from './station.ts';
import { openRenewal } from './renewal/open-renewal.ts';
import { NoticeBoard } from './status/notice-board.ts';
import { keepDiskNotices } from './status/disk-notices.ts';
import { keepStandingNotices } from './status/standing-notices.ts';
import { noPrinters } from './printing/printer-line.ts';
import type { PrinterLine } from './printing/printer-line.ts';
import { noStick } from './stick/stick-line.ts';
import type { StickLine } from './stick/stick-line.ts';
import { openSync } from './uplink/open-sync.ts';
import type { UplinkStatus } from './uplink/uplink.ts';

/** A station, and what becomes of it where it stands on another PC than it was set up on. */
export interface StationService extends RunningStation {
  /** Null where it is on its own PC. Elsewhere it brings what it holds, and nobody may sit at it ([FBT4]). */
  readonly elsewhere: Elsewhere | null;
}

export interface Elsewhere {
  readonly status$: Observable<UplinkStatus>;
  /** Staff said that it goes on here: it does from its next start on. */
  readonly accepted$: Observable<void>;
}

export interface StationOptions {
  /** The station's data folder: `station.json`, its databases, its keyring, its packs. */
  readonly folder: string;
  readonly appVersion: string;
  /** Whether its window is locked to the screen. */
  readonly kiosk: boolean;
  /** Has this PC start anew, or go off; it stays unless told how. */
  readonly power?: Power;
  /** What the app says of itself to technicians; nothing where nobody says it. */
  readonly app?: Pick<MaintenancePorts, 'runtime' | 'lockdown'>;
  /** Where files leave, if this PC's system has them leave on a stick. */
  readonly stick?: StickLine;
  /** What prints, if this PC's system has that. */
  readonly printers?: PrinterLine;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly log: Log;
  /** How full the disk of its folder is; null where the system won't say. The system is asked unless given. */
  readonly diskUse?: () => Promise<DiskUse | null>;
  /** What tells this PC from another; the system is asked unless given. */
  readonly machine?: () => Promise<MachineFacts>;
}

/**
 * Opens the station that lives in a folder. It needs no hub: whatever was pulled before serves.
 * @throws ReanError `station.not-enrolled`, `config.invalid`; `store.in-use` while another process
 * has the folder; `store.full`, `store.unopenable` when even a new store can't be made
 */
export async function openStation(options: StationOptions): Promise<StationService> {
  const config = await readStationConfig(options.folder);
  const storage = await openLevelStorage(join(options.folder, 'db'));
  try {
    return await openOn(storage, config, options);
  } catch (error) {
    await storage.close().catch(() => undefined);
    throw error;
  }
}

async function openOn(
  storage: Storage,
  config: StationConfig,
  options: StationOptions,
): Promise<StationService> {
  const notices = new NoticeBoard();
  const keyring = await openKeyring(config, options);
  const authorities = Authorities.of(config.tls);
  const machine = await (options.machine ?? (() => systemFacts(options.folder)))();
  const own = { ...options, disk: nodeDisk() };
  const thisPc = { station: config.station, traits: hardwareTraitsOf(machine, config) };
  const isElsewhere = await standsElsewhere(own, thisPc);
  if (isElsewhere) options.log.error('station.elsewhere');
  const accepted$ = new Subject<void>();
  const traits = traitsOf(machine, config);
  // Whether a copy of this disk would be noticed by its hardware is to be seen before there is one.
  options.log.info('station.machine', {
    board: machine.board.length,
    cards: machine.cards.length,
    system: machine.system !== null,
  });
  const diskUse = options.diskUse ?? (() => diskUseOf(options.folder));
  const packs = await openPacks(options);
  const sync = await openSync({
    ...options,
    storage,
    config,
    authorities,
    traits,
    keyring,
    diskUse,
    packFile: (ask, request, response) => sendPackFile(packs, ask, { request, response }),
  });
  const local = await openOrSetAside(storage, localDatabaseName, Object.values(localNames));
  const aside = [...sync.peers.copies.setAside, local.setAside].filter((name) => name !== null);
  const standing = keepStandingNotices(sync, notices, aside.length > 0 ? aside.join(', ') : null);
  standing.add(keepDiskNotices(diskUse, notices, options.folder));
  const renewal = openRenewal({
    ...options,
    ...sync,
    authorities,
    running: config.tls,
    disk: nodeDisk(),
    uplink: {
      knowAuthority: (authority) => sync.uplink.knowAuthority(authority),
      renew: async (request) => {
        const answer = await sync.uplink.renew(request);
        // Before the keys are written: with them alone, and cut off here, nobody could choose this PC again.
        if (isElsewhere) await keepOwnPc(own, thisPc);
        return answer;
      },
    },
  });
  const parts = {
    ...options,
    ...sync,
    ...renewal,
    renewsIfNamed: isElsewhere,
    renew: async (asked: number, generation: Generation) => {
      const made = await renewal.renew(asked, generation);
      if (made && isElsewhere) accepted$.next();
      return made;
    },
    health: () => stationHealth(diskUse),
    power: options.power ?? noPower,
    maintenance: {
      probe: machineProbe(options.folder, diskUse),
      update: updateService(),
      ...(options.app ?? silentApp),
    },
    stick: options.stick ?? noStick,
    printers: options.printers ?? noPrinters,
    labDate: () => sync.labClock.now().labDay.date,
    labDate$: sync.labClock.date$,
    labNow: () => sync.labClock.moment,
    labNow$: sync.labClock.moment$,
    hubOffsetMs: () => sync.labClock.now().hubOffsetMs,
    config,
    local: local.database,
    keyring,
    notices,
    packs,
    delivery: { store: packs, lines: sync.packLines },
    verify: verifySecret,
  };
  const station = await startStation(parts).catch((error: unknown) => {
    // What goes on by the clock would keep a process that can't start from ending ([STN3]).
    standing.unsubscribe();
    throw error;
  });
  return {
    ...station,
    elsewhere: isElsewhere ? { status$: sync.uplink.status$, accepted$ } : null,
    async close() {
      try {
        await station.close();
      } finally {
        standing.unsubscribe();
        await sync.events.close();
        await storage.close();
      }
    },
  };
}

const silentApp: NonNullable<StationOptions['app']> = {
  runtime: { electron: null, chromium: null },
  lockdown: [],
};

const noPower: Power = { go: () => Promise.resolve('nothing does it here') };

/** Hands a peer a file of a pack; what it makes of it is checked there ([PKG18]). */
async function sendPackFile(
  packs: PackStore,
  ask: PackFileAsk,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
): Promise<boolean> {
  const stored = await packs.stored(ask);
  if (stored !== null) await sendStored(request, response, stored);
  return stored !== null;
}

function openPacks({ folder, appVersion, randomness }: StationOptions): Promise<PackStore> {
  const version = semverSchema.safeParse(appVersion);
  if (!version.success) throw new ReanError('config.invalid', { at: 'appVersion', appVersion });
  return openPackStore({
    folder: join(folder, 'packs'),
    appVersion: version.data,
    disk: nodeDisk(),
    processes: nodeProcesses(),
    randomness,
  });
}
