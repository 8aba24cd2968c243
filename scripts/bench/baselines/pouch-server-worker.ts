/**
 * express-pouchdb as it comes, open to anybody, over HTTPS; its databases by PouchDB's own adapter on
 * LevelDB with the same fsync as ours, so that nothing we do to our storage moves it. Words: its folder.
 * Certificate and key come as the first message; tells its port.
 */
import { once } from 'node:events';
import { createServer } from 'node:https';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import express from 'express';
import type { RequestHandler } from 'express';
import * as z from 'zod';
import { DurableLevel } from '../../../src/sync/store/durable-level.ts';
import type { MakeLevel } from '../../../src/sync/store/level.ts';
import { PouchDB } from '../../../src/sync/store/pouch.ts';

process.once('disconnect', () => process.exit());
const [folder] = z.tuple([z.string()]).parse(process.argv.slice(2));
const pemSchema = z.looseObject({ certificate: z.string(), privateKey: z.string() });
const [message]: readonly unknown[] = await once(process, 'message');
const { certificate: cert, privateKey: key } = pemSchema.parse(message);

type ExpressPouch = (pouch: unknown, options: object) => RequestHandler;
const require = createRequire(import.meta.url);
const load = (name: string): unknown => require(name);
const isFunction = (value: unknown) => typeof value === 'function';
const expressPouch = z.custom<ExpressPouch>(isFunction).parse(load('express-pouchdb'));
const adapter = z.custom<object>(isFunction).parse(load('pouchdb-adapter-leveldb-core'));
const leveldown = z.custom<MakeLevel>(isFunction).parse(load('leveldown'));
PouchDB.adapter(
  'plain-level',
  Object.assign(adapter, { valid: () => true, use_prefix: false }),
  false,
);

function syncedLevel(location: string): DurableLevel {
  const freeBytes = () => Promise.resolve(Number.POSITIVE_INFINITY);
  return new DurableLevel({ make: () => leveldown(location), freeBytes });
}

// Everybody's one database: it opens those it is asked for, and knows of this one.
const names = ['events'];
const options = { revs_limit: 20, auto_compaction: true };
const Stock = Object.assign(
  PouchDB.defaults({ adapter: 'plain-level', prefix: folder + sep, db: syncedLevel, ...options }),
  {
    allDbs: (done?: (error: null, names: readonly string[]) => void) => {
      done?.(null, names);
      return Promise.resolve(names);
    },
  },
);
await new Stock('events').info();
const app = express();
app.use(
  expressPouch(Stock, {
    mode: 'minimumForPouchDB',
    configPath: join(folder, 'config.json'),
    logPath: join(folder, 'log.txt'),
    inMemoryConfig: true,
  }),
);
const server = createServer({ cert, key, minVersion: 'TLSv1.3' }, app);
server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
