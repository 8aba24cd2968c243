import type { Sequence } from '../../shared/sequence.ts';
import type { CouchAnswer, CouchRequest } from '../../sync/store/couch/couch-client.ts';
import type { CouchDatabase } from '../../sync/store/couch/couch-database.ts';
import { couchFailure, isDatabaseGone, saidIn } from '../../sync/store/couch/couch-failure.ts';
import { couchPath } from '../../sync/store/couch/couch-paths.ts';
import type { CouchStorage } from '../../sync/store/couch/couch-storage.ts';
import { carriedSchema } from '../../sync/store/couch-answers.ts';
import type { CheckedRequest, Exchange, Feed, FeedQuery, Protocol } from '../guard/protocol.ts';
import { sendJson } from '../guard/refusal.ts';
import {
  bulkGetShape,
  documentShape,
  failedSchema,
  feedShape,
  infoShape,
  revsDiffShape,
  writtenShape,
} from './couch-shapes.ts';
import type { FeedShape } from './couch-shapes.ts';
import type { SequenceSeal } from './sealed-sequence.ts';

/** Statuses that are the client's own doing; any other failure is the store's. */
const clients = [400, 404, 409, 413];

/**
 * The protocol over CouchDB: each checked request is asked anew with the hub's own credentials, and
 * its answer written anew. Neither side ever sees a header of the other's ([CDB6]).
 */
export class CouchProtocol implements Protocol {
  /** As many as a lab has stations: most of the time it is CouchDB that works. */
  readonly pushesAtOnce = 8;
  readonly #storage: CouchStorage;
  readonly #seal: SequenceSeal;

  constructor(storage: CouchStorage, seal: SequenceSeal) {
    this.#storage = storage;
    this.#seal = seal;
  }

  async serve(request: CheckedRequest, [, response]: Exchange): Promise<void> {
    const database = await this.#storage.open(request.database);
    const asked = couchRequest(request, database.at);
    const ask = () => database.request(asked);
    const answer = await (request.kind === 'bulk-docs' ? database.writing(ask) : ask());
    const { status, body } = this.#answer(request, answer);
    sendJson(response, status, body);
  }

  async feed(database: string, query: FeedQuery): Promise<Feed> {
    const opened = await this.#storage.open(database);
    const answer = await opened.request(feedRequest(opened, query));
    return this.#sealed(database, feedShape.parse(success(answer, database)));
  }

  async sequence(database: string): Promise<Sequence> {
    return (await (await this.#storage.open(database)).info()).updateSeq;
  }

  sinceOf(database: string, since: Sequence): Sequence | null {
    return this.#seal.open(database, since);
  }

  #answer(request: CheckedRequest, answer: CouchAnswer): { status: number; body: unknown } {
    const { status } = answer;
    const { database } = request;
    if (clients.includes(status) && !isDatabaseGone(answer)) {
      return { status, body: failedSchema.parse(saidIn(answer.json)) };
    }
    return { status, body: this.#shaped(request, success(answer, database)) };
  }

  /** Only what the protocol needs of an answer. */
  #shaped({ kind, database }: CheckedRequest, json: unknown): unknown {
    switch (kind) {
      case 'info': {
        const { doc_count, update_seq } = infoShape.parse(json);
        const sealed = this.#seal.seal(database, update_seq);
        return { db_name: database, doc_count, update_seq: sealed, instance_start_time: '0' };
      }
      case 'changes':
        return this.#sealed(database, feedShape.parse(json));
      case 'document':
      case 'get-local':
        return documentShape.parse(json);
      case 'put-local':
        return writtenShape.parse(json);
      case 'revs-diff':
        return revsDiffShape.parse(json);
      case 'bulk-get':
        return bulkGetShape.parse(json);
      case 'bulk-docs':
        return requireTaken(json, database);
    }
  }

  #sealed(database: string, { results, last_seq, ...more }: FeedShape): FeedShape {
    const seal = (sequence: Sequence) => this.#seal.seal(database, sequence);
    const rows = results.map((row) => ({ ...row, seq: seal(row.seq) }));
    return { results: rows, last_seq: seal(last_seq), ...more };
  }
}

function couchRequest({ kind, path, query, body }: CheckedRequest, at: string): CouchRequest {
  const plain = Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, plainOf(value)]),
  );
  const search = new URLSearchParams(plain).toString();
  const to = `${couchPath(at)}${path}`;
  const full = search === '' ? to : `${to}?${search}`;
  switch (kind) {
    case 'info':
    case 'document':
    case 'get-local':
      return { method: 'GET', path: full };
    case 'put-local':
      return { method: 'PUT', path: full, body };
    case 'changes':
      return changesRequest(full, body);
    case 'revs-diff':
    case 'bulk-get':
    case 'bulk-docs':
      return { method: 'POST', path: full, body };
  }
}

/** CouchDB takes texts in a query as they are, and all else as JSON. */
function plainOf(json: string): string {
  const value: unknown = JSON.parse(json);
  return typeof value === 'string' ? value : json;
}

function feedRequest({ at }: CouchDatabase, { docIds, ...query }: FeedQuery): CouchRequest {
  const path = couchPath(at, ['_changes'], query);
  return changesRequest(path, docIds === undefined ? null : { doc_ids: docIds });
}

/** CouchDB filters by ids only where it is told so. */
function changesRequest(path: string, body: object | null): CouchRequest {
  if (body === null || !('doc_ids' in body) || body.doc_ids === undefined) {
    return { method: 'GET', path };
  }
  const mark = path.includes('?') ? '&' : '?';
  return { method: 'POST', path: `${path}${mark}filter=_doc_ids`, body };
}

function success(answer: CouchAnswer, database: string): unknown {
  if (answer.status === 200 || answer.status === 201) return answer.json;
  throw couchFailure(answer, { database });
}

/** No document of a request is ever refused by itself: what CouchDB did not take fails it whole. */
function requireTaken(json: unknown, database: string): readonly [] {
  const [refused] = carriedSchema.parse(json);
  if (refused) throw couchFailure({ status: 201, json: refused }, { database });
  return [];
}
