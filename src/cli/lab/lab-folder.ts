import { mkdir, readdir, rm, rmdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import * as z from 'zod';
import { ReanError } from '../../shared/errors.ts';
import { labFileName } from './lab-file.ts';

const environmentSchema = z.object({
  REAN_DATA: z.string().min(1).optional(),
  XDG_DATA_HOME: z.string().optional(),
});

/** Says, from the first moment of a set-up, that what is in this folder was put there by us. */
const markName = 'rean-lab.begun';

/** All that a lab puts into its folder; `--reset` takes away these and nothing else. */
const madeByLab = ['hub', 'stations', 'publisher', 'packs', 'logs', labFileName, markName];

/**
 * Where the lab's data lies: `REAN_DATA`, else `rean/lab` in the user's data folder ([RUN2]). By the
 * XDG rule a relative `XDG_DATA_HOME` counts as not set.
 */
export function labFolder(environment: unknown): string {
  const { REAN_DATA, XDG_DATA_HOME } = environmentSchema.parse(environment);
  if (REAN_DATA !== undefined) return resolve(REAN_DATA);
  const named = XDG_DATA_HOME !== undefined && isAbsolute(XDG_DATA_HOME);
  return join(named ? XDG_DATA_HOME : join(homedir(), '.local', 'share'), 'rean', 'lab');
}

async function listFolder(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}

const isLab = (names: readonly string[]) => names.includes(labFileName) || names.includes(markName);

/**
 * Readies a folder for a new lab.
 *
 * @throws ReanError `config.invalid` with `problem: 'not-empty'` where others' files lie
 */
export async function beginLabFolder(folder: string, mark: (path: string) => Promise<void>) {
  const names = await listFolder(folder);
  if (names.length > 0 && !isLab(names)) {
    throw new ReanError('config.invalid', { path: folder, problem: 'not-empty' });
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await mark(join(folder, markName));
  // What an earlier set-up left half done.
  for (const name of madeByLab.filter((made) => made !== markName)) await remove(folder, name);
}

/**
 * Takes a lab away: what it made, then its folder where nothing else is in it ([RUN3]).
 *
 * @returns whether there was one
 * @throws ReanError `config.invalid` with `problem: 'not-a-lab'` for any other folder with files
 */
export async function removeLab(folder: string): Promise<boolean> {
  const names = await listFolder(folder);
  if (names.length === 0) return false;
  if (!isLab(names)) throw new ReanError('config.invalid', { path: folder, problem: 'not-a-lab' });
  // The two marks go last: a reset cut short can be repeated.
  for (const name of madeByLab) await remove(folder, name);
  if ((await listFolder(folder)).length === 0) await rmdir(folder);
  return true;
}

const remove = (folder: string, name: string) =>
  rm(join(folder, name), { recursive: true, force: true });
