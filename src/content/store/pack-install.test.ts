import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  blobsOf,
  damage,
  laterSource,
  pressPack,
  publisher,
  storeOptions,
  testPack,
  testProcesses,
  testVersion,
  trustingStore,
} from '../../../tests/factories/pack-press.ts';
import { packSource, plainDrawing } from '../../../tests/factories/pack-source.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { mintSecretKey } from '../minisign/keys.ts';
import { openPackStore } from './pack-store.ts';

const v1 = testVersion('1.0.0');
const v2 = testVersion('1.1.0');

describe('installing a pack', () => {
  it('brings in its contents and makes it the version new sittings get [PKG9]', async () => {
    const { store, folder } = await trustingStore();
    const result = await store.install(await pressPack());
    expect(result).toMatchObject({
      outcome: 'installed',
      pack: testPack,
      version: v1,
      previous: null,
      signedBy: publisher.publicKey.keyId,
      blobsWritten: 4,
    });
    expect(await store.active(testPack)).toBe(v1);
    expect(await store.verifyInstalled(testPack, v1)).toEqual([]);
    expect((await readdir(folder)).sort()).toEqual(['blobs', 'packs', 'tmp', 'trusted-keys.json']);
    expect(await readdir(join(folder, 'tmp'))).toEqual([]);
  });

  it('lets lessons, pictures and recordings be read by their paths', async () => {
    const { store, folder } = await trustingStore();
    await store.install(await pressPack());
    const reader = await store.open(testPack, v1);
    expect((await reader.lesson('first')).activities[0]?.items).toHaveLength(2);
    expect(Buffer.from(await reader.read('pictures/course.svg')).toString()).toBe(plainDrawing());
    const file = await reader.file('pictures/course.svg');
    expect(file).toMatchObject({ mime: 'image/svg+xml', size: plainDrawing().length });
    expect(file.blobPath.startsWith(join(folder, 'blobs'))).toBe(true);
    expect(await readFile(file.blobPath, 'utf8')).toBe(plainDrawing());
  });

  it('changes nothing when the pack is there already [PKG9]', async () => {
    const { store } = await trustingStore();
    const file = await pressPack();
    await store.install(file);
    expect(await store.install(file)).toMatchObject({
      outcome: 'already-installed',
      blobsWritten: 0,
      previous: null,
    });
  });

  it('is refused for a damaged copy of what is there already, which stays [PKG9]', async () => {
    const { store } = await trustingStore();
    const file = await pressPack();
    await store.install(file);
    await damage(file, 'goldenrod');
    const refusal = { code: 'pack.checksum-mismatch', facts: { path: 'pictures/ka.svg' } };
    await expect(store.install(file)).rejects.toMatchObject(refusal);
    expect(await store.verifyInstalled(testPack, v1)).toEqual([]);
  });

  it('puts a version beside the one before, sharing what is the same [PKG10]', async () => {
    const { store, folder } = await trustingStore();
    await store.install(await pressPack());
    const old = await store.open(testPack, v1);
    const later = await store.install(await pressPack(laterSource('1.1.0', 2)));
    expect(later).toMatchObject({ version: v2, previous: v1, blobsWritten: 1 });
    expect(await store.active(testPack)).toBe(v2);
    expect(await blobsOf(folder)).toHaveLength(5);
    // a lesson begun before goes on with the picture it was begun with
    expect(Buffer.from(await old.read('pictures/ka.svg')).toString()).toBe(
      plainDrawing('goldenrod'),
    );
    const again = await store.open(testPack, v1);
    expect(Buffer.from(await again.read('pictures/ka.svg')).toString()).toContain('goldenrod');
    const versions = (await store.list()).flatMap((pack) => pack.versions);
    expect(versions.map(({ kind, version }) => [kind, version])).toEqual([
      ['ready', v1],
      ['ready', v2],
    ]);
  });

  it('is refused for an older version, unless asked for [PKG10]', async () => {
    const { store } = await trustingStore();
    const old = await pressPack();
    await store.install(await pressPack(laterSource('1.1.0', 2)));
    await expect(store.install(old)).rejects.toMatchObject({
      code: 'pack.rollback',
      facts: { reason: 'older', offered: v1, installed: v2, offeredSequence: 1 },
    });
    expect(await store.active(testPack)).toBe(v2);
    expect(await store.install(old, { allowRollback: true })).toMatchObject({ previous: v2 });
    expect(await store.active(testPack)).toBe(v1);
  });

  it('is refused for a second pack of one version or one sequence [PKG10]', async () => {
    const { store } = await trustingStore();
    await store.install(await pressPack());
    await expect(store.install(await pressPack(laterSource('1.0.0', 2)))).rejects.toMatchObject({
      code: 'pack.rollback',
      facts: { reason: 'version-taken' },
    });
    await expect(store.install(await pressPack(laterSource('1.0.1', 1)))).rejects.toMatchObject({
      code: 'pack.rollback',
      facts: { reason: 'sequence-taken' },
    });
  });

  it('is refused for a pack made for a newer app [PKG2]', async () => {
    const { store } = await trustingStore();
    const file = await pressPack(packSource({ minimumApp: '0.10.0' }));
    await expect(store.install(file)).rejects.toMatchObject({
      code: 'pack.app-too-old',
      facts: { needed: '0.10.0', app: '0.1.0' },
    });
  });

  it('is refused for a stranger, until the key is trusted [PKG4]', async () => {
    const { store } = await trustingStore();
    const stranger = mintSecretKey(seededRandomness(50));
    const file = await pressPack(packSource(), stranger);
    await expect(store.install(file)).rejects.toMatchObject({ code: 'pack.untrusted-key' });
    await store.trust({ name: 'Another', publicKey: stranger.publicKey });
    expect((await store.install(file)).signedBy).toBe(stranger.publicKey.keyId);
    expect((await store.trustedKeys()).map(({ name }) => name)).toEqual(['Publisher', 'Another']);
  });

  it('leaves nothing behind when it is refused [PKG9]', async () => {
    const { store, folder } = await trustingStore();
    const file = await pressPack();
    await damage(file, 'goldenrod');
    await expect(store.install(file)).rejects.toMatchObject({
      code: 'pack.checksum-mismatch',
      facts: { path: 'pictures/ka.svg' },
    });
    expect(await blobsOf(folder)).toEqual([]);
    expect(await store.list()).toEqual([]);
    expect(await readdir(join(folder, 'tmp'))).toEqual([]);
  });

  it('does one after the other when asked for two at once', async () => {
    const { store } = await trustingStore();
    const [first, second] = await Promise.all([
      store.install(await pressPack()),
      store.install(await pressPack(laterSource('1.1.0', 2))),
    ]);
    expect([first.previous, second.previous]).toEqual([null, v1]);
  });

  it('is refused while another process installs, and goes on after it died [PKG9]', async () => {
    const { store, folder } = await trustingStore();
    const file = await pressPack();
    await writeFile(join(folder, 'install.lock'), JSON.stringify({ pid: 7, started: null }));
    const beside = await openPackStore({
      ...storeOptions(folder),
      processes: testProcesses(1, [1, 7]),
    });
    await expect(beside.install(file)).rejects.toMatchObject({
      code: 'store.in-use',
      facts: { pid: 7 },
    });
    expect(await store.install(file)).toMatchObject({ outcome: 'installed' });
    expect(await readdir(folder)).not.toContain('install.lock');
  });

  it('is refused when less would stay free than learners may need [PKG9]', async () => {
    const { folder } = await trustingStore();
    const options = { ...storeOptions(folder), reserveBytes: Number.MAX_SAFE_INTEGER / 2 };
    const greedy = await openPackStore(options);
    await expect(greedy.install(await pressPack())).rejects.toMatchObject({
      code: 'store.full',
      facts: { folder, freeBytes: expect.any(Number), neededBytes: expect.any(Number) },
    });
    expect(await blobsOf(folder)).toEqual([]);
  });
});
