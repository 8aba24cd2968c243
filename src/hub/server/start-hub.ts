import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReanError } from '../../shared/errors.ts';
import type { Clock, Log, Randomness } from '../../shared/ports.ts';
import { openLevelStorage } from '../../sync/store/level-storage.ts';
import { DiskRoom, freeBytesOf } from '../disk-room.ts';
import { createHub } from '../hub.ts';
import type { Hub } from '../hub.ts';
import { certificateFingerprint } from '../site/hub-certificate.ts';
import { databaseFolder, requireSite } from '../site/set-up-folder.ts';
import { siteFiles } from '../site/site-files.ts';
import { folderVault, readRequired } from '../site/site-vault.ts';
import { systemClock, systemRandomness } from '../../sync/machine/system-ports.ts';
import { systemTimers } from '../timers.ts';
import type { Timers } from '../timers.ts';
import { httpsServer, listen, stopListening } from './https-server.ts';
import type { Address } from './https-server.ts';
import { openIndexOnDisk } from './index-on-disk.ts';
import { runningFile } from './running-file.ts';

export interface StartOptions extends Address {
  /** The hub's folder, made by `rean site init`. */
  readonly folder: string;
  readonly version: string;
  readonly log: Log;
  readonly clock?: Clock;
  readonly random?: Randomness;
  readonly timers?: Timers;
  /** Bytes free on the hub's disk; null where the system won't say. */
  readonly freeBytes?: () => Promise<number | null>;
  /**
   * Told, before anybody is answered, that a database turned out damaged while it was read. What the
   * hub would answer from then on may lack something, so that it had better stop.
   */
  readonly onDamage?: (damage: ReanError) => void;
}

export interface StartedHub {
  readonly url: string;
  /** SHA-256 of the certificate, hex: what stations pin. */
  readonly fingerprint: string;
  readonly hub: Hub;
  /** Finishes what is under way and closes everything. */
  close(): Promise<void>;
}

/**
 * Runs a hub on its folder over HTTPS.
 * @throws ReanError `site.missing`, `config.invalid`, `store.in-use` (another hub on the folder),
 * `store.full`, `store.unopenable`, `port.in-use`
 */
export async function startHub(options: StartOptions): Promise<StartedHub> {
  const { folder } = options;
  await requireSite(folder);
  const vault = folderVault(folder);
  const tls = await readRequired(vault, siteFiles.tls);
  const hub = await openHub(options);
  const server = httpsServer(tls, hub.app);
  try {
    const port = await listen(server, options);
    const url = `https://${reachableHost(options.host)}:${port}`;
    const fingerprint = certificateFingerprint(tls.certificate);
    await vault.write(runningFile, { v: 1, pid: process.pid, url, fingerprint });
    return {
      url,
      fingerprint,
      hub,
      close: async () => {
        await stopListening(server);
        await hub.close();
        await rm(join(folder, runningFile.path), { force: true });
      },
    };
  } catch (error) {
    server.close();
    await hub.close();
    throw error;
  }
}

async function openHub(options: StartOptions): Promise<Hub> {
  const { folder, log, version } = options;
  const clock = options.clock ?? systemClock();
  const measure = options.freeBytes ?? (() => freeBytesOf(folder));
  // The index is opened first: it is the lock that keeps a second hub off this folder.
  const index = await openIndexOnDisk(folder, log, options.onDamage);
  const storage = await openLevelStorage(databaseFolder(folder), damageTold(options));
  try {
    return await createHub({
      vault: folderVault(folder),
      storage,
      index,
      clock,
      random: options.random ?? systemRandomness(),
      timers: options.timers ?? systemTimers(),
      room: new DiskRoom(clock, measure),
      log,
      version,
    });
  } catch (error) {
    await index.close();
    await storage.close();
    throw error;
  }
}

function damageTold({ onDamage }: StartOptions) {
  return onDamage === undefined ? {} : { onDamage };
}

/** An address to reach this hub by from its own PC; all addresses together are none. */
function reachableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
