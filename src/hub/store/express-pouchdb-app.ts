import type { RequestHandler } from 'express';
import expressPouchDB from 'express-pouchdb';
import type { PouchStorage } from '../../sync/store/pouch-storage.ts';

/** Parts of `minimumForPouchDB` that no station needs; views run code that a client sends. */
const left = [
  'all-dbs',
  'all-docs',
  'attachments',
  'compact',
  'root',
  'session-stub',
  'temp-views',
  'view-cleanup',
  'views',
] as const;

/**
 * express-pouchdb over a storage, for use behind the guard only ([HUB1]). It is told which databases
 * there are, so that it opens none of its own: left to itself it keeps a list in a database beside
 * ours, and a missing name in a request would create files.
 */
export function expressPouchApp(
  storage: PouchStorage,
  databases: () => readonly string[],
): RequestHandler {
  const PouchDB = Object.assign(storage.PouchDB.defaults({}), {
    allDbs: (done?: (error: null, names: readonly string[]) => void) => {
      const names = databases();
      done?.(null, names);
      return Promise.resolve(names);
    },
  });
  const app = expressPouchDB(PouchDB, {
    mode: 'minimumForPouchDB',
    overrideMode: { exclude: left.map((part) => `routes/${part}`) },
  });
  app.disable('x-powered-by');
  app.disable('etag');
  return app;
}
