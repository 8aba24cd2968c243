import { mkdir, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isComplete } from './manifest.ts';
import { SetupError } from './setup-error.ts';
import { testRuntime } from './test-runtime.ts';

const stagingPrefix = 'staging-';

/** The finished test runtime's folder in the cache. */
export function testRuntimeFolder(cacheRoot: string): string {
  return join(cacheRoot, `${testRuntime.electronVersion}-r${testRuntime.recipe}`);
}

export async function isTestRuntimeCached(cacheRoot: string): Promise<boolean> {
  return isComplete(testRuntimeFolder(cacheRoot), testRuntime.electronVersion);
}

/**
 * Clears what interrupted runs left. Call it only under the set-up lock.
 *
 * @throws SetupError `cache-not-writable`
 */
export async function sweepCache(cacheRoot: string): Promise<void> {
  try {
    await mkdir(cacheRoot, { recursive: true });
    const left = (await readdir(cacheRoot)).filter((name) => name.startsWith(stagingPrefix));
    await Promise.all(
      left.map((name) => rm(join(cacheRoot, name), { recursive: true, force: true })),
    );
  } catch (cause) {
    throw new SetupError(
      'cache-not-writable',
      {
        happened: `The cache folder ${cacheRoot} cannot be written (${cause instanceof Error ? cause.message : String(cause)}).`,
        means: 'The runtime that opens the windows has nowhere to go.',
        next: 'Free some room or set XDG_CACHE_HOME to a folder you may write, then run the command again.',
      },
      { cause },
    );
  }
}

/** Runs `work` in a new folder on the cache's disk, and clears the folder after it. */
export async function withStaging<T>(
  cacheRoot: string,
  work: (staging: string) => Promise<T>,
): Promise<T> {
  const staging = await mkdtemp(join(cacheRoot, stagingPrefix));
  try {
    return await work(staging);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Puts a finished folder in its place in one rename; a damaged one there is moved off first. */
export async function publishTestRuntime(
  cacheRoot: string,
  staging: string,
  made: string,
): Promise<void> {
  const place = testRuntimeFolder(cacheRoot);
  await rename(place, join(staging, 'damaged')).catch(() => undefined);
  await rename(made, place);
  await flushFolder(cacheRoot);
}
