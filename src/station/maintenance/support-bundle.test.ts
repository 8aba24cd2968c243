import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nodeDisk } from '../../content/disk/node-disk.ts';
import type { Disk } from '../../content/disk/disk.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { stationIdSchema } from '../../shared/ids.ts';
import { supportFolder, writeBundle } from './support-bundle.ts';

const report = {
  network: [],
  hub: {
    url: 'https://192.168.1.1:8643',
    reachable: true,
    certified: true,
    ownUntil: null,
    waiting: 0,
    receiptAgeMs: null,
  },
  disk: { folder: '/d', freeBytes: 0, totalBytes: 1, partition: null, faults: null },
  sound: null,
  packs: [],
  check: { state: 'none' as const, done: 0, of: 0, faulty: [] },
  versions: { app: '1', electron: null, chromium: null, node: '20', system: '6', image: null },
  lockdown: [],
  update: null,
};
const status = {
  phase: 'idle' as const,
  hubReachable: true,
  waiting: 0,
  receiptAgeMs: null,
  peers: null,
  notices: [],
  machine: null,
};

const failing = (code: string): Partial<Disk> => ({
  createFile: () => Promise.reject(Object.assign(new Error('no'), { code })),
});

async function written(over: Partial<Disk>) {
  const folder = await temporaryFolder();
  const disk = { ...nodeDisk(), ...over };
  const parts = {
    folder,
    station: stationIdSchema.parse('st-aaaaaaaa'),
    disk,
    clock: { wallMs: () => 1_790_000_000_000 },
    randomness: seededRandomness(9),
  };
  const bundle = writeBundle(parts, report, status);
  const outcome = await bundle.then(
    () => 'written',
    (error: unknown) => error,
  );
  const left = await nodeDisk().list(join(folder, supportFolder));
  return { outcome, left: left.map(({ name }) => name) };
}

it('[MNT8] says that the disk is full, or can not be written, and leaves nothing behind', async () => {
  const full = await written(failing('ENOSPC'));
  expect(full).toMatchObject({ outcome: { code: 'store.full' }, left: [] });
  const shut = await written(failing('EROFS'));
  expect(shut).toMatchObject({
    outcome: { code: 'file.unwritable', facts: { problem: 'EROFS' } },
    left: [],
  });
});

it('[MNT8] is written where there are no logs at all', async () => {
  const { outcome, left } = await written({});
  expect(outcome).toBe('written');
  expect(left).toEqual(['rean-support-st-aaaaaaaa-20260921-141320.zip']);
});
