import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { nodeDisk } from '../../src/content/disk/node-disk.ts';
import { openPackStore } from '../../src/content/store/pack-store.ts';
import type { PackStore } from '../../src/content/store/pack-store.ts';
import { isReanError } from '../../src/shared/errors.ts';
import { diskCutAt, diskFullFrom, Killed, meddledDisk } from '../factories/faulty-disk.ts';
import { patientWatch, TestOrigin } from '../factories/pack-origins.ts';
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
const wanted = { pack: testPack, version: v2 };

describe('a download of a version', () => {
  let before: string;
  let hub: PackStore;
  /** How many things an undisturbed one does to the disk. */
  let operations: number;

  const bring = async (store: PackStore, origin = new TestOrigin(hub)) => {
    await store.fetch(wanted, origin, patientWatch());
    await store.activate(testPack, v2);
  };
  const stationWithFirst = async () => {
    const { store, folder } = await trustingStore();
    await store.install(before);
    return folder;
  };

  beforeEach(async () => {
    before = await pressPack();
    ({ store: hub } = await trustingStore());
    await hub.install(await pressPack(laterSource('1.1.0', 2)));
    operations = 0;
    const disk = meddledDisk(nodeDisk(), () => {
      operations += 1;
    });
    await bring(await openPackStore(storeOptions(await stationWithFirst(), { disk })));
  });

  it('killed at any operation leaves the version before in use or the new one, and goes on from there [PKG18]', async () => {
    const outcomes = new Set<string | null>();
    for (let number = 1; number <= operations; number += 1) {
      const folder = await stationWithFirst();
      const disk = diskCutAt(nodeDisk(), number);
      const life = openPackStore(storeOptions(folder, { disk, pid: 2 }));
      await expect(life.then(bring)).rejects.toThrow(Killed);
      const next = await openPackStore(storeOptions(folder, { pid: 3 }));
      const active = (await next.active(testPack)) ?? v1;
      outcomes.add(active);
      expect({ number, faults: await next.verifyInstalled(testPack, active) }).toEqual({
        number,
        faults: [],
      });
      await bring(next);
      await next.collect({ wanted: [wanted], pinned: () => false });
      const mended = {
        number,
        active: await next.active(testPack),
        faults: [
          ...(await next.verifyInstalled(testPack, v1)),
          ...(await next.verifyInstalled(testPack, v2)),
        ],
        downloads: await readdir(join(folder, 'downloads')),
      };
      expect(mended).toEqual({ number, active: v2, faults: [], downloads: [] });
    }
    expect([...outcomes]).toEqual([v1, v2]);
  });

  it('on a disk that fills up says so, and comes once there is room [PKG18]', async () => {
    // every third: each of them waits for a real disk many times
    for (let number = 1; number <= operations; number += 3) {
      const folder = await stationWithFirst();
      const disk = diskFullFrom(nodeDisk(), number);
      const error = await openPackStore(storeOptions(folder, { disk }))
        .then(bring)
        .then(
          () => null,
          (failure: unknown) => failure,
        );
      const told = error === null || isReanError(error, 'store.full');
      expect({ number, told }).toEqual({ number, told: true });
      const roomy = await openPackStore(storeOptions(folder));
      expect(await roomy.verifyInstalled(testPack, v1)).toEqual([]);
      await bring(roomy);
      expect(await roomy.verifyInstalled(testPack, v2)).toEqual([]);
    }
  });
});
