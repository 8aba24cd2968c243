import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
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
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { mintSecretKey } from '../minisign/keys.ts';
import { openPackStore } from './pack-store.ts';

const v1 = testVersion('1.0.0');
const v2 = testVersion('1.1.0');

/** Every blob of a store. */
async function blobsOf(folder: string): Promise<string[]> {
  const names = await readdir(join(folder, 'blobs'), { recursive: true, withFileTypes: true });
  return names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Changes one byte of a file: of a blob that the store holds read-only, or of a pack. */
async function damage(path: string, text = ''): Promise<void> {
  const bytes = await readFile(path);
  const at = bytes.indexOf(text);
  await chmod(path, 0o644);
  await writeFile(
    path,
    Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 1 : byte)),
  );
}

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
    await openPackStore(storeOptions(folder));
    expect(await readdir(join(folder, 'tmp'))).toEqual([]);
  });
});
