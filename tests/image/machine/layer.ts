import { execFile } from 'node:child_process';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { choiceSector } from '../../../src/imaging/plan/boot-choice.ts';
import {
  layDisk,
  mebibyte,
  partitionOf,
  sectorBytes,
} from '../../../src/imaging/plan/disk-layout.ts';
import type { PartitionName } from '../../../src/imaging/plan/disk-layout.ts';
import { readFile } from 'node:fs/promises';

const run = promisify(execFile);

/** A disk of the test's own over an image that stays as it is. */
export async function layOver(image: string, layer: string): Promise<void> {
  await rm(layer, { force: true });
  await run('qemu-img', ['create', '-q', '-f', 'qcow2', '-F', 'raw', '-b', image, layer]);
}

/** An empty disk of the test's own. */
export async function makeDisk(layer: string, sizeMiB: number): Promise<void> {
  await rm(layer, { force: true });
  await run('qemu-img', ['create', '-q', '-f', 'qcow2', layer, `${sizeMiB}M`]);
}

/** Whether anything was ever written to a disk made by `makeDisk`. */
export async function holdsBytes(layer: string): Promise<boolean> {
  const { stdout } = await run('qemu-img', ['map', '-U', '--output=json', layer]);
  return /"data": true/.test(stdout);
}

/** Where a partition of the images built for tests begins, in bytes. */
export const startOf = (name: PartitionName) =>
  partitionOf(layDisk(8192), name).startMiB * mebibyte;

/** Writes the same byte over a stretch of a disk. No machine has it. */
export async function overwrite(layer: string, at: number, bytes: number): Promise<void> {
  await run('qemu-io', ['-f', 'qcow2', '-c', `write -q -P 0x5a ${at} ${bytes}`, layer]);
}

/** Writes bytes at a place of a disk. No machine has it. */
export async function patch(layer: string, at: number, bytes: Uint8Array): Promise<void> {
  const file = join(tmpdir(), `rean-patch-${process.pid}`);
  const handle = await open(file, 'w');
  await handle.write(bytes);
  await handle.close();
  await run('qemu-io', ['-f', 'qcow2', '-c', `write -q -s ${file} ${at} ${bytes.length}`, layer]);
  await rm(file);
}

/** The sector that says which slot starts, read while a machine may have the disk. */
export async function choiceOn(layer: string): Promise<string> {
  const at = startOf('choice') + choiceSector * sectorBytes;
  const { stdout } = await run('qemu-io', [
    '-U',
    '-r',
    '-f',
    'qcow2',
    '-c',
    `read -v ${at} 512`,
    layer,
  ]);
  const hex = stdout
    .split('\n')
    .map((line) => /^[0-9a-f]+: {2}((?:[0-9a-f]{2} )+)/.exec(line)?.[1]);
  const bytes = Buffer.from(hex.join('').replaceAll(' ', ''), 'hex');
  return bytes
    .toString('latin1')
    .replace(/^#.*\n/, '')
    .replace(/#+$/, '')
    .trim();
}

/** A stick (FAT) with these files in its folder `rean`. */
export async function makeStick(stick: string, files: readonly string[]): Promise<void> {
  const sizes = await Promise.all(files.map(async (file) => (await readFile(file)).length));
  const size = sizes.reduce((sum, bytes) => sum + bytes, 64 * mebibyte);
  const handle = await open(stick, 'w');
  await handle.truncate(Math.ceil(size / mebibyte) * mebibyte);
  await handle.close();
  await run('mformat', ['-i', stick, '-F', '-v', 'STICK', '::']);
  await run('mmd', ['-i', stick, '::/rean']);
  await run('mcopy', ['-i', stick, ...files, '::/rean/']);
}
