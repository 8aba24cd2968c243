import { stat } from 'node:fs/promises';
import { nodeDisk } from '../../content/disk/node-disk.ts';
import { nodeProcesses } from '../../content/disk/processes.ts';
import { openPackStore } from '../../content/store/pack-store.ts';
import type { DiskUse } from '../../domain/disk-level.ts';
import { ReanError } from '../../shared/errors.ts';
import { semverSchema } from '../../shared/ids.ts';
import type { Clock, Log, Power, Randomness } from '../../shared/ports.ts';
import { diskUseOf } from '../../sync/machine/disk-use.ts';
import { systemClock, systemRandomness } from '../../sync/machine/system-ports.ts';
import { Authorities } from '../../sync/transport/authorities.ts';
import { callerReader } from '../../sync/transport/site-server.ts';
import { diskOf } from '../backup/disk-of.ts';
import { DiskRoom, freeBytesOf } from '../disk-room.ts';
import { createHub } from '../hub.ts';
import type { Hub } from '../hub.ts';
import { completeMigration } from '../migrate/complete-migration.ts';
import type { NetbootDoor } from '../netboot/netboot-door.ts';
import { HubPacks, hubPacksFolder } from '../packs/hub-packs.ts';
import { HubRecordings, hubRecordingsFolder } from '../recordings/hub-recordings.ts';
import { ThreadedChecks } from '../signatures/threaded-checks.ts';
import { requireSite } from '../site/set-up-folder.ts';
import { readHubTls } from '../site/hub-tls.ts';
import { sealSecrets } from '../site/secret-seal.ts';
import { folderVault } from '../site/site-vault.ts';
import { openHubStorage } from '../store/open-hub-storage.ts';
import type { HubStorage } from '../store/hub-storage.ts';
import { systemTimers } from '../timers.ts';
import type { Timers } from '../timers.ts';
import { openIndexOnDisk } from './index-on-disk.ts';

export interface OpenHubOptions {
  /** The hub's folder, made by `rean site init`. */
  readonly folder: string;
  readonly version: string;
  readonly log: Log;
  /** Has this PC go off; it stays unless told how. */
  readonly power?: Power;
  /** Has this PC install others over the LAN; it can't unless told how. */
  readonly netboot?: NetbootDoor | undefined;
  readonly clock?: Clock;
  readonly random?: Randomness;
  readonly timers?: Timers;
  /** The user who runs this; null where the system has none. */
  readonly uid?: number | null;
  /** Bytes free on the hub's disk; null where the system won't say. */
  readonly freeBytes?: () => Promise<number | null>;
  /** How full that disk is; null where the system won't say. */
  readonly diskUse?: () => Promise<DiskUse | null>;
  /**
   * Told, before anybody is answered, that a database turned out damaged while it was read. What the
   * hub would answer from then on may lack something, so that it had better stop.
   */
  readonly onDamage?: (damage: ReanError) => void;
}

/**
 * Opens the hub of a folder and holds the folder until it is closed; nobody can reach it yet.
 * @throws ReanError `site.missing`, `config.invalid`, `store.in-use` (another process on the folder),
 * `store.full`, `store.unopenable`
 */
export async function openHub(options: OpenHubOptions): Promise<Hub> {
  const { folder, log, version } = options;
  await requireSite(folder);
  await requireOwner(folder, options.uid ?? process.getuid?.() ?? null);
  const vault = folderVault(folder);
  const authorities = Authorities.of(await readHubTls(vault));
  const clock = options.clock ?? systemClock();
  const measure = options.freeBytes ?? (() => freeBytesOf(folder));
  // The index is opened first: it is the lock that keeps a second hub off this folder.
  const index = await openIndexOnDisk(folder, log, options.onDamage);
  let storage: HubStorage | null = null;
  try {
    const { onDamage } = options;
    await sealSecrets(folder);
    await completeMigration(folder, index);
    const random = options.random ?? systemRandomness();
    storage = await openHubStorage(folder, { vault, random, onDamage });
    return await createHub({
      vault,
      storage,
      index,
      clock,
      random,
      timers: options.timers ?? systemTimers(),
      room: new DiskRoom(clock, measure, options.diskUse ?? (() => diskUseOf(folder))),
      isApart: async (place) => (await diskOf(place)) !== (await diskOf(folder)),
      log,
      signatures: new ThreadedChecks(),
      callerOf: callerReader(authorities),
      authorities,
      version,
      ...(options.power === undefined ? {} : { power: options.power }),
      ...(options.netboot === undefined ? {} : { netboot: options.netboot }),
      packs: packsIn(folder, version, random),
      recordings: new HubRecordings({
        folder: hubRecordingsFolder(folder),
        disk: nodeDisk(),
        randomness: random,
      }),
    });
  } catch (error) {
    await index.close();
    await storage?.close();
    throw error;
  }
}

/** A hub's version is its app's; where it is none, nothing is checked against it here. */
function packsIn(hubFolder: string, version: string, randomness: Randomness): HubPacks {
  const folder = hubPacksFolder(hubFolder);
  const appVersion = semverSchema.catch(semverSchema.parse('0.0.0')).parse(version);
  const disk = nodeDisk();
  const processes = nodeProcesses();
  const open = () => openPackStore({ folder, appVersion, disk, processes, randomness });
  return new HubPacks({ folder, disk, open });
}

/** What root writes into another user's folder, that user's hub could not open again ([CTL4]). */
async function requireOwner(folder: string, user: number | null): Promise<void> {
  const { uid } = await stat(folder);
  if (user === null || user === uid) return;
  throw new ReanError('config.invalid', { path: folder, problem: 'another-user', uid });
}
