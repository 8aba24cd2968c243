import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
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
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { openPackStore } from './pack-store.ts';

const v1 = testVersion('1.0.0');
const v2 = testVersion('1.1.0');

describe('a store', () => {
  it('is made when its folder is not there, and opens again', async () => {
    const folder = join(await temporaryFolder(), 'deep', 'store');
    await openPackStore(storeOptions(folder));
    expect(await (await openPackStore(storeOptions(folder))).list()).toEqual([]);
  });

  it('does not open where it can have no folder', async () => {
    const folder = join(await temporaryFolder(), 'file');
    await writeFile(folder, 'in the way');
    await expect(openPackStore(storeOptions(folder))).rejects.toMatchObject({
      code: 'store.unopenable',
      facts: { folder, detail: 'ENOTDIR' },
    });
  });

  it('tells what is damaged, and mends it from the same pack [PKG9]', async () => {
    const { store, folder } = await trustingStore();
    const file = await pressPack();
    await store.install(file);
    const reader = await store.open(testPack, v1);
    const picture = await reader.file('pictures/ka.svg');
    const recording = await reader.file('audio/look.ogg');
    await damage(picture.blobPath);
    await rm(recording.blobPath, { force: true });
    expect(await store.verifyInstalled(testPack, v1)).toEqual([
      { code: 'pack.file-missing', path: 'audio/look.ogg' },
      { code: 'pack.checksum-mismatch', path: 'pictures/ka.svg' },
    ]);
    await expect(reader.read('pictures/ka.svg')).rejects.toMatchObject({
      code: 'pack.checksum-mismatch',
      facts: { pack: testPack, version: v1, path: 'pictures/ka.svg' },
    });
    await expect(reader.file('audio/look.ogg')).rejects.toMatchObject({
      code: 'pack.file-missing',
    });
    expect(await store.install(file)).toMatchObject({ outcome: 'mended', blobsWritten: 2 });
    expect(await store.verifyInstalled(testPack, v1)).toEqual([]);
    expect(await blobsOf(folder)).toHaveLength(4);
  });

  it('goes on with the version before when a description is damaged, and mends it [PKG9]', async () => {
    const { store, folder } = await trustingStore();
    const later = await pressPack(laterSource('1.1.0', 2));
    await store.install(await pressPack());
    await store.install(later);
    await damage(join(folder, 'packs', testPack, v2, 'pack.json'));
    expect(await store.active(testPack)).toBe(v1);
    expect(await store.verifyInstalled(testPack, v2)).toEqual([
      { code: 'pack.manifest-invalid', path: 'pack.json' },
    ]);
    await expect(store.open(testPack, v2)).rejects.toMatchObject({ code: 'pack.manifest-invalid' });
    expect(await store.install(later)).toMatchObject({ outcome: 'installed', previous: v1 });
    expect(await store.active(testPack)).toBe(v2);
  });

  it.each(['', '{', '{"format":"rean-active@1","version":"9.9.9"}'])(
    'takes the newest version when its pointer reads %j [PKG9]',
    async (pointer) => {
      const { store, folder } = await trustingStore();
      await store.install(await pressPack());
      await store.install(await pressPack(laterSource('1.1.0', 2)));
      await writeFile(join(folder, 'packs', testPack, 'active.json'), pointer);
      expect(await store.active(testPack)).toBe(v2);
    },
  );

  it('notices a signature of a key no longer trusted', async () => {
    const { store, folder } = await trustingStore();
    await store.install(await pressPack());
    await rm(join(folder, 'trusted-keys.json'));
    expect(await store.verifyInstalled(testPack, v1)).toEqual([
      { code: 'pack.untrusted-key', path: 'pack.json' },
    ]);
  });

  it('says when its list of trusted keys is damaged, and keeps it [PKG4]', async () => {
    const { store, folder } = await trustingStore();
    const path = join(folder, 'trusted-keys.json');
    await writeFile(path, '{"keys": []}');
    await expect(store.install(await pressPack())).rejects.toMatchObject({
      code: 'config.invalid',
      facts: { path },
    });
    await expect(store.trust({ name: 'x', publicKey: publisher.publicKey })).rejects.toMatchObject({
      code: 'config.invalid',
    });
    expect(await readFile(path, 'utf8')).toBe('{"keys": []}');
  });

  it('knows no pack it has not, nor a file outside of one', async () => {
    const { store } = await trustingStore();
    await expect(store.open(testPack, v1)).rejects.toMatchObject({ code: 'pack.not-installed' });
    expect(await store.active(testPack)).toBeNull();
    await store.install(await pressPack());
    const reader = await store.open(testPack, v1);
    for (const path of ['../../trusted-keys.json', 'pack.json', '', 'pictures']) {
      await expect(reader.file(path)).rejects.toMatchObject({ code: 'pack.file-missing' });
    }
  });

  it('clears what an install cut short left, but not one under way [PKG9]', async () => {
    const { folder } = await trustingStore();
    const leftover = join(folder, 'tmp', 'cut-short');
    await mkdir(leftover);
    await writeFile(join(folder, 'install.lock'), JSON.stringify({ pid: 7, started: null }));
    await openPackStore({ ...storeOptions(folder), processes: testProcesses(1, [1, 7]) });
    expect(await readdir(join(folder, 'tmp'))).toEqual(['cut-short']);
    // one that ends just then: another may begin, and take the lock
    const living = [7, 1, 1];
    const ending = testProcesses(1);
    await openPackStore({
      ...storeOptions(folder),
      processes: { ...ending, isRunning: ({ pid }) => Promise.resolve(living.shift() === pid) },
    });
    expect(await readdir(join(folder, 'tmp'))).toEqual(['cut-short']);
    await openPackStore(storeOptions(folder));
    expect(await readdir(join(folder, 'tmp'))).toEqual([]);
  });
});
