import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { placeGrub } from '../plan/boot-sectors.ts';
import { sectorBytes } from '../plan/disk-layout.ts';
import { grubModules, platformModules } from '../plan/grub-config.ts';
import type { GrubPlatform } from '../plan/grub-config.ts';
import { buildEpoch } from '../plan/root-plan.ts';
import { makeEmpty, writeAt } from './file-bytes.ts';
import type { Programs } from './run-program.ts';

const grubFiles = '/usr/lib/grub';

/** What GRUB is made of. */
export interface GrubOrder {
  /** Its script, which is inside of it. */
  readonly script: string;
  /** An empty folder to work in. */
  readonly work: string;
}

/** GRUB with its script inside of it, for one kind of firmware. */
async function makeGrub(
  { script, work }: GrubOrder,
  platform: GrubPlatform,
  programs: Programs,
): Promise<string> {
  const folder = join(work, platform);
  await mkdir(join(folder, 'boot/grub'), { recursive: true });
  await writeFile(join(folder, 'boot/grub/grub.cfg'), script);
  const memory = join(work, `${platform}.tar`);
  const owner = ['--owner=0', '--group=0', '--sort=name', `--mtime=@${buildEpoch}`];
  await programs.run('tar', ['--create', ...owner, '-f', memory, '-C', folder, 'boot']);
  const image = join(work, `grub-${platform}`);
  const place = ['-O', platform, '-d', join(grubFiles, platform), '-o', image, '-m', memory];
  const modules = [...grubModules, ...platformModules[platform]];
  await programs.run('grub-mkimage', [...place, '-p', '(memdisk)/boot/grub', ...modules]);
  return image;
}

/**
 * GRUB for a BIOS: what belongs into a disk's first sector, and what begins at `start`.
 *
 * @param start in bytes
 */
export async function makeBiosGrub(order: GrubOrder, start: number, programs: Programs) {
  const image = await makeGrub(order, 'i386-pc', programs);
  const boot = await readFile(join(grubFiles, 'i386-pc/boot.img'));
  return placeGrub(boot, await readFile(image), start / sectorBytes);
}

/** Writes GRUB for a BIOS onto a disk whose partition `bios` begins at `start`, in bytes. */
export async function writeBiosGrub(
  order: GrubOrder,
  disk: string,
  start: number,
  programs: Programs,
): Promise<void> {
  const placed = await makeBiosGrub(order, start, programs);
  await writeAt(disk, 0, placed.boot);
  await writeAt(disk, start, placed.core);
}

export interface EfiOrder extends GrubOrder {
  readonly file: string;
  readonly sizeMiB: number;
  readonly label: string;
  /** Eight hex digits. */
  readonly serial: string;
}

/** A file system (FAT32) that UEFI starts GRUB from. */
export async function makeEfiVolume(order: EfiOrder, programs: Programs): Promise<void> {
  const { file, sizeMiB, label, serial } = order;
  await makeEmpty(file, sizeMiB * 1024 ** 2);
  await programs.run('mformat', ['-i', file, '-F', '-v', label, '-N', serial, '::']);
  await programs.run('mmd', ['-i', file, '::/EFI', '::/EFI/BOOT']);
  const image = await makeGrub(order, 'x86_64-efi', programs);
  await programs.run('touch', [`--date=@${buildEpoch}`, image]);
  await programs.run('mcopy', ['-m', '-i', file, image, '::/EFI/BOOT/BOOTX64.EFI']);
}
