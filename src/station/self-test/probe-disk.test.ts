import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { meddledDisk } from '../../../tests/factories/faulty-disk.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { nodeDisk } from '../../content/disk/node-disk.ts';
import type { Disk } from '../../content/disk/disk.ts';
import { systemClock, systemRandomness } from '../../sync/machine/system-ports.ts';
import { isHealthy, medianFlushMs, mountOptionsOf, readsBack } from './probe-disk.ts';

async function probeOn(disk: Disk) {
  const folder = await temporaryFolder();
  return { folder, disk, clock: systemClock(), randomness: systemRandomness() };
}

describe('[SLF2] a disk that is tried', () => {
  it('gives back what was written, and keeps nothing of it', async () => {
    const probe = await probeOn(nodeDisk());
    expect(await readsBack(probe)).toBe(true);
    expect(await medianFlushMs(probe)).toBeGreaterThan(0);
    expect(await readdir(probe.folder)).toEqual([]);
  });

  it('is told from one that gives back something else', async () => {
    const forgets: Disk = {
      ...nodeDisk(),
      readFile: async (path) => {
        const bytes = await nodeDisk().readFile(path);
        // More than one byte: of what is random, one is nought already now and then.
        return bytes?.fill(0, 65_536, 65_600) ?? null;
      },
    };
    const probe = await probeOn(forgets);
    expect(await readsBack(probe)).toBe(false);
  });

  it('that takes nothing is said to take nothing, and what a kill left is no obstacle', async () => {
    const full = meddledDisk(nodeDisk(), ({ kind }) => {
      if (kind === 'write') throw new Error('ENOSPC');
    });
    const probe = await probeOn(full);
    expect([await readsBack(probe), await medianFlushMs(probe)]).toEqual([null, null]);
    const again = { ...probe, disk: nodeDisk() };
    await writeFile(join(probe.folder, 'self-test.part'), 'left');
    expect(await readsBack(again)).toBe(true);
  });

  it('says of its health what it can', async () => {
    const disk = { name: 'mmcblk0', path: await temporaryFolder() };
    expect(await isHealthy(disk)).toBeNull();
    await mkdir(join(disk.path, 'device'));
    for (const [life, spares, healthy] of [
      ['0x01 0x0a', '0x01', true],
      ['0x0b 0x02', '0x01', false],
      ['0x01 0x01', '0x03', false],
    ] as const) {
      await writeFile(join(disk.path, 'device', 'life_time'), `${life}\n`);
      await writeFile(join(disk.path, 'device', 'pre_eol_info'), `${spares}\n`);
      expect(await isHealthy(disk)).toBe(healthy);
    }
  });
});

it('[SLF2] the options of the nearest file system count', () => {
  const mounts = [
    '22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw',
    '30 22 8:6 / /data rw,noatime - ext4 /dev/sda6 rw,nobarrier,data=ordered',
    '31 22 8:6 /x /data2 rw - ext4 /dev/sda6 rw',
    'nonsense',
  ].join('\n');
  expect(mountOptionsOf(mounts, '/data/rean-station')).toContain('nobarrier');
  expect(mountOptionsOf(mounts, '/data2/x')).toEqual(['rw', 'rw']);
  expect(mountOptionsOf(mounts, '/home')).toContain('relatime');
  expect(mountOptionsOf('', '/home')).toEqual([]);
});
