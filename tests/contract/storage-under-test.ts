import { storeIdSchema } from '../../src/shared/ids.ts';
import type { Databases } from '../../src/sync/store/storage.ts';
import { eventMaker } from '../factories/event-maker.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { stationIdentity } from '../factories/station-identity.ts';
import type { DatabaseUnderTest } from './database-contract.ts';

const store = storeIdSchema.parse('00000000000000aa');
const ids = ['learner:1', 'learner:2', 'segments', 'site', 'station:1'];

/** An empty storage, with what the contract suite wants to find in it. */
export async function storageUnderTest(
  storage: Databases,
  close: () => Promise<void>,
): Promise<DatabaseUnderTest> {
  const database = await storage.open('events-0001');
  const source = await storage.open('directory');
  await source.putMany(ids.map((_id) => ({ _id })));
  const event = eventMaker(stationIdentity(seededRandomness(1)), store);
  return { database, sink: database, source, ids, event, close };
}
