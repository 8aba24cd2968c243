import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A fresh folder, removed when the running test is over. */
export async function temporaryFolder(where = tmpdir()): Promise<string> {
  const folder = await mkdtemp(join(where, 'rean-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
