import { readFile, readdir } from 'node:fs/promises';
import { networkInterfaces, release } from 'node:os';
import { join } from 'node:path';
import type { DiskFacts, ImageFacts, NetworkCard } from '../../shared/contracts/maintenance.ts';
import type { DiskUse } from '../../domain/disk-level.ts';

/** What a technician is shown of a PC, as its system says it. None of it rejects: what can't be had is null. */
export interface MachineProbe {
  network(): Promise<readonly NetworkCard[]>;
  disk(): Promise<DiskFacts>;
  sound(): Promise<readonly string[] | null>;
  image(): Promise<ImageFacts | null>;
  /** Of the kernel. */
  readonly system: string;
}

/** @param root where the system's own folders begin; `/` but in tests */
export function machineProbe(
  folder: string,
  diskUse: () => Promise<DiskUse | null>,
  root = '/',
): MachineProbe {
  return {
    network: () => networkCards(join(root, 'sys/class/net')),
    disk: () => diskFacts(folder, diskUse, root),
    sound: () => soundCards(join(root, 'proc/asound/cards')),
    image: () => imageFacts(root),
    system: release(),
  };
}

const textOf = async (path: string): Promise<string | null> =>
  (await readFile(path, 'utf8').catch(() => null))?.trim() ?? null;

/** Cards with a device behind them, plugged in or not; where the system lists none, those that have an address. */
async function networkCards(folder: string): Promise<readonly NetworkCard[]> {
  const addresses = networkInterfaces();
  const listed = await readdir(folder).catch((): string[] => []);
  const own = Object.entries(addresses).flatMap(([name, all]) =>
    all?.every(({ internal }) => internal) === false ? [name] : [],
  );
  const real: string[] = [];
  for (const name of listed) {
    const parts = await readdir(join(folder, name)).catch((): string[] => []);
    if (parts.includes('device')) real.push(name);
  }
  const names = [...new Set([...own, ...real])].toSorted();
  return Promise.all(
    names.map(async (name) => {
      const carrier = await textOf(join(folder, name, 'carrier'));
      const speed = Number.parseInt((await textOf(join(folder, name, 'speed'))) ?? '', 10);
      return {
        name,
        addresses: (addresses[name] ?? []).map(({ address }) => address).slice(0, 4),
        linked: carrier === null ? null : carrier === '1',
        speed: speed > 0 ? speed : null,
      };
    }),
  );
}

async function diskFacts(
  folder: string,
  diskUse: () => Promise<DiskUse | null>,
  root: string,
): Promise<DiskFacts> {
  const use = await diskUse().catch(() => null);
  const partition = mountOf((await textOf(join(root, 'proc/self/mountinfo'))) ?? '', folder);
  const device = partition?.device.split('/').at(-1) ?? '';
  const counted = await textOf(join(root, 'sys/fs/ext4', device, 'errors_count'));
  const faults = Number.parseInt(counted ?? '', 10);
  return {
    folder,
    freeBytes: use && use.totalBytes - use.usedBytes,
    totalBytes: use && use.totalBytes,
    partition,
    faults: Number.isNaN(faults) ? null : faults,
  };
}

/** The innermost mount that a folder lies on, of `/proc/self/mountinfo`; see proc(5). */
export function mountOf(mounts: string, folder: string): DiskFacts['partition'] {
  let found: { readonly at: string; readonly partition: DiskFacts['partition'] } | null = null;
  for (const line of mounts.split('\n')) {
    const [before = '', after = ''] = line.split(' - ');
    const [, , , , at = '', options = ''] = before.split(' ');
    const [kind = '', device = ''] = after.split(' ');
    const isAround = at === '/' || folder === at || folder.startsWith(`${at}/`);
    if (at === '' || !isAround || at.length < (found?.at.length ?? 0)) continue;
    const writable = options.split(',').includes('rw');
    found = { at, partition: { device: device.slice(0, 200), kind: kind.slice(0, 200), writable } };
  }
  return found?.partition ?? null;
}

/** ALSA's list: ` 0 [PCH            ]: HDA-Intel - HDA Intel PCH`, and a line more of each. */
async function soundCards(path: string): Promise<readonly string[] | null> {
  const listed = await textOf(path);
  if (listed === null) return null;
  return listed
    .split('\n')
    .flatMap((line) => /^\s*\d+ \[.*\]: (.*)$/.exec(line)?.[1]?.slice(0, 200) ?? []);
}

/** Where this PC was made from an image of ours ([IMG2]). */
async function imageFacts(root: string): Promise<ImageFacts | null> {
  const own = join(root, 'usr/share/rean-image');
  const [role, version] = [await textOf(join(own, 'role')), await textOf(join(own, 'version'))];
  if (role === null || version === null) return null;
  const words = (await textOf(join(root, 'proc/cmdline'))) ?? '';
  const slot = /\brean\.slot=([ab])\b/.exec(words)?.[1] ?? null;
  return { role: role.slice(0, 200), version: version.slice(0, 200), slot };
}
