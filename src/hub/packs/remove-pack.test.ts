import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { diskCutAt, Killed, meddledDisk } from '../../../tests/factories/faulty-disk.ts';
import { HubLab } from '../../../tests/factories/hub-lab.ts';
import {
  blobsOf,
  laterSource,
  pressPack,
  storeOptions,
  testPack,
  testVersion,
  trustingStore,
} from '../../../tests/factories/pack-press.ts';
import { packSource } from '../../../tests/factories/pack-source.ts';
import { nodeDisk } from '../../content/disk/node-disk.ts';
import { openPackStore } from '../../content/store/pack-store.ts';
import type { PackStore } from '../../content/store/pack-store.ts';
import { packIdSchema } from '../../shared/ids.ts';
import type { Hub } from '../hub.ts';
import { HubPacks } from './hub-packs.ts';
import { publishPacksCommand } from './pack-commands.ts';
import { removePackCommand } from './remove-pack.ts';

const versions = [testVersion('1.0.0'), testVersion('1.1.0')];
const other = packIdSchema.parse('org.rean.other');
const call = { say: () => undefined, signal: new AbortController().signal };

let folder: string;
let store: PackStore;
let hub: Hub;

const remove = (pack = testPack) =>
  removePackCommand.carryOut(hub.parts, { pack }, call).then((answer: unknown) => answer);
const here = async () => (await store.list()).map(({ id }) => id);
const installBoth = async () => {
  await store.install(await pressPack());
  await store.install(await pressPack(laterSource('1.1.0', 2)));
};

beforeEach(async () => {
  const lab = await HubLab.make({ stations: ['kiosk'] });
  ({ store, folder } = await trustingStore());
  const open = () => openPackStore(storeOptions(folder, { disk: nodeDisk() }));
  hub = await lab.open({ packs: new HubPacks({ folder, disk: nodeDisk(), open }) });
});

describe('[PKG25] a pack that was never on the list', () => {
  it('goes from the hub with all its versions, and what only it held', async () => {
    await installBoth();
    await store.install(await pressPack(packSource({ id: other })));
    const shared = (await blobsOf(folder)).length;
    const answer = await remove();
    expect(answer).toMatchObject({ outcome: 'removed', versions });
    expect(answer).toHaveProperty('bytes', expect.any(Number));
    expect(await here()).toEqual([other]);
    expect((await blobsOf(folder)).length).toBeLessThan(shared);
    expect(await store.verifyInstalled(other, testVersion('1.0.0'))).toEqual([]);
    expect(await remove()).toEqual({ outcome: 'not-here' });
  });

  it('can be brought again, and published', async () => {
    await installBoth();
    await remove();
    await installBoth();
    const { listed } = await publishPacksCommand.carryOut(hub.parts, { pack: null }, call);
    expect(listed).toEqual([{ pack: testPack, version: versions[1] }]);
  });

  it('stays where it is on the list, or was', async () => {
    await installBoth();
    await publishPacksCommand.carryOut(hub.parts, { pack: null }, call);
    expect(await remove()).toEqual({ outcome: 'listed' });
    expect(await here()).toEqual([testPack]);
  });

  it('stays where another one requires it', async () => {
    await installBoth();
    const requires = [{ pack: testPack, minimum: '1.0.0' }];
    await store.install(await pressPack(packSource({ id: other, requires })));
    expect(await remove()).toEqual({ outcome: 'required', by: [other] });
    expect(await remove(other)).toMatchObject({ outcome: 'removed' });
    expect(await remove()).toMatchObject({ outcome: 'removed' });
    expect(await blobsOf(folder)).toEqual([]);
  });

  it('is there whole or not at all, wherever its removal is killed', async () => {
    await installBoth();
    const storeOn = (disk: ReturnType<typeof nodeDisk>) =>
      openPackStore(storeOptions(folder, { disk, pid: 2 }));
    let operations = 0;
    const counting = await storeOn(
      meddledDisk(nodeDisk(), () => {
        operations += 1;
      }),
    );
    await counting.remove(testPack);
    const outcomes = new Set<number>();
    for (let number = 1; number <= operations; number += 1) {
      await installBoth();
      const removing = storeOn(diskCutAt(nodeDisk(), number)).then((cut) => cut.remove(testPack));
      await expect(removing).rejects.toThrow(Killed);
      const next = await openPackStore(storeOptions(folder, { pid: 3 }));
      const [found] = await next.list();
      outcomes.add(found?.versions.length ?? 0);
      for (const { version } of found?.versions ?? []) {
        expect(await next.verifyInstalled(testPack, version)).toEqual([]);
      }
      await next.remove(testPack);
      expect({ number, left: await blobsOf(folder) }).toEqual({ number, left: [] });
      expect(await readdir(join(folder, 'tmp'))).toEqual([]);
    }
    expect([...outcomes].toSorted()).toEqual([0, 2]);
  });
});
