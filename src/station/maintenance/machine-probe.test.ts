import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { machineProbe, mountOf } from './machine-probe.ts';

const mounts = `22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 8:6 / /data ro,noatime shared:2 - ext4 /dev/sda6 rw
31 30 8:6 / /data/rean-station rw,noatime shared:2 - ext4 /dev/sda6 rw`;

async function rootWith(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}
const use = () => Promise.resolve({ usedBytes: 3, totalBytes: 10 });

it('[MNT5] finds the innermost mount that the data lie on', () => {
  expect(mountOf(mounts, '/data/rean-station/data')?.writable).toBe(true);
  expect(mountOf(mounts, '/data/other')).toEqual({
    device: '/dev/sda6',
    kind: 'ext4',
    writable: false,
  });
  expect(mountOf(mounts, '/database')?.device).toBe('/dev/sda1');
  expect(mountOf('nothing of the sort', '/data')).toBeNull();
});

it('[MNT5] says what the system says: cards, disk, sound, image', async () => {
  const root = await rootWith({
    'sys/class/net/eth9/carrier': '0\n',
    'sys/class/net/eth9/speed': '-1\n',
    'sys/class/net/eth9/device/vendor': '0x8086\n',
    'sys/class/net/ifb0/carrier': '0\n',
    'sys/class/net/lo/carrier': '1\n',
    'proc/self/mountinfo': mounts,
    'sys/fs/ext4/sda6/errors_count': '2\n',
    'proc/asound/cards':
      ' 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n                      HDA Intel PCH at 0xf7d10000 irq 30\n',
    'usr/share/rean-image/role': 'station\n',
    'usr/share/rean-image/version': '0.1.0\n',
    'proc/cmdline': 'quiet rean.slot=b rw\n',
  });
  const probe = machineProbe('/data/rean-station/data', use, root);
  const cards = await probe.network();
  expect(cards.find(({ name }) => name === 'eth9')).toEqual({
    name: 'eth9',
    addresses: [],
    linked: false,
    speed: null,
  });
  expect(cards.some(({ name }) => name === 'lo' || name === 'ifb0')).toBe(false);
  expect(await probe.disk()).toMatchObject({ freeBytes: 7, totalBytes: 10, faults: 2 });
  expect(await probe.sound()).toEqual(['HDA-Intel - HDA Intel PCH']);
  expect(await probe.image()).toEqual({ role: 'station', version: '0.1.0', slot: 'b' });
});

it('[MNT5] a PC without a sound card, and one that says nothing', async () => {
  const silent = await rootWith({ 'proc/asound/cards': '--- no soundcards ---\n' });
  expect(await machineProbe('/data', use, silent).sound()).toEqual([]);
  const empty = machineProbe('/data', () => Promise.resolve(null), await rootWith({}));
  expect(await empty.sound()).toBeNull();
  expect(await empty.image()).toBeNull();
  expect(await empty.disk()).toMatchObject({ freeBytes: null, partition: null, faults: null });
});
