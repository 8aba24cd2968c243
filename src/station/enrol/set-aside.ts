import { chown, mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ReanError } from '../../shared/errors.ts';
import { stationConfigName } from '../config/read-station-config.ts';

/**
 * Moves a station's folder beside itself, whole and by one rename, and leaves an empty one in its place: the
 * PC can then be let in as another station ([CLO2]). Nothing in it is changed.
 *
 * @param folder absolute, and open in no process
 * @returns where it lies now
 * @throws ReanError `station.not-enrolled` for a folder that is no station's, `config.invalid` where this user
 * may not move it
 */
export async function setAside(folder: string): Promise<string> {
  const config = join(folder, stationConfigName);
  if (!(await isThere(config))) throw new ReanError('station.not-enrolled', { path: config });
  const { uid, gid, mode } = await stat(folder);
  try {
    const place = await freeName(folder);
    await rename(folder, place);
    await mkdir(folder, { mode: mode & 0o777 });
    await chown(folder, uid, gid);
    return place;
  } catch (cause) {
    const problem = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw new ReanError('config.invalid', { path: folder, problem }, cause);
  }
}

async function freeName(folder: string): Promise<string> {
  for (let nth = 1; ; nth += 1) {
    const name = `${folder}.set-aside-${nth}`;
    if (!(await isThere(name))) return name;
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
