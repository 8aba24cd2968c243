import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { gzipSync } from 'node:zlib';
import { choiceVolume } from '../../../src/imaging/plan/boot-choice.ts';

const installer = join(
  import.meta.dirname,
  '../../../build/image/root/usr/lib/rean-image/installer',
);
const path = `/usr/sbin:/usr/bin:/sbin:/bin:${process.env['PATH'] ?? ''}`;
const mib = 1024 ** 2;

/** A disk laid out as a PC's but for its sizes, so that an installation takes a second. */
const layout = [
  ['bios', 1, 1],
  ['esp', 2, 2],
  ['os-a', 4, 24],
  ['os-b', 28, 24],
  ['identity', 52, 16],
  ['choice', 68, 1],
  ['data', 69, 0],
] as const;
export const startMiB = Object.fromEntries(layout.map(([name, start]) => [name, start]));
export const diskMiB = 128;

/** What the build and the stick have, in a folder. */
export interface Bundle {
  readonly parts: string;
  readonly slot: string;
  readonly slotBytes: Buffer;
  readonly sha256: string;
  readonly choice: Buffer;
  readonly esp: Buffer;
}

const noise = (bytes: number, seed: number) =>
  Buffer.from(Array.from({ length: bytes }, (_, at) => (at * seed + (at >> 8)) % 251));

export async function makeBundle(folder: string): Promise<Bundle> {
  const parts = join(folder, 'parts');
  await mkdir(parts, { recursive: true });
  const [slot, slotBytes] = [join(folder, 'slot'), noise(20 * mib + 12_345, 7)];
  const bios = noise(mib, 3);
  bios.write('rean-installing', 2041 * 512);
  const choice = Buffer.from(choiceVolume({ good: 'a', trying: null, tried: false }));
  const esp = noise(2 * mib, 5);
  const words = layout.flatMap(([name, start, size], at) => [
    `--new=${at + 1}:${start * 2048}:${name === 'data' ? '@LAST@' : (start + size) * 2048 - 1}`,
    `--change-name=${at + 1}:rean-${name}`,
  ]);
  const files = {
    layout: layout.map((row) => `${row.join(' ')}\n`).join(''),
    table: ['--clear', ...words].join('\n'),
    'site.json': '{}',
    'site.json.minisig': 'signed',
    'boot.img': noise(440, 11),
    'bios.img.gz': gzipSync(bios),
    'choice.img': choice,
    'esp.img.gz': gzipSync(esp),
  };
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(parts, name), bytes);
  await writeFile(slot, slotBytes);
  const sha256 = createHash('sha256').update(slotBytes).digest('hex');
  return { parts, slot, slotBytes, sha256, choice, esp };
}

/** A disk with something on it, or none. */
export async function makeBlankDisk(disk: string, left = ''): Promise<void> {
  const handle = await open(disk, 'w');
  await handle.truncate(diskMiB * mib);
  await handle.write(left, 0);
  await handle.close();
}

/**
 * Installs onto a file as the initrd does onto a disk.
 *
 * @param cutAfter the power goes once so many steps were told
 * @returns how it ended, null where the power went, and all that was told
 */
export function install(
  bundle: Bundle,
  disk: string,
  cutAfter = Infinity,
): Promise<{ readonly code: number | null; readonly told: readonly string[] }> {
  const { parts, slot, slotBytes, sha256 } = bundle;
  const told: string[] = [];
  const words = [
    parts,
    slot,
    String(slotBytes.length),
    sha256,
    'station',
    '3',
    disk,
    String(diskMiB),
  ];
  const child = spawn('sh', [join(installer, 'put'), 'disk', ...words], {
    env: { PATH: path },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const steps = child.stdio[3];
  if (steps === null || steps === undefined || !('read' in steps)) throw new Error('no pipe');
  createInterface({ input: steps }).on('line', (line) => {
    told.push(line);
    if (told.length === cutAfter && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, told }));
  });
}

/** empty, unfinished or data, as the initrd sees it. */
export async function stateOf(disk: string): Promise<string> {
  const child = spawn('sh', [join(installer, 'disks'), 'state', disk, String(diskMiB)], {
    env: { PATH: path },
  });
  let said = '';
  for await (const bytes of child.stdout) said += String(bytes);
  return said.trim();
}

/** Whether any firmware would start something from it: the EFI partition's first sector is there. */
export async function starts(disk: string, { esp }: Bundle): Promise<boolean> {
  const bytes = await readFile(disk);
  const at = 2 * mib;
  return bytes.subarray(at, at + 512).equals(esp.subarray(0, 512));
}
