/**
 * A plain PouchDB 9 on LevelDB that replicates to a server. Words: the server's address, path of its
 * certificate, path of a JSON array of documents, where to keep them. Tells `ready` once it has them;
 * told to go on, tells when all are there.
 */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { Agent } from 'node:https';
import { createRequire } from 'node:module';
import leveldown from 'leveldown';
import * as z from 'zod';
import { PouchDB } from '../../../src/sync/store/pouch.ts';
import { monotonicMs } from '../machine/clocks.ts';
import { CannotMeasure } from '../cannot-measure.ts';

process.once('disconnect', () => process.exit());
const wordsSchema = z.tuple([z.url(), z.string(), z.string(), z.string()]);
const [url, certificate, file, folder] = wordsSchema.parse(process.argv.slice(2));
const documents = z
  .array(z.looseObject({ _id: z.string() }))
  .parse(JSON.parse(await readFile(file, 'utf8')));

interface Replicating {
  readonly replicate: {
    to(target: unknown): Promise<{ readonly docs_written: number }>;
  };
}
interface Fetching {
  fetch(url: string, options: object): Promise<unknown>;
}
const require = createRequire(import.meta.url);
const load = (name: string) =>
  z.custom<object>((value) => typeof value === 'function').parse(require(name));
const level = Object.assign(load('pouchdb-adapter-leveldb-core'), {
  valid: () => true,
  use_prefix: false,
});
const Stock = PouchDB.defaults({})
  .plugin(load('pouchdb-adapter-http'))
  .plugin(load('pouchdb-replication'));
Stock.adapter('plain-level', level, false);

const replicating = z.custom<Replicating>((value) => Reflect.has(Object(value), 'replicate'));
const fetching = z.custom<Fetching>((value) => Reflect.has(Object(value), 'fetch'));
const local = new Stock(folder, { adapter: 'plain-level', db: leveldown });
await local.bulkDocs(documents, { new_edits: false });
const agent = new Agent({ ca: await readFile(certificate, 'utf8'), keepAlive: true });
const plainFetch = fetching.parse(Stock);
const remote = new Stock(`${url}/events`, {
  adapter: 'https',
  fetch: (address: string, options: object) => plainFetch.fetch(address, { ...options, agent }),
});
const go = once(process, 'message');
process.send?.({ kind: 'ready' });
await go;
const { docs_written: written } = await replicating.parse(local).replicate.to(remote);
if (written !== documents.length) throw new CannotMeasure(`Only ${written} documents arrived.`);
process.send?.({ kind: 'done', atMs: monotonicMs() });
await once(process, 'message');
process.exit();
