import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { storeOptions, testPack, testVersion } from '../../../tests/factories/pack-press.ts';
import { packSource, writePackSource } from '../../../tests/factories/pack-source.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { nodeDisk } from '../disk/node-disk.ts';
import { openPackStore } from '../store/pack-store.ts';
import { shipPacks } from './ship-packs.ts';

const tools = { disk: nodeDisk(), randomness: seededRandomness(1) };

/** A site with one good source, `a`, and a store for each name. */
async function site(...names: readonly string[]) {
  const root = await temporaryFolder();
  const folders = {
    sources: join(root, 'content-packs'),
    keys: join(root, 'keys'),
    output: join(root, 'built'),
  };
  await cp(await writePackSource(packSource()), join(folders.sources, 'a'), { recursive: true });
  const stores = [];
  for (const name of names) stores.push(await openPackStore(storeOptions(join(root, name))));
  return { folders, stores };
}

describe("a site's own packs", () => {
  it('are built, signed with its own key and installed in every store [PKG4]', async () => {
    const { folders, stores } = await site('one', 'two');
    const shipped = await shipPacks(tools, folders, stores);
    expect(shipped.map(({ kind }) => kind)).toEqual(['installed', 'installed']);
    for (const store of stores) {
      expect(await store.active(testPack)).toBe(testVersion('1.0.0'));
      expect(await store.verifyInstalled(testPack, testVersion('1.0.0'))).toEqual([]);
    }
  });

  it('are there already at the next start [PKG9]', async () => {
    const { folders, stores } = await site('one');
    await shipPacks(tools, folders, stores);
    expect(await shipPacks(tools, folders, stores)).toMatchObject([
      { kind: 'installed', result: { outcome: 'already-installed' } },
    ]);
  });

  it('do not keep each other out: a faulty source is told apart [PKG7]', async () => {
    const { folders, stores } = await site('one');
    const faulty = await writePackSource(packSource({ id: 'org.rean.other', version: 'one' }));
    await cp(faulty, join(folders.sources, '0-first'), { recursive: true });
    expect(await shipPacks(tools, folders, stores)).toMatchObject([
      { kind: 'source-refused', problems: [{ file: 'pack.source.json', at: 'version' }] },
      { kind: 'installed' },
    ]);
  });

  it('are refused when edited without a new version, the old staying [PKG10]', async () => {
    const { folders, stores } = await site('one');
    await shipPacks(tools, folders, stores);
    const description = join(folders.sources, 'a', 'pack.source.json');
    const text = await readFile(description, 'utf8');
    await writeFile(description, text.replace('"Rean"', '"Rean team"'));
    expect(await shipPacks(tools, folders, stores)).toMatchObject([
      {
        kind: 'install-refused',
        error: { code: 'pack.rollback', facts: { reason: 'version-taken' } },
      },
    ]);
    expect(await stores[0]?.active(testPack)).toBe(testVersion('1.0.0'));
  });
});
