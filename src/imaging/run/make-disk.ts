import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { choiceVolume } from '../plan/boot-choice.ts';
import { mebibyte, partitionOf, tableWords, uuidOf } from '../plan/disk-layout.ts';
import type { DiskLayout, PartitionName } from '../plan/disk-layout.ts';
import { espLabel, grubConfig } from '../plan/grub-config.ts';
import { copyInto, makeEmpty, writeAt } from './file-bytes.ts';
import { makeEfiVolume, writeBiosGrub } from './make-grub.ts';
import type { Programs } from './run-program.ts';

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

async function makeBoot(order: DiskOrder, programs: Programs): Promise<void> {
  const { layout, disk, work } = order;
  const start = partitionOf(layout, 'bios').startMiB * mebibyte;
  await writeBiosGrub({ script: grubConfig(), work }, disk, start, programs);
  const choice = choiceVolume({ good: 'a', trying: null, tried: false });
  await writeAt(disk, partitionOf(layout, 'choice').startMiB * mebibyte, choice);
}

async function makeEsp({ layout, work, seed }: DiskOrder, programs: Programs): Promise<string> {
  const file = join(work, 'esp.img');
  const { sizeMiB } = partitionOf(layout, 'esp');
  const serial = uuidOf(seed, 'esp').slice(0, 8);
  const order = { script: grubConfig(), work, file, sizeMiB, label: espLabel, serial };
  await makeEfiVolume(order, programs);
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
