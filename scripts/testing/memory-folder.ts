import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';

/** Where Linux keeps files in memory; containers often have next to none of it. */
const inMemory = '/dev/shm';
const leastFreeBytes = 2 * 1024 ** 3;

export interface TestFolder {
  /** For the environment of tests that write much; nothing where files in memory find no room. */
  readonly environment: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

/**
 * A folder for temporary files where a sync takes no time. Tests sync thousands of times, and what a
 * power cut would leave is not asked of this machine's disk: those tests replay a disk of their own.
 */
export async function memoryFolder(
  parent = inMemory,
  leastFree = leastFreeBytes,
): Promise<TestFolder> {
  const free = await statfs(parent).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  if (free < leastFree) return { environment: {}, remove: () => Promise.resolve() };
  const folder = await mkdtemp(join(parent, 'rean-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  return { environment: { TMPDIR: folder }, remove };
}
