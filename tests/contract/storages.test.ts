import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLevelStorage } from '../../src/sync/store/level-storage.ts';
import { openMemoryStorage } from '../../src/sync/store/memory-storage.ts';
import { describeLocalDatabase } from './database-contract.ts';

describeLocalDatabase('memory', async () => {
  const storage = openMemoryStorage();
  return { database: await storage.open('events-0001'), close: () => storage.close() };
});

describeLocalDatabase('LevelDB', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rean-contract-'));
  const storage = await openLevelStorage(folder);
  return {
    database: await storage.open('events-0001'),
    close: async () => {
      await storage.close();
      await rm(folder, { recursive: true });
    },
  };
});
