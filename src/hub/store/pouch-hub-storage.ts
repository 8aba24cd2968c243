import { openOrSetAside } from '../../sync/store/set-aside.ts';
import type { PouchStorage } from '../../sync/store/pouch-storage.ts';
import type { HubStorage } from './hub-storage.ts';
import { PouchProtocol } from './pouch-protocol.ts';

/** A hub's databases in PouchDB: LevelDB in its folder, or memory. */
export function pouchHubStorage(storage: PouchStorage): HubStorage {
  return {
    open: (name) => storage.open(name),
    make: (name) => openOrSetAside(storage, name),
    list: () => storage.list(),
    destroy: (name) => storage.destroy(name),
    close: () => storage.close(),
    protocol: (served) => new PouchProtocol(storage, served),
  };
}
