import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { choiceSector, formatChoice } from '../plan/boot-choice.ts';
import { placeGrub } from '../plan/boot-sectors.ts';
import { mebibyte, partitionOf, sectorBytes, tableWords, uuidOf } from '../plan/disk-layout.ts';
import type { DiskLayout, PartitionName } from '../plan/disk-layout.ts';
import { espLabel, grubConfig, grubModules, platformModules } from '../plan/grub-config.ts';
import type { GrubPlatform } from '../plan/grub-config.ts';
import { buildEpoch } from '../plan/root-plan.ts';
import { copyInto, writeAt } from './file-bytes.ts';
import type { Programs } from './run-program.ts';

const grubFiles = '/usr/lib/grub';

export interface DiskOrder {
  readonly layout: DiskLayout;
  /** The file system of a slot. */
  readonly slot: string;
  /** Makes GUIDs: one site's images of a role and version have the same. */
  readonly seed: string;
  /** Files of the partition `identity`, by name. */
  readonly identity: Readonly<Record<string, Uint8Array>>;
  /** An empty folder to work in. */
  readonly work: string;
  /** The disk's image; what is there is written over. */
  readonly disk: string;
}

/** A whole disk in a file, made without a loop device and without a mount ([IMG3]). */
export async function makeDisk(order: DiskOrder, programs: Programs): Promise<void> {
  const { layout, disk, slot } = order;
  const startOf = (name: PartitionName) => partitionOf(layout, name).startMiB * mebibyte;
  await rm(disk, { force: true });
  await makeEmpty(disk, layout.sizeMiB * mebibyte);
  await programs.run('sgdisk', tableWords(layout, disk, order.seed));
  await makeBoot(order, programs);
  await copyInto(await makeEsp(order, programs), disk, startOf('esp'));
  await copyInto(slot, disk, startOf('os-a'));
  const dataUuid = uuidOf(order.seed, 'data');
  const files = { ...order.identity, 'data-uuid': Buffer.from(`${dataUuid}\n`) };
  const identity = await makeFiles(order, 'identity', files, programs);
  await copyInto(identity, disk, startOf('identity'));
  await copyInto(await makeFiles(order, 'data', {}, programs), disk, startOf('data'));
}

async function makeEmpty(file: string, bytes: number): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.truncate(bytes);
  } finally {
    await handle.close();
  }
}

/** GRUB with its script inside of it, for one kind of firmware. */
async function makeGrub(
  { work }: DiskOrder,
  platform: GrubPlatform,
  programs: Programs,
): Promise<string> {
  const folder = join(work, platform);
  await mkdir(join(folder, 'boot/grub'), { recursive: true });
  await writeFile(join(folder, 'boot/grub/grub.cfg'), grubConfig());
  const memory = join(work, `${platform}.tar`);
  const owner = ['--owner=0', '--group=0', '--sort=name', `--mtime=@${buildEpoch}`];
  await programs.run('tar', ['--create', ...owner, '-f', memory, '-C', folder, 'boot']);
  const image = join(work, `grub-${platform}`);
  await programs.run('grub-mkimage', [
    '-O',
    platform,
    '-d',
    join(grubFiles, platform),
    '-o',
    image,
    '-m',
    memory,
    '-p',
    '(memdisk)/boot/grub',
    ...grubModules,
    ...platformModules[platform],
  ]);
  return image;
}

async function makeBoot(order: DiskOrder, programs: Programs): Promise<void> {
  const { layout, disk } = order;
  const start = partitionOf(layout, 'bios').startMiB * mebibyte;
  const image = await makeGrub(order, 'i386-pc', programs);
  const boot = await readFile(join(grubFiles, 'i386-pc/boot.img'));
  const placed = placeGrub(boot, await readFile(image), start / sectorBytes);
  await writeAt(disk, 0, placed.boot);
  await writeAt(disk, start, placed.core);
  const choice = formatChoice({ good: 'a', trying: null, tried: false });
  await writeAt(disk, start + choiceSector * sectorBytes, choice);
}

async function makeEsp(order: DiskOrder, programs: Programs): Promise<string> {
  const file = join(order.work, 'esp.img');
  await makeEmpty(file, partitionOf(order.layout, 'esp').sizeMiB * mebibyte);
  const serial = uuidOf(order.seed, 'esp').slice(0, 8);
  await programs.run('mformat', ['-i', file, '-F', '-v', espLabel, '-N', serial, '::']);
  await programs.run('mmd', ['-i', file, '::/EFI', '::/EFI/BOOT']);
  const image = await makeGrub(order, 'x86_64-efi', programs);
  await programs.run('touch', [`--date=@${buildEpoch}`, image]);
  await programs.run('mcopy', ['-m', '-i', file, image, '::/EFI/BOOT/BOOTX64.EFI']);
  return file;
}

/** A file system with these files in it and nothing else. */
async function makeFiles(
  order: DiskOrder,
  name: 'identity' | 'data',
  files: Readonly<Record<string, Uint8Array>>,
  programs: Programs,
): Promise<string> {
  const folder = join(order.work, name);
  await mkdir(folder);
  for (const [file, bytes] of Object.entries(files)) await writeFile(join(folder, file), bytes);
  const image = join(order.work, `${name}.ext4`);
  await makeEmpty(image, partitionOf(order.layout, name).sizeMiB * mebibyte);
  const uuid = uuidOf(order.seed, name);
  await programs.run('mke2fs', [
    '-q',
    '-F',
    '-t',
    'ext4',
    '-L',
    `rean-${name}`,
    '-U',
    uuid,
    '-d',
    folder,
    '-E',
    `hash_seed=${uuid},root_owner=0:0,lazy_itable_init=0`,
    image,
  ]);
  return image;
}
