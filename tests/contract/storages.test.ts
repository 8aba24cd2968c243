import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLevelStorage } from '../../src/sync/store/level-storage.ts';
import { openMemoryStorage } from '../../src/sync/store/memory-storage.ts';
import { describeDatabase } from './database-contract.ts';
import { storageUnderTest } from './storage-under-test.ts';

describeDatabase('memory', () => {
  const storage = openMemoryStorage();
  return storageUnderTest(storage, () => storage.close());
});

describeDatabase('LevelDB', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rean-contract-'));
  const storage = await openLevelStorage(folder);
  return storageUnderTest(storage, async () => {
    await storage.close();
    await rm(folder, { recursive: true });
  });
});
