import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { diskCutAt, Killed, meddledDisk } from '../../../tests/factories/faulty-disk.ts';
import { HubLab, ask } from '../../../tests/factories/hub-lab.ts';
import { ManualTimers } from '../../../tests/factories/manual-timers.ts';
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
import type { Disk } from '../../content/disk/disk.ts';
import { nodeDisk } from '../../content/disk/node-disk.ts';
import { openPackStore } from '../../content/store/pack-store.ts';
import type { PackStore } from '../../content/store/pack-store.ts';
import type { StationPack } from '../../shared/contracts/pack-api.ts';
import { packIdSchema } from '../../shared/ids.ts';
import type { Semver } from '../../shared/ids.ts';
import type { Hub } from '../hub.ts';
import { HubPacks } from './hub-packs.ts';
import { publishPacksCommand } from './pack-commands.ts';

const versions = ['1.0.0', '1.1.0', '1.2.0', '1.3.0'] as const;
const [v1, v2, v3, v4] = versions.map(testVersion);
const call = { say: () => undefined, signal: new AbortController().signal };

let lab: HubLab;
let folder: string;
let store: PackStore;
let files: readonly string[];
let timers: ManualTimers;
let hub: Hub;

const packsOn = (disk: Disk, pid: number) =>
  new HubPacks({
    folder,
    disk,
    open: () => openPackStore(storeOptions(folder, { disk, pid })),
  });
const openHub = (disk = nodeDisk(), pid = 1) => lab.open({ timers, packs: packsOn(disk, pid) });
const publish = async (file: string) => {
  await store.install(file);
  await publishPacksCommand.carryOut(hub.parts, { pack: null }, call);
};
const here = async (pack = testPack) =>
  (await store.list()).find(({ id }) => id === pack)?.versions.map(({ version }) => version) ?? [];
const gone = async () => (await hub.parts.clearing.look()).map(({ version }) => version);

/** A kiosk tells what it has. */
async function tell(held: readonly (Semver | undefined)[]): Promise<void> {
  const pack: StationPack = {
    pack: testPack,
    title: null,
    active: held.at(-1) ?? null,
    versions: held.flatMap((version) => version ?? []),
    fetching: null,
    ready: null,
    trouble: null,
  };
  const body = { packs: [pack], inside: false };
  expect((await ask(hub, { path: '/v1/packs', body, as: lab.station(0) })).statusCode).toBe(200);
}

beforeEach(async () => {
  lab = await HubLab.make({ stations: ['kiosk', 'supervisor'] });
  ({ store, folder } = await trustingStore());
  timers = new ManualTimers();
  files = await Promise.all(
    versions.map((version, index) =>
      pressPack(index === 0 ? undefined : laterSource(version, index + 1)),
    ),
  );
  hub = await openHub();
});

describe('[PKG24] what a hub keeps of packs', () => {
  it('is what stations get, and what they got before; the rest goes, with what only it held', async () => {
    for (const file of files.slice(0, 3)) await publish(file);
    const held = (await blobsOf(folder)).length;
    expect(await gone()).toEqual([v1]);
    expect(await here()).toEqual([v2, v3]);
    expect((await blobsOf(folder)).length).toBe(held - 1);
    for (const version of [v2, v3]) {
      expect(await store.verifyInstalled(testPack, version ?? testVersion(''))).toEqual([]);
    }
    expect(await gone()).toEqual([]);
  });

  it('is what any station told it has, too: somebody may be in the middle of it', async () => {
    for (const file of files) await publish(file);
    await tell([v1, v4]);
    expect(await gone()).toEqual([v2]);
    await tell([v3, v4]);
    expect(await gone()).toEqual([v1]);
    expect(await here()).toEqual([v3, v4]);
  });

  it('is what was brought and is not published yet, and packs that are on no list', async () => {
    const other = packIdSchema.parse('org.rean.other');
    for (const file of files.slice(0, 2)) await publish(file);
    await store.install(files[2] ?? '');
    await store.install(files[3] ?? '');
    await store.install(await pressPack(packSource({ id: other })));
    await store.install(await pressPack(packSource({ id: other, version: '1.1.0', sequence: 2 })));
    expect(await gone()).toEqual([]);
    expect(await here()).toEqual([v1, v2, v3, v4]);
    expect(await here(other)).toHaveLength(2);
  });

  it('is what another pack requires', async () => {
    for (const file of files.slice(0, 1)) await publish(file);
    const requires = [{ pack: testPack, exactly: '1.0.0' }];
    await store.install(await pressPack(packSource({ id: 'org.rean.needy', requires })));
    for (const file of files.slice(1)) await store.install(file);
    await publishPacksCommand.carryOut(hub.parts, { pack: testPack }, call);
    // never published, versions between them are not what stations got before
    expect(await gone()).toEqual([v2]);
    expect(await here()).toEqual([v1, v3, v4]);
  });

  it('is looked through by itself, once stations had time to tell', async () => {
    for (const file of files.slice(0, 3)) await publish(file);
    expect(await here()).toHaveLength(3);
    timers.elapse(14 * 60_000);
    expect(await here()).toHaveLength(3);
    timers.elapse(15 * 60_000);
    await hub.parts.clearing.stop();
    expect(await here()).toEqual([v2, v3]);
  });

  it('is told a supervisor with the room it takes and what is free', async () => {
    for (const file of files.slice(0, 2)) await publish(file);
    const seen = await ask(hub, { path: '/v1/packs', as: lab.station(1) });
    const { room } = JSON.parse(seen.payload);
    expect(room.takenBytes).toBeGreaterThan(0);
    expect(room).toHaveProperty('freeBytes');
  });

  it('killed at any operation while it clears, it has what stations need, whole, and clears the rest later', async () => {
    for (const file of files.slice(0, 3)) await publish(file);
    const [before] = [await blobsOf(folder)];
    let operations = 0;
    const counting = meddledDisk(nodeDisk(), () => {
      operations += 1;
    });
    const wanted = [v2, v3].flatMap((version) => (version ? [{ pack: testPack, version }] : []));
    expect(await packsOn(counting, 2).collect(wanted)).toHaveLength(1);
    expect(operations).toBeGreaterThan(5);
    for (let number = 1; number <= operations; number += 1) {
      if (!(await here()).includes(v1 ?? testVersion(''))) {
        await store.install(files[0] ?? '', { allowRollback: true });
        await store.activate(testPack, v2 ?? testVersion(''));
        await store.activate(testPack, v3 ?? testVersion(''));
      }
      const cut = packsOn(diskCutAt(nodeDisk(), number), 2);
      await expect(cut.collect(wanted)).rejects.toThrow(Killed);
      // the store's own life goes on in another process
      const next = await openPackStore(storeOptions(folder, { pid: 3 }));
      for (const { version } of wanted) {
        const faults = await next.verifyInstalled(testPack, version);
        expect({ number, version, faults }).toEqual({ number, version, faults: [] });
      }
      await next.collect({ wanted, pinned: () => false });
      expect({ number, here: await here() }).toEqual({ number, here: [v2, v3] });
      expect(await readdir(join(folder, 'tmp'))).toEqual([]);
      expect((await blobsOf(folder)).length).toBe(before.length - 1);
    }
  });
});
