import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAt } from './file-bytes.ts';

const script = join(
  import.meta.dirname,
  '../../../build/image/root/usr/lib/rean-image/installer/disks',
);
const disks = (...words: readonly string[]) =>
  spawnSync('sh', [script, ...words], { encoding: 'utf8' });

interface Disk {
  readonly gigabytes: number;
  readonly removable?: boolean;
  readonly model?: string;
  readonly type?: string;
  /** Where it hangs. */
  readonly bus?: string;
}

/** The script that runs in the initrd, on a folder that is laid out as /sys. */
describe('the disk an installer may write to', () => {
  let sys: string;

  const plug = (
    name: string,
    { gigabytes, removable = false, model, type, bus = 'ata1' }: Disk,
  ) => {
    const folder = join(sys, 'devices/pci0000:00', bus, 'block', name);
    mkdirSync(join(folder, 'device'), { recursive: true });
    writeFileSync(join(folder, 'size'), `${(gigabytes * 1024 ** 3) / 512}\n`);
    writeFileSync(join(folder, 'removable'), removable ? '1\n' : '0\n');
    if (model !== undefined) writeFileSync(join(folder, 'device/model'), `${model}\n`);
    if (type !== undefined) writeFileSync(join(folder, 'device/type'), `${type}\n`);
    symlinkSync(folder, join(sys, 'block', name));
  };
  const only = (leastMiB = 6000) => {
    const { status, stdout } = disks('only', sys, String(leastMiB));
    return { status, said: stdout.trim().split('\n') };
  };

  beforeEach(() => {
    sys = mkdtempSync(join(tmpdir(), 'rean-sys-'));
    mkdirSync(join(sys, 'block'));
  });
  afterEach(() => rmSync(sys, { recursive: true }));

  it('is the one that is built in, with its size and name [INS3]', () => {
    plug('sda', { gigabytes: 120, model: 'KINGSTON  SA400S3  ' });
    expect(only()).toEqual({ status: 0, said: ['sda 122880 KINGSTON SA400S3'] });
  });

  it.each([
    ['nvme0n1', { gigabytes: 250, model: 'NVMe disk' }],
    ['vda', { gigabytes: 8 }],
    ['mmcblk0', { gigabytes: 32, type: 'MMC' }],
  ])('may be called %s', (name, disk) => {
    plug(name, disk);
    expect(only().status).toBe(0);
  });

  it('is never a stick, a card, or a disk on a USB cable [INS3]', () => {
    plug('sda', { gigabytes: 32, removable: true, bus: 'usb1/1-2' });
    plug('sdb', { gigabytes: 1000, bus: 'usb2/2-1' });
    plug('sdc', { gigabytes: 64, removable: true });
    plug('mmcblk0', { gigabytes: 64, type: 'SD' });
    plug('mmcblk1boot0', { gigabytes: 1, type: 'MMC' });
    plug('sr0', { gigabytes: 1, removable: true });
    plug('loop0', { gigabytes: 1 });
    plug('ram0', { gigabytes: 1 });
    plug('nvme0c0n1', { gigabytes: 100 });
    expect(only()).toEqual({ status: 2, said: [''] });
  });

  it('is none where there are two, and both are told [INS3]', () => {
    plug('sda', { gigabytes: 120, model: 'one' });
    plug('sdb', { gigabytes: 500, model: 'two' });
    expect(only()).toEqual({ status: 3, said: ['sda 122880 one', 'sdb 512000 two'] });
  });

  it('is none where it is too small [INS3]', () => {
    plug('sda', { gigabytes: 4, model: 'small' });
    expect(only()).toEqual({ status: 4, said: ['sda 4096 small'] });
  });

  it('is told by a name that can’t do anything on a screen', () => {
    plug('sda', { gigabytes: 120, model: 'A\u001b[2JB\u0007' });
    expect(only().said).toEqual(['sda 122880 A[2JB']);
  });
});

describe('what is on a disk already', () => {
  const mib = 16;
  let disk: string;
  const state = () => disks('state', disk, String(mib)).stdout.trim();

  beforeEach(() => {
    disk = join(mkdtempSync(join(tmpdir(), 'rean-disk-')), 'disk');
    writeFileSync(disk, '');
    truncateSync(disk, mib * 1024 ** 2);
  });
  afterEach(() => rmSync(join(disk, '..'), { recursive: true }));

  it('is nothing only where both ends are blank [INS3]', async () => {
    expect(state()).toBe('empty');
    await writeAt(disk, mib * 1024 ** 2 - 512, Buffer.from('EFI PART'));
    expect(state()).toBe('data');
  });

  it.each([
    ['a table of partitions', 510],
    ['a file system without one', 1080],
    ['a file system whose mark comes late', 0x10040],
  ])('is something where there is %s [INS3]', async (_, at) => {
    await writeAt(disk, at, Buffer.from([0x55, 0xaa]));
    expect(state()).toBe('data');
  });

  it('is an installation that was cut off only by the mark that one leaves [INS4]', async () => {
    const at = (2048 + 2041) * 512;
    await writeAt(disk, at, Buffer.from('rean-instal'));
    await writeAt(disk, 510, Buffer.from([0x55, 0xaa]));
    expect(state()).toBe('data');
    await writeAt(disk, at, Buffer.from('rean-installing'));
    expect(state()).toBe('unfinished');
  });
});
