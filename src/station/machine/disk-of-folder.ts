import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** The disk a folder lies on, as Linux lists it. */
export interface BlockDisk {
  /** `sda`, `nvme0n1`. */
  readonly name: string;
  /** Its folder under /sys. */
  readonly path: string;
}

/**
 * The disk a folder lies on; null where Linux knows none for it, as in memory, in a layer over others or over a network.
 * @param blocks one link for each device, by its numbers
 */
export async function diskOfFolder(
  folder: string,
  blocks = '/sys/dev/block',
): Promise<BlockDisk | null> {
  try {
    const { dev } = await stat(folder);
    // As glibc's major() and minor() read the number.
    const major = Math.floor(dev / 256) % 4096;
    const minor = (dev % 256) + Math.floor(dev / 2 ** 20) * 256;
    const device = await realpath(join(blocks, `${major}:${minor}`));
    const whole = (await sysLine(join(device, 'partition'))) === null ? device : dirname(device);
    return { name: basename(whole), path: whole };
  } catch {
    return null;
  }
}

const serialFiles = ['device/wwid', 'wwid', 'device/serial', 'serial', 'device/cid', 'uuid'];

/** What tells one disk from another; null where it says nothing. */
export async function serialOf({ path }: BlockDisk): Promise<string | null> {
  for (const name of serialFiles) {
    const line = await sysLine(join(path, name));
    // Some bridges of sticks and cases say the same of every disk in them.
    if (line !== null && !/^[\s0]*$/.test(line)) return line;
  }
  return null;
}

/** What the system says in one line of a file; null where it says nothing. */
export async function sysLine(path: string): Promise<string | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  return text === null || text.trim() === '' ? null : text.trim();
}
