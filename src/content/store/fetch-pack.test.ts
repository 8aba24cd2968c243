import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeDisk } from '../disk/node-disk.ts';
import {
  blobsOf,
  laterSource,
  pressPack,
  storeOptions,
  testPack,
  testVersion,
  trustingStore,
} from '../../../tests/factories/pack-press.ts';
import { patientWatch, TestOrigin } from '../../../tests/factories/pack-origins.ts';
import { packSource } from '../../../tests/factories/pack-source.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { mintSecretKey } from '../minisign/keys.ts';
import { openPackStore } from './pack-store.ts';

const v1 = testVersion('1.0.0');
const v2 = testVersion('1.1.0');
const first = { pack: testPack, version: v1 };
const second = { pack: testPack, version: v2 };

/** A hub's store with both versions, and a station's with neither. */
async function hubAndStation() {
  const hub = await trustingStore();
  await hub.store.install(await pressPack());
  await hub.store.install(await pressPack(laterSource('1.1.0', 2)));
  const station = await trustingStore();
  return { origin: new TestOrigin(hub.store), hub, ...station };
}

describe('a version from the hub', () => {
  it('comes beside the others, and into use when that is asked for [PKG18]', async () => {
    const { origin, store, folder } = await hubAndStation();
    await store.install(await pressPack());
    const told: string[] = [];
    const progress = (done: number, total: number) => told.push(`${done}/${total}`);
    await store.fetch(second, origin, patientWatch({ progress }));
    expect(await store.active(testPack)).toBe(v1);
    expect(await store.verifyInstalled(testPack, v2)).toEqual([]);
    // the one picture that changed, and nothing else
    expect(origin.asked.filter((path) => path.endsWith(' 0'))).toHaveLength(1);
    const [, total] = (told.at(-1) ?? '').split('/');
    expect(told.at(-1)).toBe(`${total}/${total}`);
    expect(await readdir(join(folder, 'downloads'))).toEqual([]);
    await store.activate(testPack, v2);
    expect(await store.list()).toMatchObject([{ active: v2, previous: v1 }]);
  });

  it('goes on at the byte where the line was cut, over restarts too [PKG18]', async () => {
    const { origin, store, folder } = await hubAndStation();
    origin.bytesLeft = 250;
    await expect(store.fetch(first, origin, patientWatch())).rejects.toMatchObject({
      code: 'hub.unreachable',
    });
    expect(await store.list()).toEqual([]);
    const next = await openPackStore(storeOptions(folder, { pid: 2 }));
    origin.bytesLeft = Number.POSITIVE_INFINITY;
    origin.asked.length = 0;
    await next.fetch(first, origin, patientWatch());
    expect(await next.verifyInstalled(testPack, v1)).toEqual([]);
    // neither description nor signature again, and one content from where it had come to
    expect(origin.asked.filter((path) => path.includes('pack.json'))).toEqual([]);
    expect(origin.asked.some((path) => !path.endsWith(' 0'))).toBe(true);
  });

  it('is given up at once when it is told to, and what came stays [PKG18]', async () => {
    const { origin, store } = await hubAndStation();
    const plenty = 1_000_000;
    origin.bytesLeft = plenty;
    const stop = new AbortController();
    const admit = () => {
      stop.abort();
      return Promise.resolve();
    };
    const watch = patientWatch({ signal: stop.signal, admit });
    await expect(store.fetch(first, origin, watch)).rejects.toThrow('abort');
    let total = 0;
    const progress = (_done: number, all: number) => {
      total = all;
    };
    await store.fetch(first, origin, patientWatch({ progress }));
    // nothing came twice
    expect(plenty - origin.bytesLeft).toBe(total);
  });

  it('is kept out where a content is not what was signed, and comes whole afterwards [PKG18]', async () => {
    const { origin, store, folder } = await hubAndStation();
    origin.meddle = (piece) => Uint8Array.from(piece, (byte) => byte ^ 1);
    await expect(store.fetch(first, origin, patientWatch())).rejects.toMatchObject({
      code: 'pack.checksum-mismatch',
    });
    expect(await blobsOf(folder)).toEqual([]);
    origin.meddle = (piece) => piece;
    await store.fetch(first, origin, patientWatch());
    expect(await store.verifyInstalled(testPack, v1)).toEqual([]);
  });

  it('is kept out where it is longer than was signed [PKG18]', async () => {
    const { origin, store } = await hubAndStation();
    origin.meddle = (piece) => Buffer.concat([piece, piece]);
    await expect(store.fetch(first, origin, patientWatch())).rejects.toMatchObject({
      code: 'pack.checksum-mismatch',
    });
  });

  it('is kept out when its key is not trusted here, or when it is another than was asked for [PKG18]', async () => {
    const { origin, store, hub } = await hubAndStation();
    const stranger = mintSecretKey(seededRandomness(77));
    await hub.store.trust({ name: 'Stranger', publicKey: stranger.publicKey });
    await hub.store.install(await pressPack(packSource({ id: 'org.rean.other' }), stranger));
    const [other] = (await hub.store.list()).map(({ id }) => id);
    const asked = { pack: other ?? testPack, version: v1 };
    await expect(store.fetch(asked, origin, patientWatch())).rejects.toMatchObject({
      code: 'pack.untrusted-key',
    });
    const swapped: typeof origin.file = (ask) =>
      TestOrigin.prototype.file.call(origin, ask.kind === 'blob' ? ask : { ...ask, version: v2 });
    const liar = { file: swapped, blob: origin.blob.bind(origin) };
    await expect(store.fetch(first, liar, patientWatch())).rejects.toMatchObject({
      code: 'pack.manifest-invalid',
    });
  });

  it('is not begun where there is no room for it, and says how much is needed [PKG18]', async () => {
    const { origin, folder } = await hubAndStation();
    const crowded = { ...nodeDisk(), freeBytes: () => Promise.resolve(1000) };
    const store = await openPackStore(storeOptions(folder, { disk: crowded }));
    await expect(store.fetch(first, origin, patientWatch())).rejects.toMatchObject({
      code: 'store.full',
      facts: { freeBytes: 1000 },
    });
    expect(origin.asked.filter((path) => !path.includes('pack.json'))).toEqual([]);
  });

  it('waits, wholly here, for the packs it requires [PKG16]', async () => {
    const { origin, hub, store } = await hubAndStation();
    await hub.store.install(await pressPack(packSource({ id: 'org.rean.player' })));
    const requires = [{ pack: 'org.rean.player', minimum: '1.0.0' }];
    const needy = packSource({ id: 'org.rean.needy', requires });
    await hub.store.install(await pressPack(needy));
    const ids = (await hub.store.list()).map(({ id }) => id);
    const [wanted, player] = ids.map((pack) => ({ pack, version: v1 }));
    if (wanted === undefined || player === undefined) throw new Error('not installed');
    await expect(store.fetch(wanted, origin, patientWatch())).rejects.toMatchObject({
      code: 'pack.requirement-missing',
      facts: { missing: 'org.rean.player ≥ 1.0.0' },
    });
    await store.fetch(player, origin, patientWatch());
    origin.asked.length = 0;
    await store.fetch(wanted, origin, patientWatch());
    expect(origin.asked).toEqual([]);
    expect((await store.list()).map(({ id }) => id)).toEqual([wanted.pack, player.pack]);
  });
});

describe('what nobody needs', () => {
  const v3 = testVersion('1.2.0');
  const nobodyInside = () => false;

  async function threeVersions() {
    const { store, folder } = await trustingStore();
    for (const [index, version] of ['1.0.0', '1.1.0', '1.2.0'].entries()) {
      await store.install(await pressPack(laterSource(version, index + 1)));
    }
    return { store, folder, wanted: [{ pack: testPack, version: v3 }] };
  }

  it('goes, with the contents only it had; in use, the way back and the wanted stay [PKG20]', async () => {
    const { store, folder, wanted } = await threeVersions();
    const before = (await blobsOf(folder)).length;
    expect(await store.collect({ wanted, pinned: nobodyInside })).toEqual([first]);
    expect((await store.list())[0]?.versions.map(({ version }) => version)).toEqual([v2, v3]);
    expect((await blobsOf(folder)).length).toBe(before - 1);
    expect(await store.verifyInstalled(testPack, v2)).toEqual([]);
    await expect(store.open(testPack, v1)).rejects.toMatchObject({ code: 'pack.not-installed' });
  });

  it('stays while somebody is in it, another pack requires it, or the pack is on no list [PKG20]', async () => {
    const { store, wanted } = await threeVersions();
    const inFirst = (_pack: string, version: string) => version === v1;
    expect(await store.collect({ wanted, pinned: inFirst })).toEqual([]);
    expect(await store.collect({ wanted: [], pinned: nobodyInside })).toEqual([]);
    const requires = [{ pack: testPack, exactly: v1 }];
    await store.install(await pressPack(packSource({ id: 'org.rean.needy', requires })));
    expect(await store.collect({ wanted, pinned: nobodyInside })).toEqual([]);
  });

  it('spares what a download counts on, until nobody waits for that [PKG20]', async () => {
    const { origin, store, folder } = await hubAndStation();
    origin.bytesLeft = 250;
    await expect(store.fetch(second, origin, patientWatch())).rejects.toThrow('hub.unreachable');
    expect(await store.collect({ wanted: [second], pinned: nobodyInside })).toEqual([]);
    expect(await readdir(join(folder, 'downloads'))).toEqual([`${testPack}@1.1.0`]);
    await store.collect({ wanted: [first], pinned: nobodyInside });
    expect(await readdir(join(folder, 'downloads'))).toEqual([]);
  });

  it('does not mind what the power left of a download [PKG18]', async () => {
    const { origin, store, folder } = await hubAndStation();
    origin.bytesLeft = 250;
    await expect(store.fetch(first, origin, patientWatch())).rejects.toThrow('hub.unreachable');
    const download = join(folder, 'downloads', `${testPack}@1.0.0`);
    for (const name of await readdir(download)) {
      await writeFile(join(download, name), Buffer.alloc(64));
    }
    origin.bytesLeft = Number.POSITIVE_INFINITY;
    // what begins with other bytes is thrown away at its end, and asked for anew
    await store.fetch(first, origin, patientWatch()).catch(() => undefined);
    await store.fetch(first, origin, patientWatch());
    expect(await store.verifyInstalled(testPack, v1)).toEqual([]);
  });
});
