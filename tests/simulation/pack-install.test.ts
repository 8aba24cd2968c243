import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { nodeDisk } from '../../src/content/disk/node-disk.ts';
import { openPackStore } from '../../src/content/store/pack-store.ts';
import type { PackStore } from '../../src/content/store/pack-store.ts';
import { isReanError } from '../../src/shared/errors.ts';
import { diskCutAt, diskFullFrom, Killed, meddledDisk } from '../factories/faulty-disk.ts';
import type { Operation } from '../factories/faulty-disk.ts';
import {
  laterSource,
  pressPack,
  storeOptions,
  testPack,
  testVersion,
  trustingStore,
} from '../factories/pack-press.ts';

const v1 = testVersion('1.0.0');
const v2 = testVersion('1.1.0');

describe('an upgrade of a pack', () => {
  let before: string;
  let after: string;
  /** What an undisturbed upgrade does to the disk, in order. */
  let operations: readonly Operation[];

  beforeEach(async () => {
    before = await pressPack();
    after = await pressPack(laterSource('1.1.0', 2));
    operations = await rehearse();
  });

  async function rehearse(): Promise<readonly Operation[]> {
    const { store, folder } = await trustingStore();
    await store.install(before);
    const seen: Operation[] = [];
    const disk = meddledDisk(nodeDisk(), (operation) => seen.push(operation));
    await (await openPackStore(storeOptions(folder, { disk }))).install(after);
    return seen;
  }

  /** A store with the version before, whose upgrade is killed at an operation. */
  async function killedAt(operation: number): Promise<string> {
    const { store, folder } = await trustingStore();
    await store.install(before);
    const disk = diskCutAt(nodeDisk(), operation);
    const life = openPackStore(storeOptions(folder, { disk, pid: 2 }));
    await expect(life.then((doomed) => doomed.install(after))).rejects.toThrow(Killed);
    return folder;
  }

  it('killed at any operation leaves the version before, or the new one whole [PKG9]', async () => {
    const outcomes = new Set<string | null>();
    for (const { number } of operations) {
      const folder = await killedAt(number);
      const next = await openPackStore(storeOptions(folder, { pid: 3 }));
      const active = (await next.active(testPack)) ?? v1;
      outcomes.add(active);
      const found = {
        number,
        leftovers: await readdir(join(folder, 'tmp')),
        faults: await next.verifyInstalled(testPack, active),
        faultsBefore: await next.verifyInstalled(testPack, v1),
      };
      expect(found).toEqual({ number, leftovers: [], faults: [], faultsBefore: [] });
      await next.install(after);
      const mended = {
        number,
        active: await next.active(testPack),
        faults: await next.verifyInstalled(testPack, v2),
        blobs: await blobCount(folder),
      };
      expect(mended).toEqual({ number, active: v2, faults: [], blobs: 5 });
    }
    expect([...outcomes]).toEqual([v1, v2]);
  });

  it('on a disk full from any operation on says so, and gives the room back [PKG9]', async () => {
    const refusals = new Set<number>();
    for (const { number } of operations) {
      const { store, folder } = await trustingStore();
      await store.install(before);
      const error = await upgradeOnFullDisk(folder, number);
      const upgraded = (await store.active(testPack)) === v2;
      if (!upgraded) refusals.add(number);
      const found = {
        number,
        told: upgraded || isReanError(error, 'store.full'),
        leftovers: await readdir(join(folder, 'tmp')),
        wasted: (await blobCount(folder)) - (await namedBlobs(store)),
        faults: await store.verifyInstalled(testPack, v1),
      };
      expect(found).toEqual({ number, told: true, leftovers: [], wasted: 0, faults: [] });
    }
    expect(refusals.size).toBeGreaterThan(10);
  });

  async function upgradeOnFullDisk(folder: string, from: number): Promise<unknown> {
    const disk = diskFullFrom(nodeDisk(), from);
    try {
      await (await openPackStore(storeOptions(folder, { disk }))).install(after);
      return null;
    } catch (error) {
      return error;
    }
  }

  const commitOf = (all: readonly Operation[]) =>
    all.find(({ kind, to }) => kind === 'rename' && to?.endsWith(v2))?.number ?? 0;

  it('goes on from the contents that an upgrade cut short had verified [PKG9]', async () => {
    const folder = await killedAt(commitOf(operations));
    expect(await blobCount(folder)).toBe(5);
    const next = await openPackStore(storeOptions(folder, { pid: 3 }));
    expect(await next.install(after)).toMatchObject({ outcome: 'installed', blobsWritten: 0 });
  });

  it('leaves contents that another install may clear away when it needs the room [PKG9]', async () => {
    const folder = await killedAt(commitOf(operations));
    const crowded = {
      ...nodeDisk(),
      freeBytes: async () => ((await blobCount(folder)) > 4 ? 0 : 1_000_000_000),
    };
    const next = await openPackStore(storeOptions(folder, { pid: 3, disk: crowded }));
    await expect(next.install(before)).resolves.toMatchObject({ outcome: 'already-installed' });
    expect(await blobCount(folder)).toBe(4);
  });
});

async function blobCount(folder: string): Promise<number> {
  const entries = await readdir(join(folder, 'blobs'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).length;
}

/** How many different contents the installed versions name. */
async function namedBlobs(store: PackStore): Promise<number> {
  const versions = (await store.list()).flatMap((pack) => pack.versions);
  const ready = versions.filter((version) => version.kind === 'ready');
  return new Set(ready.flatMap(({ manifest }) => manifest.files.map(({ sha256 }) => sha256))).size;
}
