import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeIdSchema } from '../../src/shared/ids.ts';
import { openLevelStorage } from '../../src/sync/store/level-storage.ts';
import { openMemoryStorage } from '../../src/sync/store/memory-storage.ts';
import type { Storage } from '../../src/sync/store/storage.ts';
import { eventMaker } from '../factories/event-maker.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { stationIdentity } from '../factories/station-identity.ts';
import { describeDatabase } from './database-contract.ts';
import type { DatabaseUnderTest } from './database-contract.ts';

const store = storeIdSchema.parse('00000000000000aa');
const ids = ['learner:1', 'learner:2', 'segments', 'site', 'station:1'];

async function underTest(storage: Storage, close: () => Promise<void>): Promise<DatabaseUnderTest> {
  const database = await storage.open('events-0001');
  const source = await storage.open('directory');
  await source.putMany(ids.map((_id) => ({ _id })));
  const event = eventMaker(stationIdentity(seededRandomness(1)), store);
  return { database, sink: database, source, ids, event, close };
}

describeDatabase('memory', () => {
  const storage = openMemoryStorage();
  return underTest(storage, () => storage.close());
});

describeDatabase('LevelDB', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rean-contract-'));
  const storage = await openLevelStorage(folder);
  return underTest(storage, async () => {
    await storage.close();
    await rm(folder, { recursive: true });
  });
});
