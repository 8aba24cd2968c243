import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Disk } from '../../content/disk/disk.ts';
import type { FlushMeasured } from '../../domain/self-test/judge-machine.ts';
import type { Clock, Randomness } from '../../shared/ports.ts';
import { sysLine } from '../machine/disk-of-folder.ts';
import type { BlockDisk } from '../machine/disk-of-folder.ts';

export interface DiskProbe {
  /** The station's data folder. */
  readonly folder: string;
  readonly disk: Disk;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly randomness: Randomness;
}

const triedName = 'self-test.part';
const writtenBytes = 4 * 1024 * 1024;
const flushes = 15;
const flushedBytes = 4096;

/**
 * Whether what is written comes back as it was; null where nothing can be written. It comes through the system's cache, so
 * that a disk which forgets only shows where the system is told of it.
 */
export async function readsBack({ folder, disk, randomness }: DiskProbe): Promise<boolean | null> {
  const path = join(folder, triedName);
  const bytes = randomness.bytes(writtenBytes);
  try {
    await disk.remove(path);
    const file = await disk.createFile(path, 0o600);
    try {
      await file.write(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    const read = await disk.readFile(path);
    return read !== null && Buffer.from(read).equals(bytes);
  } catch {
    return null;
  } finally {
    await disk.remove(path).catch(() => undefined);
  }
}

/** How long small writes and their flush take there, ms each; null where nothing can be written. */
export async function medianFlushMs(probe: DiskProbe): Promise<number | null> {
  const { folder, disk, clock } = probe;
  const path = join(folder, triedName);
  const took: number[] = [];
  try {
    await disk.remove(path);
    const file = await disk.createFile(path, 0o600);
    try {
      for (let count = 0; count < flushes; count += 1) {
        const begun = clock.monotonicMs();
        await file.write(new Uint8Array(flushedBytes).fill(count));
        await file.sync();
        took.push(clock.monotonicMs() - begun);
      }
    } finally {
      await file.close();
    }
  } catch {
    return null;
  } finally {
    await disk.remove(path).catch(() => undefined);
  }
  return took.toSorted((a, b) => a - b)[Math.floor(flushes / 2)] ?? null;
}

/** What the system says of the disk and of how its file system is mounted. */
export async function flushGround(
  folder: string,
  disk: BlockDisk | null,
): Promise<Pick<FlushMeasured, 'rotational' | 'mountOptions'>> {
  const turns = disk && (await sysLine(join(disk.path, 'queue', 'rotational')));
  const mounts = await readFile('/proc/self/mountinfo', 'utf8').catch(() => '');
  const place = await realpath(folder).catch(() => folder);
  return {
    rotational: turns === null ? null : turns === '1',
    mountOptions: mountOptionsOf(mounts, place),
  };
}

/** The options that the file system of a folder is mounted with. Pure. @param mounts as in /proc/self/mountinfo */
export function mountOptionsOf(mounts: string, folder: string): readonly string[] {
  let options: readonly string[] = [];
  let nearest = -1;
  for (const line of mounts.split('\n')) {
    const [before = '', after = ''] = line.split(' - ');
    const [, , , , point, ofMount] = before.split(' ');
    const [, , ofFileSystem] = after.split(' ');
    if (point === undefined || ofMount === undefined || ofFileSystem === undefined) continue;
    const holds = point === '/' || folder === point || folder.startsWith(`${point}/`);
    // One mounted later hides one before it at the same place.
    if (!holds || point.length < nearest) continue;
    nearest = point.length;
    options = [...ofMount.split(','), ...ofFileSystem.split(',')];
  }
  return options;
}

/**
 * What the disk says of its health to whoever is not root: eMMC tells how much of its life is used. SMART is told to root
 * alone, so that it is null for most.
 */
export async function isHealthy({ path }: BlockDisk): Promise<boolean | null> {
  const life = await sysLine(join(path, 'device', 'life_time'));
  const spares = await sysLine(join(path, 'device', 'pre_eol_info'));
  if (life === null && spares === null) return null;
  const used = (life ?? '').split(/\s+/).map(Number);
  return !used.some((tenths) => tenths > 10) && Number(spares ?? 0) < 3;
}
