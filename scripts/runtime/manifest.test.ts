import { mkdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isComplete, writeManifest } from './manifest.ts';
import { scratchFolder } from './scratch-folder.ts';

async function runtimeFolder(): Promise<string> {
  const folder = await scratchFolder();
  await mkdir(join(folder, 'locales'));
  await writeFile(join(folder, 'electron'), 'program');
  await writeFile(join(folder, 'locales', 'en-US.pak'), 'texts');
  return folder;
}

describe('a runtime folder', () => {
  it('is complete with every file of its list at full size', async () => {
    const folder = await runtimeFolder();
    await writeManifest(folder, '33.2.1');
    expect(await isComplete(folder, '33.2.1')).toBe(true);
  });

  it('is half-made without its list, which is written last', async () => {
    expect(await isComplete(await runtimeFolder(), '33.2.1')).toBe(false);
  });

  it('is noticed when a file was cut short or lost', async () => {
    const cut = await runtimeFolder();
    await writeManifest(cut, '33.2.1');
    await truncate(join(cut, 'electron'), 3);
    expect(await isComplete(cut, '33.2.1')).toBe(false);

    const lost = await runtimeFolder();
    await writeManifest(lost, '33.2.1');
    await rm(join(lost, 'locales', 'en-US.pak'));
    expect(await isComplete(lost, '33.2.1')).toBe(false);
  });

  it('is not taken for another version, nor on a damaged list', async () => {
    const folder = await runtimeFolder();
    await writeManifest(folder, '33.2.1');
    expect(await isComplete(folder, '45.4.1')).toBe(false);
    await truncate(join(folder, 'rean-runtime.json'), 20);
    expect(await isComplete(folder, '33.2.1')).toBe(false);
  });
});
