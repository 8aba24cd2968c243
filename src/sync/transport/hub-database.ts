import * as z from 'zod';
import { ReanError } from '../../shared/errors.ts';
import {
  bulkGetSchema,
  carriedSchema,
  changesSchema,
  infoSchema,
  revsDiffSchema,
  storedSchema,
} from '../store/couch-answers.ts';
import type {
  Change,
  ChangesPage,
  ChangesQuery,
  SharedDatabase,
  StoredDocument,
} from '../store/storage.ts';
import { parseAnswer } from './parse-answer.ts';
import type { HubRequest, HubResponse } from './transport.ts';

type Send = (method: HubRequest['method'], path: string, body?: unknown) => Promise<HubResponse>;

const localWritten = z.object({ ok: z.literal(true) });

/**
 * A database at the hub, over the few routes of CouchDB's protocol its guard lets through.
 *
 * Not through PouchDB's HTTP adapter: after one failed `_bulk_get` it fetches documents one by one
 * for as long as the process lives, and it asks for more than is needed (ADR 4).
 */
export class HubDatabase implements SharedDatabase {
  readonly name: string;
  readonly #send: Send;
  #closed = false;

  constructor(name: string, send: Send) {
    this.name = name;
    this.#send = send;
  }

  get(id: string): Promise<StoredDocument | null> {
    return this.#find(`/${encodeURIComponent(id)}`);
  }

  getLocal(name: string): Promise<StoredDocument | null> {
    return this.#find(`/_local/${encodeURIComponent(name)}`);
  }

  async putLocal(name: string, body: Readonly<Record<string, unknown>>): Promise<void> {
    const held = await this.getLocal(name);
    const document = { ...body, _id: `_local/${name}`, ...(held ? { _rev: held._rev } : {}) };
    await this.#ask(localWritten, 'PUT', `/_local/${encodeURIComponent(name)}`, document);
  }

  async carry(documents: readonly StoredDocument[]): Promise<void> {
    const body = { docs: documents, new_edits: false };
    const refused = await this.#ask(carriedSchema, 'POST', '/_bulk_docs', body);
    const [first] = refused;
    if (first) throw new ReanError('hub.protocol', { reason: first.error, count: refused.length });
  }

  /** Those of these that the hub does not hold just so. */
  async lacking(documents: readonly StoredDocument[]): Promise<readonly StoredDocument[]> {
    if (documents.length === 0) return [];
    const asked = Object.fromEntries(documents.map(({ _id, _rev }) => [_id, [_rev]]));
    const answer = await this.#ask(revsDiffSchema, 'POST', '/_revs_diff', asked);
    return documents.filter(({ _id }) => answer[_id] !== undefined);
  }

  async fetchForCarrying(changes: readonly Change[]): Promise<readonly StoredDocument[]> {
    if (changes.length === 0) return [];
    const docs = changes.map(({ id, rev }) => ({ id, rev }));
    return this.#ask(bulkGetSchema, 'POST', '/_bulk_get?revs=true&latest=true', { docs });
  }

  changes({ since, limit }: ChangesQuery) {
    const query = new URLSearchParams({ since: String(since), limit: String(limit) });
    return this.#ask<ChangesPage>(changesSchema, 'GET', `/_changes?${query}`);
  }

  info() {
    return this.#ask(infoSchema, 'GET', '');
  }

  close(): Promise<void> {
    this.#closed = true;
    return Promise.resolve();
  }

  async #find(path: string): Promise<StoredDocument | null> {
    const response = await this.#request('GET', path);
    return response.status === 404 ? null : parseAnswer(storedSchema, path, response);
  }

  async #ask<Answer>(
    schema: z.ZodType<Answer>,
    method: HubRequest['method'],
    path: string,
    body?: unknown,
  ): Promise<Answer> {
    const response = await this.#request(method, path, body);
    // The hub that said hello is the right one: its generation has changed since.
    if (response.status === 404) throw new ReanError('hub.unreachable', { database: this.name });
    return parseAnswer(schema, this.name + path, response);
  }

  async #request(method: HubRequest['method'], path: string, body?: unknown): Promise<HubResponse> {
    if (this.#closed) throw new ReanError('store.closed', { database: this.name });
    return this.#send(method, `/${this.name}${path}`, body);
  }
}
