import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A disk or stick of its own at a folder, on which something can go wrong. */
export interface FailingDisk {
  readonly path: string;
  /** From here on what a process has to write there is more than the disk takes. */
  runOut(pid: number): Promise<void>;
  /** Nothing can be written any more, or again. */
  protect(on: boolean): Promise<void>;
  /** Pulled out in the middle of whatever is at work: another folder is in its place at once. */
  pull(): Promise<void>;
  /** Plugged in again, with what was on it. */
  plugIn(): Promise<void>;
  remove(): Promise<void>;
}

/**
 * A stick of 2 MB with a real ext4 on it. Where mounting is not permitted, a folder stands for it:
 * see `folderAsStick`.
 */
export async function stick(folder: string): Promise<FailingDisk> {
  const path = await mkdtemp(join(folder, 'stick-'));
  const image = `${path}.img`;
  const mounted = await mountImage(image, path, '2M');
  return mounted ? mountedDisk(path, image) : folderAsStick(path);
}

/**
 * A disk that fails in use: an ext4 that thinks it has 64 MB, of which 1 MB is there. What is written
 * beyond is an error of the disk, at the next sync.
 */
export async function wornDisk(folder: string): Promise<FailingDisk> {
  const under = join(folder, 'worn-under');
  const path = join(folder, 'worn');
  await mkdir(under);
  await mkdir(path);
  const size = ['-t', 'tmpfs', '-o', 'size=1M', 'tmpfs', under];
  const small = await run('mount', size).then(
    () => true,
    () => false,
  );
  const image = join(under, 'disk.img');
  if (!small) return folderAsStick(path);
  const disk = (await mountImage(image, path, '64M'))
    ? mountedDisk(path, image)
    : folderAsStick(path);
  return {
    ...disk,
    remove: async () => {
      await disk.remove();
      await run('umount', ['-l', under]);
    },
  };
}

async function mountImage(image: string, path: string, size: string): Promise<boolean> {
  try {
    await run('truncate', ['-s', size, image]);
    await run('mkfs.ext4', ['-q', '-m', '0', image]);
    await run('mount', ['-o', 'loop', image, path]);
    return true;
  } catch {
    await rm(image, { force: true });
    return false;
  }
}

function mountedDisk(path: string, image: string): FailingDisk {
  return {
    path,
    runOut: () => Promise.resolve(),
    protect: async (on) => void (await run('mount', ['-o', `remount,${on ? 'ro' : 'rw'}`, path])),
    // A file that is open goes on being written, as the kernel does with a stick.
    pull: async () => void (await run('umount', ['-l', path])),
    plugIn: async () => void (await run('mount', ['-o', 'loop', image, path])),
    remove: async () => {
      await run('umount', ['-l', path]).catch(() => undefined);
    },
  };
}

/**
 * A folder whose files may not grow beyond 6 MB, more than the files of a hub's databases ever have;
 * in which a folder lies where the next file is to be; and which is moved away.
 */
function folderAsStick(path: string): FailingDisk {
  const drawer = `${path}.pulled`;
  const inTheWay = join(path, '0001-000002.jsonl', 'in-the-way');
  return {
    path,
    runOut: async (pid) => void (await run('prlimit', ['--fsize=6000000:', '--pid', String(pid)])),
    protect: async (on) => {
      if (on) await mkdir(inTheWay, { recursive: true });
      else await rm(join(inTheWay, '..'), { recursive: true });
    },
    pull: async () => {
      await rename(path, drawer);
      await mkdir(path);
    },
    plugIn: async () => {
      await rm(path, { recursive: true });
      await rename(drawer, path);
    },
    remove: () => Promise.resolve(),
  };
}
