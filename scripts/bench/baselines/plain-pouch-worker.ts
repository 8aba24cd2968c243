/**
 * Writes documents into a plain PouchDB on LevelDB, as its own adapter does it: in bulk and without
 * waiting for the disk. Words: the file of documents, the folder to write to. Tells the bench how
 * long it took, ms.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import leveldown from 'leveldown';
import * as z from 'zod';
import { PouchDB } from '../../../src/sync/store/pouch.ts';

/** Documents in one write: what a station writes of one answer of the hub. */
const batchSize = 500;

process.once('disconnect', () => process.exit());
const [file, folder] = z.tuple([z.string(), z.string()]).parse(process.argv.slice(2));

const documentsSchema = z.array(z.looseObject({ _id: z.string() }));
const documents = documentsSchema.parse(JSON.parse(await readFile(file, 'utf8')));

// It has no types of its own, and PouchDB looks into it by itself.
const required: unknown = createRequire(import.meta.url)('pouchdb-adapter-leveldb-core');
const levelPouch = z.custom<object>((value) => typeof value === 'function').parse(required);
const adapter = Object.assign(levelPouch, { valid: () => true, use_prefix: false });
PouchDB.adapter('plain-level', adapter, false);

const startedAt = performance.now();
const pouch = new PouchDB(folder, { adapter: 'plain-level', db: leveldown });
for (let at = 0; at < documents.length; at += batchSize) {
  await pouch.bulkDocs(documents.slice(at, at + batchSize));
}
const ms = performance.now() - startedAt;
await pouch.close();
process.send?.({ ms });
