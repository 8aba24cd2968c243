import { createHash } from 'node:crypto';
import { ReanError } from '../../shared/errors.ts';

/** MiB; every partition begins and ends on one. */
export const mebibyte = 1024 ** 2;
export const sectorBytes = 512;

/** The partitions of every disk of ours, in their order ([IMG3]). */
export const partitionNames = [
  'bios',
  'esp',
  'os-a',
  'os-b',
  'identity',
  'choice',
  'data',
] as const;
export type PartitionName = (typeof partitionNames)[number];

export interface Partition {
  readonly name: PartitionName;
  /** From 1, as GRUB and sgdisk count. */
  readonly number: number;
  readonly startMiB: number;
  readonly sizeMiB: number;
  /** sgdisk's four hex digits. */
  readonly type: string;
  /** The name in the partition table, which the initrd finds it by. */
  readonly label: string;
}

export interface DiskLayout {
  readonly sizeMiB: number;
  readonly partitions: readonly Partition[];
}

const types: Readonly<Record<PartitionName, string>> = {
  bios: 'ef02',
  esp: 'ef00',
  'os-a': '8300',
  'os-b': '8300',
  identity: '8300',
  choice: '8300',
  data: '8300',
};

/** Room for each but `data`, which has the rest. */
const sizes: Readonly<Record<Exclude<PartitionName, 'data'>, number>> = {
  bios: 1,
  esp: 64,
  'os-a': 2048,
  'os-b': 2048,
  identity: 16,
  choice: 1,
};

/** The table itself, at both ends of the disk. */
const edgeMiB = 1;
/** Less is no use: a year of eight learners a day, packs, and copies for the others. */
const leastDataMiB = 1024;

/** The smallest disk that takes a layout, MiB. */
export const leastDiskMiB =
  2 * edgeMiB + leastDataMiB + Object.values(sizes).reduce((sum, size) => sum + size, 0);

/**
 * Where what lies on a disk of this size.
 *
 * @throws ReanError `config.invalid` with `problem: 'disk-small'`
 */
export function layDisk(sizeMiB: number): DiskLayout {
  if (sizeMiB < leastDiskMiB) {
    throw new ReanError('config.invalid', { problem: 'disk-small', sizeMiB, leastDiskMiB });
  }
  let startMiB = edgeMiB;
  const partitions = partitionNames.map((name, at): Partition => {
    const size = name === 'data' ? sizeMiB - edgeMiB - startMiB : sizes[name];
    const partition = { name, number: at + 1, startMiB, sizeMiB: size };
    startMiB += size;
    return { ...partition, type: types[name], label: `rean-${name}` };
  });
  return { sizeMiB, partitions };
}

export function partitionOf(layout: DiskLayout, name: PartitionName): Partition {
  const found = layout.partitions.find((partition) => partition.name === name);
  if (found === undefined) throw new ReanError('unexpected', { partition: name });
  return found;
}

/** A UUID that is the same whenever the same thing is built: the first half of a hash. */
export function uuidOf(...of: readonly string[]): string {
  const hex = createHash('sha256').update(of.join('\n')).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ];
  return [...parts, hex.slice(20, 32)].join('-');
}

/** sgdisk's words for a new table on `disk`; `seed` makes its GUIDs. */
export function tableWords(layout: DiskLayout, disk: string, seed: string): readonly string[] {
  const sectors = (mib: number) => (mib * mebibyte) / sectorBytes;
  const words = layout.partitions.flatMap(({ name, number, startMiB, sizeMiB, type, label }) => [
    `--new=${number}:${sectors(startMiB)}:${sectors(startMiB + sizeMiB) - 1}`,
    `--typecode=${number}:${type}`,
    `--change-name=${number}:${label}`,
    `--partition-guid=${number}:${uuidOf(seed, name)}`,
  ]);
  return ['--clear', '--set-alignment=2048', `--disk-guid=${uuidOf(seed, 'disk')}`, ...words, disk];
}
