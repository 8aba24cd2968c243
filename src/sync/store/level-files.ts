import { open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { isReanError } from '../../shared/errors.ts';
import { awaitDone } from './level.ts';
import type { MakeLevel } from './level.ts';
import { openError } from './store-errors.ts';

/** Where LevelDB keeps what was written: tables, and the log of the newest writes. */
const records = /\.(ldb|sst|log)$/;
const missing = z.object({ code: z.literal('ENOENT') });

/**
 * Whether a folder holds records of a level. Such a one is never begun anew, however much of it is
 * lost: LevelDB would take the records away as left-overs ([STO3]).
 */
export async function holdsRecords(folder: string): Promise<boolean> {
  return (await entriesOf(folder))?.some((name) => records.test(name)) ?? false;
}

/**
 * Makes a level where there is none yet: beside its place, synced to the last file, and put there
 * whole by one rename ([STO5]). LevelDB by itself names a manifest that it has not synced, and for
 * some milliseconds a power cut leaves a level that does not open.
 */
export async function beginLevel(location: string, makeLevel: MakeLevel): Promise<void> {
  if ((await entriesOf(location)) !== null) return;
  const begun = `${location}.begun`;
  try {
    await makeIn(begun, makeLevel);
  } catch (error) {
    // Left half made by a power cut, there is nothing in it. One in use is another process's.
    if (!isReanError(openError(error, location), 'store.unopenable')) throw error;
    await rm(begun, { recursive: true });
    await makeIn(begun, makeLevel);
  }
  for (const name of (await entriesOf(begun)) ?? []) await syncEntry(join(begun, name));
  await syncEntry(begun);
  await rename(begun, location);
  await syncEntry(dirname(location));
}

async function makeIn(folder: string, makeLevel: MakeLevel): Promise<void> {
  const level = makeLevel(folder);
  await awaitDone((done) => level.open({ createIfMissing: true }, done));
  await awaitDone((done) => level.close(done));
}

async function entriesOf(folder: string): Promise<readonly string[] | null> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (missing.safeParse(error).success) return null;
    throw error;
  }
}

/** Syncs a file, or which names are in a folder: a new one survives a power cut only then. */
export async function syncEntry(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
