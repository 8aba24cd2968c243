import type { Request, RequestHandler } from 'express';
import * as z from 'zod';
import { sequenceSchema } from '../../shared/sequence.ts';
import type { Sequence } from '../../shared/sequence.ts';
import type { PouchStorage } from '../../sync/store/pouch-storage.ts';
import type { CheckedRequest, Exchange, Feed, FeedQuery, Protocol } from '../guard/protocol.ts';
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

const feedSchema = z.object({ results: z.array(z.unknown()), last_seq: sequenceSchema });

/** The protocol over PouchDB: express-pouchdb, which sees only requests made up here (ADR 5). */
export class PouchProtocol implements Protocol {
  readonly #storage: PouchStorage;
  readonly #app: RequestHandler;

  constructor(storage: PouchStorage, served: () => readonly string[]) {
    this.#storage = storage;
    this.#app = expressPouchApp(storage, served);
  }

  serve(
    { database, path, query, body }: CheckedRequest,
    [request, response, next]: Exchange,
  ): Promise<void> {
    const search = new URLSearchParams(query).toString();
    const at = `/${database}${path}`;
    request.url = search === '' ? at : `${at}?${search}`;
    request.query = { ...query };
    request.headers = plainHeaders;
    markParsed(request, body ?? {});
    this.#app(request, response, next);
    return Promise.resolve();
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
