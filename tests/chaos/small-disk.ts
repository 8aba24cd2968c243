import { execFile } from 'node:child_process';
import { mkdir, open, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const sizeMegabytes = 64;
const chunk = Buffer.alloc(1024 * 1024);

/** A station's disk that can be filled up and emptied. */
export interface SmallDisk {
  readonly kind: 'tmpfs' | 'limit';
  /** @param pid the station's process */
  fill(pid: number): Promise<void>;
  empty(pid: number): Promise<void>;
  remove(): Promise<void>;
}

/**
 * Puts a station's databases, before its first start, on a small disk of their own. Where mounting
 * one is not permitted, a limit on the size of files stands for it.
 */
export async function smallDisk(stationFolder: string): Promise<SmallDisk> {
  const mount = join(stationFolder, 'small-disk');
  await mkdir(mount);
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${sizeMegabytes}m`, 'tmpfs', mount]);
  } catch {
    return limited;
  }
  await mkdir(join(mount, 'db'));
  await symlink(join(mount, 'db'), join(stationFolder, 'db'));
  const filler = join(mount, 'filler');
  return {
    kind: 'tmpfs',
    fill: () => fill(filler),
    empty: () => rm(filler, { force: true }),
    remove: async () => void (await run('umount', [mount])),
  };
}

async function fill(path: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    for (let written = 0; written < sizeMegabytes; written += 1) await file.writeFile(chunk);
  } catch {
    // Full, as wanted.
  } finally {
    await file.close();
  }
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
