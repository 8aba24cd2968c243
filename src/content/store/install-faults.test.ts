import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskFullError, meddledDisk } from '../../../tests/factories/faulty-disk.ts';
import type { Operation } from '../../../tests/factories/faulty-disk.ts';
import {
  laterSource,
  pressPack,
  publisher,
  storeOptions,
  testPack,
  testVersion,
  trustingStore,
} from '../../../tests/factories/pack-press.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { archiveError } from '../archive/archive-fault.ts';
import { nodeDisk } from '../disk/node-disk.ts';
import { openPackStore } from './pack-store.ts';
import type { PackStore } from './pack-store.ts';

const v1 = testVersion('1.0.0');
const v2 = testVersion('1.1.0');

/** Does what `work` does and writes down every operation. */
async function traceOf(folder: string, work: (store: PackStore) => Promise<unknown>) {
  const operations: Operation[] = [];
  const disk = meddledDisk(nodeDisk(), (operation) => operations.push(operation));
  await work(await openPackStore(storeOptions(folder, { disk })));
  return operations;
}

describe('an install', () => {
  it('forces everything to the disk before the step that relies on it [PKG9]', async () => {
    const { store, folder } = await trustingStore();
    await store.install(await pressPack());
    const after = await pressPack(laterSource('1.1.0', 2));
    const operations = await traceOf(folder, (traced) => traced.install(after));
    const moves = operations.filter(({ kind, to }) => kind === 'rename' && to?.startsWith(folder));
    const pointer = moves.find(({ to }) => to?.endsWith('active.json'));
    const versionFolder = moves.find(({ to }) => to?.endsWith(v2));
    const blobs = moves.filter(({ to }) => to?.startsWith(join(folder, 'blobs')));
    expect(blobs).toHaveLength(1);
    const doneBefore = (limit: Operation | undefined, kind: Operation['kind'], path: string) =>
      operations.some(
        (one) => one.kind === kind && one.path === path && one.number < (limit?.number ?? 0),
      );
    for (const move of [...blobs, pointer]) {
      expect(doneBefore(move, 'sync', move?.path ?? ''), 'content before its name').toBe(true);
    }
    for (const { to } of blobs) {
      expect(doneBefore(versionFolder, 'syncFolder', dirname(to ?? '')), 'names before use').toBe(
        true,
      );
    }
    expect(doneBefore(versionFolder, 'syncFolder', join(folder, 'blobs'))).toBe(true);
    expect(doneBefore(pointer, 'syncFolder', join(folder, 'packs', testPack))).toBe(true);
    const last = operations.findLast(({ kind }) => kind === 'syncFolder');
    expect(last?.number).toBeGreaterThan(pointer?.number ?? Infinity);
    expect(last?.path).toBe(join(folder, 'packs', testPack));
  });

  it('goes on from what was verified when the stick it reads from was pulled out [PKG9]', async () => {
    const { store, folder } = await trustingStore();
    const file = await pressPack();
    let blobs = 0;
    const disk = meddledDisk(nodeDisk(), ({ kind, path }) => {
      if (kind !== 'createFile' || !/[0-9a-f]{64}$/.test(path)) return;
      blobs += 1;
      if (blobs === 3) throw archiveError('unreadable', { entry: path, detail: 'EIO' });
    });
    const interrupted = await openPackStore(storeOptions(folder, { disk }));
    await expect(interrupted.install(file)).rejects.toMatchObject({
      code: 'pack.archive-invalid',
      facts: { reason: 'unreadable', detail: 'EIO' },
    });
    expect(await store.list()).toEqual([]);
    expect(await store.install(file)).toMatchObject({ outcome: 'installed', blobsWritten: 2 });
  });
});

describe('a full disk', () => {
  const full = () =>
    meddledDisk(nodeDisk(), ({ kind }) => {
      if (kind === 'write' || kind === 'createFile') throw diskFullError();
    });

  it('does not keep a store from opening and being read [PKG9]', async () => {
    const { store, folder } = await trustingStore();
    await store.install(await pressPack());
    const squeezed = await openPackStore(storeOptions(folder, { disk: full() }));
    const reader = await squeezed.open(testPack, v1);
    expect((await reader.lesson('first')).id).toBe('first');
  });

  it('refuses to trust another key without losing those trusted', async () => {
    const { folder } = await trustingStore();
    const squeezed = await openPackStore(storeOptions(folder, { disk: full() }));
    const key = { name: 'Other', publicKey: publisher.publicKey };
    await expect(squeezed.trust(key)).rejects.toMatchObject({ code: 'store.full' });
    expect((await squeezed.trustedKeys()).map(({ name }) => name)).toEqual(['Publisher']);
  });

  it('keeps a new store from being made, saying why', async () => {
    const folder = join(await temporaryFolder(), 'store');
    const disk = meddledDisk(nodeDisk(), () => {
      throw diskFullError();
    });
    await expect(openPackStore(storeOptions(folder, { disk }))).rejects.toMatchObject({
      code: 'store.full',
      facts: { folder },
    });
  });
});
