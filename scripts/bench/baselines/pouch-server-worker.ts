/**
 * express-pouchdb as it comes, open to anybody, over HTTPS; its databases on the same LevelDB with the
 * same fsync as ours. Words: its folder. Certificate and key come as the first message; tells its port.
 */
import { once } from 'node:events';
import { createServer } from 'node:https';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import express from 'express';
import type { RequestHandler } from 'express';
import * as z from 'zod';
import { openLevelStorage } from '../../../src/sync/store/level-storage.ts';

process.once('disconnect', () => process.exit());
const [folder] = z.tuple([z.string()]).parse(process.argv.slice(2));
const pemSchema = z.looseObject({ certificate: z.string(), privateKey: z.string() });
const [message]: readonly unknown[] = await once(process, 'message');
const { certificate: cert, privateKey: key } = pemSchema.parse(message);

type ExpressPouch = (pouch: unknown, options: object) => RequestHandler;
const required: unknown = createRequire(import.meta.url)('express-pouchdb');
const isFunction = (value: unknown) => typeof value === 'function';
const expressPouch = z.custom<ExpressPouch>(isFunction).parse(required);

const storage = await openLevelStorage(folder);
// Everybody's one database: it opens those it is asked for, and knows of this one.
const names = ['events'];
await storage.open('events');
const PouchDB = Object.assign(storage.PouchDB.defaults({}), {
  allDbs: (done?: (error: null, names: readonly string[]) => void) => {
    done?.(null, names);
    return Promise.resolve(names);
  },
});
const app = express();
app.use(
  expressPouch(PouchDB, {
    mode: 'minimumForPouchDB',
    configPath: join(folder, 'config.json'),
    logPath: join(folder, 'log.txt'),
    inMemoryConfig: true,
  }),
);
const server = createServer({ cert, key, minVersion: 'TLSv1.3' }, app);
server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
