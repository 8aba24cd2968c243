import type { Request, RequestHandler } from 'express';
import * as z from 'zod';
import { ReanError } from '../../shared/errors.ts';
import { sequenceSchema } from '../../shared/sequence.ts';
import type { Sequence } from '../../shared/sequence.ts';
import type { Pouch } from '../../sync/store/pouch.ts';
import type { StoredDocument } from '../../sync/store/storage.ts';
import type { PouchStorage } from '../../sync/store/pouch-storage.ts';
import type { CheckedRequest, Exchange, Feed, FeedQuery, Protocol } from '../guard/protocol.ts';
import { sendJson } from '../guard/refusal.ts';
import { expressPouchApp } from './express-pouchdb-app.ts';

/**
 * All that express-pouchdb gets of a client's headers: nothing. A content type of `multipart/…` made
 * it fail where nobody catches, and a compressed `_changes` would come in lumps.
 */
const plainHeaders = {
  host: 'hub',
  accept: 'application/json',
  'content-type': 'application/json',
};

/** The guard has checked the documents; this says what they are. */
const carriedSchema = z.object({
  docs: z.array(z.custom<StoredDocument>((value) => typeof value === 'object')),
});

const feedSchema = z.object({ results: z.array(z.unknown()), last_seq: sequenceSchema });

/**
 * The protocol over PouchDB: what is pushed goes straight into the database, as stations push all day;
 * for the rest express-pouchdb, which sees only requests made up here (ADR 5, ADR 16).
 */
export class PouchProtocol implements Protocol {
  /** It writes one after another: while one is synced to the disk, the next is read. */
  readonly pushesAtOnce = 2;
  readonly #storage: PouchStorage;
  readonly #app: RequestHandler;
  readonly #opened = new Map<string, Pouch>();

  constructor(storage: PouchStorage, served: () => readonly string[]) {
    this.#storage = storage;
    this.#app = expressPouchApp({ names: served, opened: (name) => this.#find(name) });
  }

  async serve(checked: CheckedRequest, exchange: Exchange): Promise<void> {
    if (checked.kind !== 'bulk-docs') return this.#hand(checked, exchange);
    const { docs } = carriedSchema.parse(checked.body);
    await (await this.#storage.open(checked.database)).carry(docs);
    const [, response] = exchange;
    // CouchDB names only what it did not take, and all of this was.
    sendJson(response, 201, []);
  }

  async #hand(
    { database, path, query, body }: CheckedRequest,
    [request, response, next]: Exchange,
  ): Promise<void> {
    this.#opened.set(database, (await this.#storage.open(database)).pouch);
    const search = new URLSearchParams(query).toString();
    const at = `/${database}${path}`;
    request.url = search === '' ? at : `${at}?${search}`;
    request.query = { ...query };
    request.headers = plainHeaders;
    markParsed(request, body ?? {});
    this.#app(request, response, next);
  }

  #find(name: string): Pouch {
    const pouch = this.#opened.get(name);
    if (!pouch) throw new ReanError('store.closed', { database: name });
    return pouch;
  }

  async feed(database: string, { docIds, ...query }: FeedQuery): Promise<Feed> {
    const { pouch } = await this.#storage.open(database);
    const wanted = docIds === undefined ? {} : { doc_ids: docIds };
    return feedSchema.parse(await pouch.changes({ ...query, ...wanted }));
  }

  async sequence(database: string): Promise<Sequence> {
    return (await (await this.#storage.open(database)).info()).updateSeq;
  }

  sinceOf(_database: string, since: Sequence): Sequence | null {
    return typeof since === 'number' ? since : null;
  }
}

/** body-parser, inside express-pouchdb, leaves alone what bears its mark. */
function markParsed(request: Request, body: object): void {
  request.body = body;
  Object.assign(request, { _body: true });
}
