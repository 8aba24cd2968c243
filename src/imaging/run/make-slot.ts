import { stat } from 'node:fs/promises';
import { ReanError } from '../../shared/errors.ts';
import { mebibyte, partitionOf } from '../plan/disk-layout.ts';
import type { DiskLayout } from '../plan/disk-layout.ts';
import { buildEpoch } from '../plan/root-plan.ts';
import type { Programs } from './run-program.ts';

/**
 * The root as one read-only file system, as it lies in a slot. Compressed by gzip: GRUB reads the
 * kernel out of it, and knows no zstd there.
 *
 * @throws ReanError `config.invalid` with `problem: 'slot-full'`
 */
export async function makeSlot(
  root: string,
  slot: string,
  layout: DiskLayout,
  programs: Programs,
): Promise<void> {
  const times = ['-mkfs-time', '-all-time'].flatMap((word) => [word, String(buildEpoch)]);
  const words = [
    '-noappend',
    '-no-progress',
    '-comp',
    'gzip',
    '-Xcompression-level',
    '6',
    '-b',
    '262144',
    ...times,
  ];
  // Times are given as words; mksquashfs refuses to be told them by the environment as well.
  const without = ['--unset=SOURCE_DATE_EPOCH', 'mksquashfs'];
  await programs.run('env', [...without, root, slot, ...words]);
  const { size } = await stat(slot);
  const room = partitionOf(layout, 'os-a').sizeMiB * mebibyte;
  if (size > room) throw new ReanError('config.invalid', { problem: 'slot-full', size, room });
}
