import { readdirSync, renameSync } from 'node:fs';
import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { levelDb } from '../../sync/store/level-db.ts';
import { isReanError } from '../../shared/errors.ts';
import type { ReanError } from '../../shared/errors.ts';
import type { Log } from '../../shared/ports.ts';
import { DurableLevel } from '../../sync/store/durable-level.ts';
import { beginLevel, holdsRecords } from '../../sync/store/level-files.ts';
import { tellDamage } from '../../sync/store/level-storage.ts';
import { freeBytesOf } from '../disk-room.ts';
import { openHubIndex } from '../intake/hub-index.ts';
import type { HubIndex } from '../intake/hub-index.ts';

const name = 'index';

/**
 * Opens a hub's index. One that won't open is set aside and made anew from the events: it holds
 * nothing that they don't ([FLD7]).
 * @throws ReanError `store.in-use` while another hub runs on the folder, `store.full`
 */
export async function openIndexOnDisk(
  folder: string,
  log: Log,
  onDamage?: (damage: ReanError) => void,
): Promise<HubIndex> {
  const damaged = (damage: ReanError) => {
    // At once, for whoever is told may end the process: the next start makes it anew.
    if (onDamage) renameSync(join(folder, name), join(folder, freeName(readdirSync(folder))));
    onDamage?.(damage);
  };
  try {
    return await open(folder, damaged);
  } catch (error) {
    if (!isReanError(error, 'store.unopenable')) throw error;
    const aside = await setAside(folder);
    log.error('index.set-aside', { aside, detail: String(error.cause) });
    return open(folder, damaged);
  }
}

function open(folder: string, damaged: (damage: ReanError) => void): Promise<HubIndex> {
  const location = join(folder, name);
  const freeBytes = async () => (await freeBytesOf(folder)) ?? Number.MAX_SAFE_INTEGER;
  const level = new DurableLevel({
    make: () => levelDb(location),
    freeBytes,
    holdsRecords: () => holdsRecords(location),
    begin: () => beginLevel(location, (place) => levelDb(place)),
  });
  tellDamage(level, location, damaged);
  return openHubIndex(level, location);
}

async function setAside(folder: string): Promise<string> {
  const aside = freeName(await readdir(folder));
  await rename(join(folder, name), join(folder, aside));
  return aside;
}

function freeName(taken: readonly string[]): string {
  let count = 1;
  while (taken.includes(`${name}.set-aside-${count}`)) count += 1;
  return `${name}.set-aside-${count}`;
}
