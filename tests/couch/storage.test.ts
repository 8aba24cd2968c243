import { storageUnderTest } from '../contract/storage-under-test.ts';
import { describeDatabase } from '../contract/database-contract.ts';
import { clearCouch, couchStorage, freshPrefix } from '../factories/couch-server.ts';

describeDatabase('CouchDB', () => {
  const prefix = freshPrefix();
  const storage = couchStorage(prefix);
  return storageUnderTest(storage, async () => {
    await storage.close();
    await clearCouch(prefix);
  });
});
