import { execFile } from 'node:child_process';
import { mkdir, open, rename, rm, rmdir, symlink, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const megabyte = 1024 * 1024;
const chunk = Buffer.alloc(megabyte);

/** A disk that can be filled up and emptied. */
export interface SmallDisk {
  readonly kind: 'tmpfs' | 'limit';
  /**
   * @param pid the process that writes there
   * @param leftMegabytes about so much stays free; a limit leaves nothing
   */
  fill(pid: number, leftMegabytes: number): Promise<void>;
  empty(pid: number): Promise<void>;
  remove(): Promise<void>;
}

/**
 * Puts a station's databases, before its first start, on a small disk of their own. Where mounting
 * one is not permitted, a limit on the size of files stands for it.
 */
export async function smallStationDisk(stationFolder: string): Promise<SmallDisk> {
  const mount = join(stationFolder, 'small-disk');
  await mkdir(mount);
  const disk = await mounted(mount, 64);
  if (disk === null) return limited;
  await mkdir(join(mount, 'db'));
  await symlink(join(mount, 'db'), join(stationFolder, 'db'));
  return disk;
}

/** Puts the whole folder of a hub that isn't running on a small disk of its own; or likewise. */
export async function smallHubDisk(hubFolder: string): Promise<SmallDisk> {
  const before = `${hubFolder}-before`;
  await rename(hubFolder, before);
  await mkdir(hubFolder);
  const disk = await mounted(hubFolder, 192);
  if (disk === null) {
    await rmdir(hubFolder);
    await rename(before, hubFolder);
    return limited;
  }
  await run('cp', ['--archive', `${before}/.`, hubFolder]);
  await rm(before, { recursive: true });
  return disk;
}

/** Null where that is not permitted. */
async function mounted(mount: string, megabytes: number): Promise<SmallDisk | null> {
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'tmpfs', mount]);
  } catch {
    return null;
  }
  const filler = join(mount, 'filler');
  return {
    kind: 'tmpfs',
    fill: (_pid, leftMegabytes) => fill(filler, { megabytes, leftMegabytes }),
    empty: () => rm(filler, { force: true }),
    remove: async () => void (await run('umount', [mount])),
  };
}

interface Filling {
  /** The whole disk's. */
  readonly megabytes: number;
  readonly leftMegabytes: number;
}

async function fill(path: string, { megabytes, leftMegabytes }: Filling): Promise<void> {
  const file = await open(path, 'w');
  let written = 0;
  try {
    for (; written < megabytes; written += 1) await file.writeFile(chunk);
  } catch {
    // Full, as wanted.
  } finally {
    await file.close();
  }
  if (leftMegabytes > 0) await truncate(path, Math.max(0, written - leftMegabytes) * megabyte);
}

const limit = (soft: string) => async (pid: number) => {
  // A process that was killed meanwhile has no limits any more.
  await run('prlimit', [`--fsize=${soft}:`, '--pid', String(pid)]).catch(() => undefined);
};

const limited: SmallDisk = {
  kind: 'limit',
  fill: limit('4096'),
  empty: limit('unlimited'),
  remove: () => Promise.resolve(),
};
