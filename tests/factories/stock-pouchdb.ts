import { Agent } from 'node:https';
import rawHttpAdapter from 'pouchdb-adapter-http';
import rawMemoryAdapter from 'pouchdb-adapter-memory';
import rawPouchDB from 'pouchdb-core';
import rawReplication from 'pouchdb-replication';
import * as z from 'zod';
import type { SiteTls } from '../../src/shared/contracts/station-config.ts';

/** PouchDB 9 as anybody installs it: no option of ours but an agent with certificates. */

export interface StockResult {
  readonly ok: boolean;
  readonly docs_written: number;
  readonly doc_write_failures: number;
}

export interface StockReplication extends Promise<StockResult> {
  on(event: 'change' | 'error' | 'paused' | 'denied', act: (value: unknown) => void): this;
  cancel(): void;
}

export interface StockDatabase {
  bulkDocs(
    documents: readonly object[],
    options?: { readonly new_edits: boolean },
  ): Promise<readonly { readonly error?: unknown }[]>;
  put(document: object): Promise<unknown>;
  get(id: string): Promise<Record<string, unknown>>;
  allDocs(): Promise<{ readonly rows: readonly { readonly id: string }[] }>;
  info(): Promise<{ readonly doc_count: number; readonly error?: string }>;
  replicate: {
    to(target: StockDatabase, options?: object): StockReplication;
    from(source: StockDatabase, options?: object): StockReplication;
  };
  sync(other: StockDatabase): Promise<{ readonly push: StockResult; readonly pull: StockResult }>;
  close(): Promise<void>;
  destroy(): Promise<void>;
}

interface StockConstructor {
  new (name: string, options?: object): StockDatabase;
  plugin(plugin: unknown): StockConstructor;
  defaults(options: object): StockConstructor;
  fetch(url: string, options: object): Promise<unknown>;
}

const constructorSchema = z.custom<StockConstructor>((value) => typeof value === 'function');

/** A constructor of our own, so that plugins here change nothing for the app's own PouchDB. */
const StockPouchDB = constructorSchema
  .parse(rawPouchDB)
  .defaults({})
  .plugin(rawHttpAdapter)
  .plugin(rawMemoryAdapter)
  .plugin(rawReplication);

let opened = 0;

export function localDatabase(): StockDatabase {
  opened += 1;
  return new StockPouchDB(`stock-${opened}`, { adapter: 'memory' });
}

export interface Remote {
  readonly url: string;
  readonly ca: string;
  /** The client's certificate and key; null for none. */
  readonly shown: Pick<SiteTls, 'certificate' | 'privateKey'> | null;
}

/** A database at a hub, as a stock client opens it: set-up requests and all. */
export function remoteDatabase(name: string, { url, ca, shown }: Remote) {
  const agent = new Agent({
    ca,
    keepAlive: true,
    ...(shown === null ? {} : { cert: shown.certificate, key: shown.privateKey }),
  });
  return new StockPouchDB(`${url}/${name}`, {
    adapter: 'https',
    fetch: (address: string, options: object) => StockPouchDB.fetch(address, { ...options, agent }),
  });
}
