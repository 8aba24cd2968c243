import type { RequestHandler } from 'express';
import expressPouchDB from 'express-pouchdb';
import { PouchDB } from '../../sync/store/pouch.ts';
import type { Pouch } from '../../sync/store/pouch.ts';

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

export interface Served {
  /** Names of the databases there are. */
  names(): readonly string[];
  /** One of them, which has been opened by now. */
  opened(name: string): Pouch;
}

/**
 * express-pouchdb over open databases, for use behind the guard only ([HUB1]). It opens none of its
 * own: left to itself it keeps a list in a database beside ours, a missing name in a request would
 * create files, and whoever opens a database a second time has PouchDB read its counters anew, which
 * then are those of before a write under way, or none where reads are refused just then.
 */
export function expressPouchApp({ names, opened }: Served): RequestHandler {
  const statics = Object.assign(PouchDB.defaults({}), {
    allDbs: (done?: (error: null, all: readonly string[]) => void) => {
      done?.(null, names());
      return Promise.resolve(names());
    },
  });
  const app = expressPouchDB(new Proxy(statics, { construct: (_, [name]) => derived(name) }), {
    mode: 'minimumForPouchDB',
    overrideMode: { exclude: left.map((part) => `routes/${part}`) },
  });
  app.disable('x-powered-by');
  app.disable('etag');
  return app;

  /** It puts methods of its own on what it is given. */
  function derived(name: unknown): object {
    return Object.create(opened(String(name)));
  }
}
