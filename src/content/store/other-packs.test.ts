import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  blobsOf,
  damage,
  laterSource,
  pressPack,
  publisher,
  testPack,
  testVersion,
  trustingStore,
} from '../../../tests/factories/pack-press.ts';
import { packSource } from '../../../tests/factories/pack-source.ts';
import { openSafeArchive } from '../archive/safe-archive.ts';
import { packArchiveLimits } from '../archive/archive-limits.ts';

const v2 = testVersion('1.1.0');

async function namesIn(file: string): Promise<number> {
  const archive = await openSafeArchive(file, packArchiveLimits);
  archive.close();
  return archive.entries.length;
}

describe('a pack that requires others', () => {
  const player = (version: string, sequence: number) =>
    packSource({ id: 'org.rean.player', version, sequence });
  const needy = (requires: readonly unknown[]) => packSource({ requires });

  it('comes in where they are, in a version that will do [PKG16]', async () => {
    const { store } = await trustingStore();
    await store.install(await pressPack(player('1.4.0', 1)));
    const requires = [{ pack: 'org.rean.player', minimum: '1.2.0' }];
    expect(await store.install(await pressPack(needy(requires)))).toMatchObject({
      outcome: 'installed',
    });
  });

  it('is refused where they are not, with all that is missing [PKG16]', async () => {
    const { store } = await trustingStore();
    await store.install(await pressPack(player('1.4.0', 1)));
    const requires = [
      { pack: 'org.rean.player', exactly: '1.3.0' },
      { pack: 'org.rean.words', minimum: '2.0.0' },
    ];
    await expect(store.install(await pressPack(needy(requires)))).rejects.toMatchObject({
      code: 'pack.requirement-missing',
      facts: { pack: testPack, missing: 'org.rean.player = 1.3.0, org.rean.words ≥ 2.0.0' },
    });
    expect(await store.active(testPack)).toBeNull();
  });

  it('is no pack where it requires itself, or one of them twice [PKG16]', async () => {
    const twice = { pack: 'org.rean.player', minimum: '1.0.0' };
    await expect(pressPack(needy([twice, twice]))).rejects.toThrow('appears twice');
    await expect(pressPack(needy([{ pack: testPack, minimum: '1.0.0' }]))).rejects.toThrow(
      'requires itself',
    );
  });
});

describe('a delta', () => {
  async function releases() {
    const first = await pressPack();
    const later = laterSource('1.1.0', 2);
    const over = (whole: boolean) => pressPack(later, publisher, { file: first, whole });
    return { first, delta: await over(false), whole: await over(true) };
  }

  it('holds what its base lacks, under the signature of the whole pack [PKG17]', async () => {
    const { delta, whole } = await releases();
    // manifest, signature, and the one picture that changed
    expect(await namesIn(delta)).toBe(3);
    expect(await namesIn(whole)).toBe(6);
    const manifestOf = async (file: string) => {
      const archive = await openSafeArchive(file, packArchiveLimits);
      const entry = archive.entry('pack.json');
      const bytes = entry === undefined ? null : await archive.bytes(entry, 1e6);
      archive.close();
      return bytes;
    };
    expect(await manifestOf(delta)).toEqual(await manifestOf(whole));
  });

  it('makes of its base what the whole pack makes of nothing [PKG17]', async () => {
    const { first, delta, whole } = await releases();
    const { store } = await trustingStore();
    await store.install(first);
    expect(await store.install(delta)).toMatchObject({ outcome: 'installed', blobsWritten: 1 });
    expect(await store.verifyInstalled(testPack, v2)).toEqual([]);
    expect(await store.install(whole)).toMatchObject({ outcome: 'already-installed' });
  });

  it('is refused without its base, or where a content of that is damaged [PKG17]', async () => {
    const { first, delta } = await releases();
    const { store, folder } = await trustingStore();
    const refusal = { code: 'pack.base-missing', facts: { base: '1.0.0', lacking: 3 } };
    await expect(store.install(delta)).rejects.toMatchObject(refusal);
    await store.install(first);
    const blobs = await blobsOf(folder);
    const sizes = await Promise.all(blobs.map(async (blob) => (await readFile(blob)).length));
    await damage(blobs[sizes.indexOf(Math.max(...sizes))] ?? '', '"look"');
    await expect(store.install(delta)).rejects.toMatchObject({
      code: 'pack.base-missing',
      facts: { lacking: 1 },
    });
    expect(await store.active(testPack)).toBe('1.0.0');
  });

  it('is built over no other pack, and no later version [PKG17]', async () => {
    const { delta } = await releases();
    const base = { file: delta, whole: false };
    await expect(pressPack(packSource(), publisher, base)).rejects.toThrow("can't be brought over");
    const other = packSource({ id: 'org.rean.other', version: '9.0.0', sequence: 9 });
    await expect(pressPack(other, publisher, base)).rejects.toThrow("can't be brought over");
  });
});
