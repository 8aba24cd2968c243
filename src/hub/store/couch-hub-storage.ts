import type { CouchStorage } from '../../sync/store/couch/couch-storage.ts';
import { CouchProtocol } from './couch-protocol.ts';
import type { HubStorage } from './hub-storage.ts';
import type { SequenceSeal } from './sealed-sequence.ts';

/** A hub's databases in CouchDB. */
export function couchHubStorage(storage: CouchStorage, seal: SequenceSeal): HubStorage {
  return {
    open: (name) => storage.open(name),
    make: async (name) => ({ database: await storage.open(name), setAside: null }),
    list: () => storage.list(),
    destroy: (name) => storage.destroy(name),
    close: () => storage.close(),
    protocol: () => new CouchProtocol(storage, seal),
  };
}
