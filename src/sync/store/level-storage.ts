import { mkdir, readdir, rename, rm, statfs } from 'node:fs/promises';
import { join, sep } from 'node:path';
import leveldown from 'leveldown';
import { copyReadable } from './copy-readable.ts';
import type { ReadPart } from './copy-readable.ts';
import { levelDb } from './level-db.ts';
import * as z from 'zod';
import { DurableLevel } from './durable-level.ts';
import { GatheringLevel } from './gathering-level.ts';
import { beginLevel, holdsRecords, syncEntry } from './level-files.ts';
import { awaitDone } from './level.ts';
import type { Level, MakeLevel } from './level.ts';
import { ReanError } from '../../shared/errors.ts';
import { PouchStorage } from './pouch-storage.ts';
import type { LevelFolder } from './pouch-storage.ts';
import { openError } from './store-errors.ts';

export interface LevelStorageOptions {
  /** The level beneath, for tests that look at what reaches it. */
  readonly makeLevel?: MakeLevel;
  /** How files of set-aside databases are read. */
  readonly readPart?: ReadPart;
  /** Bytes free on the disk of a folder. */
  readonly freeBytes?: (folder: string) => Promise<number>;
  /** Told, before anybody is answered, of a database whose files turn out damaged while read. */
  readonly onDamage?: (damage: ReanError) => void;
}

/**
 * A folder of LevelDB databases, each in a folder of its own, with every write synced ([STO2]).
 * Made (0700) when it isn't there.
 * @throws ReanError `store.full`, or `store.unopenable` where the folder can't be had
 */
export async function openLevelStorage(
  folder: string,
  options: LevelStorageOptions = {},
): Promise<PouchStorage> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await finishRemovals(folder);
  } catch (error) {
    throw folderError(error, folder);
  }
  return new PouchStorage(diskFolder(folder, options), { revisions: 20 });
}

/** Where databases lie can't be had: no room for it, no right to it, or something else lies there. */
function folderError(error: unknown, location: string): ReanError {
  const { code } = openError(error, location);
  return new ReanError(code === 'store.full' ? code : 'store.unopenable', { location }, error);
}

function diskFolder(
  folder: string,
  { makeLevel = makeLeveldown, freeBytes = freeBytesOf, onDamage, readPart }: LevelStorageOptions,
): LevelFolder {
  const settle = () => syncEntry(folder);
  return {
    prefix: folder + sep,
    makeLevel: (location) => {
      const level = new DurableLevel({
        make: () => makeLevel(location),
        freeBytes: () => freeBytes(folder),
        holdsRecords: () => holdsRecords(location),
        begin: () => beginLevel(location, makeLevel),
      });
      if (onDamage) tellDamage(level, location, onDamage);
      return level;
    },
    list: async () => {
      const entries = await readdir(folder, { withFileTypes: true });
      return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    },
    rename: async (from, to) => {
      await rename(join(folder, from), join(folder, to));
      await settle();
    },
    remove: async (name) => {
      await forget(folder, name);
      await settle();
      await rm(join(folder, removedName(name)), { recursive: true, force: true });
    },
    repairedCopy: async (name) => {
      const copy = join(folder, copyName(name));
      const whole = await copyReadable(join(folder, name), copy, readPart);
      // What can't be repaired shows when it is opened.
      await awaitDone((done) => leveldown.repair(copy, done)).catch(throwIfFull);
      return { level: makeLevel(copy), whole };
    },
    removeCopy: (name) => rm(join(folder, copyName(name)), { recursive: true, force: true }),
    settle,
  };
}

function throwIfFull(error: unknown): void {
  if (openError(error, 'copy').code === 'store.full') throw error;
}

/** Tells of damage, not of a disk that is full. */
export function tellDamage(
  level: DurableLevel,
  location: string,
  tell: (damage: ReanError) => void,
): void {
  level.broken$.subscribe((error) => {
    const damage = openError(error, location);
    if (damage.code === 'store.unopenable') tell(damage);
  });
}

/** No database's name has a dot, so neither of these is ever taken for one. */
const copyName = (name: string) => `${name}.repaired`;
const removedName = (name: string) => `${name}.removed`;

/** A database goes by one rename: half its files would be taken for a damaged one ([STO7]). */
async function forget(folder: string, name: string): Promise<void> {
  await rm(join(folder, removedName(name)), { recursive: true, force: true });
  try {
    await rename(join(folder, name), join(folder, removedName(name)));
  } catch (error) {
    if (!missing.safeParse(error).success) throw error;
  }
}

/** Takes away what is left of databases whose removal was cut off. */
async function finishRemovals(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(removedName(''))) continue;
    await rm(join(folder, name), { recursive: true, force: true });
  }
}

const missing = z.object({ code: z.literal('ENOENT') });

function makeLeveldown(location: string): Level {
  return new GatheringLevel(levelDb(location));
}

async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
