import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from './scratch-folder.ts';
import {
  publishTestRuntime,
  sweepCache,
  testRuntimeFolder,
  withStaging,
} from './test-runtime-cache.ts';

async function publishNew(cache: string, content: string): Promise<void> {
  await withStaging(cache, async (staging) => {
    const made = join(staging, 'runtime');
    await mkdir(made);
    await writeFile(join(made, 'electron'), content);
    await publishTestRuntime(cache, staging, made);
  });
}

describe('the cache of the test runtime', () => {
  it('is cleared of what interrupted runs left, and of nothing else', async () => {
    const cache = await scratchFolder();
    await publishNew(cache, 'whole');
    await mkdir(join(cache, 'staging-abc', 'npm-cache'), { recursive: true });
    await sweepCache(cache);
    expect(await readdir(cache)).toEqual([testRuntimeFolder('')]);
  });

  it('keeps nothing of a run that failed', async () => {
    const cache = await scratchFolder();
    const failed = withStaging(cache, async (staging) => {
      await writeFile(join(staging, 'half.tgz'), 'half');
      throw new Error('the network went away');
    });
    await expect(failed).rejects.toThrow('the network went away');
    expect(await readdir(cache)).toEqual([]);
  });

  it('puts a new runtime in the place of a damaged one', async () => {
    const cache = await scratchFolder();
    await publishNew(cache, 'damaged');
    await publishNew(cache, 'whole');
    expect(await readFile(join(testRuntimeFolder(cache), 'electron'), 'utf8')).toBe('whole');
    expect(await readdir(cache)).toEqual([testRuntimeFolder('')]);
  });

  it('says so when its folder cannot be written', async () => {
    const file = join(await scratchFolder(), 'a-file');
    await writeFile(file, '');
    await expect(sweepCache(join(file, 'runtime'))).rejects.toMatchObject({
      code: 'cache-not-writable',
    });
  });
});
