import type { Request, RequestHandler } from 'express';
import type { Observable } from 'rxjs';
import * as z from 'zod';
import type { StationId } from '../../shared/ids.ts';
import type { Trust } from '../intake/judge-event.ts';
import type { Quarantine } from '../intake/quarantine.ts';
import type { Timers } from '../timers.ts';
import {
  bulkDocsSchema,
  bulkGetSchema,
  changesBodySchema,
  firstRevisionsOnly,
  localSchema,
  revsDiffSchema,
} from './bodies.ts';
import { answerLongpoll } from './changes-longpoll.ts';
import type { ChangesSource } from './changes-longpoll.ts';
import { sortAtTheDoor } from './door.ts';
import {
  bulkGetQuerySchema,
  changesQuerySchema,
  documentQuerySchema,
  members,
  written,
} from './queries.ts';
import type { ChangesQuery } from './queries.ts';
import { readJson } from './read-body.ts';
import { isRefusal, refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import type { DatabaseRoute } from './route.ts';

const mostBytes = {
  documents: 32 * 1024 * 1024,
  ids: 4 * 1024 * 1024,
  checkpoint: 64 * 1024,
} as const;

export interface DoorOptions {
  /** express-pouchdb, which sees only requests made up here. */
  readonly couch: RequestHandler;
  readonly trust: Trust;
  readonly quarantine: Quarantine;
  readonly timers: Timers;
  /** A database's PouchDB, for longpolls. */
  source(database: string): ChangesSource | null;
  /** Fires after every write to the database. */
  moved(database: string): Observable<unknown>;
  /** Called before every push; what it returns, when the push has been answered. */
  pushing(database: string): () => void;
  /** Called when a push is over, its answer given or its client gone. */
  pushed(): void;
  /** Whether there is room on the disk for more documents. */
  hasRoom(): Promise<boolean>;
}

export interface DatabaseRequest {
  readonly route: DatabaseRoute;
  readonly query: URLSearchParams;
  readonly station: StationId;
}

type Exchange = Parameters<RequestHandler>;

/**
 * Serves a database request that is permitted: checks its query and body, and hands a request made
 * anew from the checked parts to express-pouchdb ([HUB3]).
 */
export class DatabaseDoor {
  readonly #options: DoorOptions;

  constructor(options: DoorOptions) {
    this.#options = options;
  }

  serve(request: DatabaseRequest, exchange: Exchange): Promise<Refusal | null> | Refusal | null {
    const { route, query } = request;
    const at = `/${route.database}`;
    switch (route.kind) {
      case 'create':
        return refuse.exists('The hub makes its databases itself.');
      case 'info':
        return this.#pass(exchange, at);
      case 'document':
        return this.#document(exchange, `${at}/${encodeURIComponent(route.id)}`, query);
      case 'get-local':
        return this.#pass(exchange, `${at}/_local/${encodeURIComponent(route.id)}`);
      case 'put-local':
        return this.#putLocal(exchange, `${at}/_local/${encodeURIComponent(route.id)}`, route.id);
      case 'revs-diff':
        return this.#checked(exchange, `${at}/_revs_diff`, mostBytes.ids, revsDiffSchema);
      case 'bulk-get':
        return this.#bulkGet(exchange, `${at}/_bulk_get`, query);
      case 'bulk-docs':
        return this.#bulkDocs(exchange, `${at}/_bulk_docs`, request);
      case 'changes':
        return this.#changes(exchange, `${at}/_changes`, request);
    }
  }

  #document(exchange: Exchange, path: string, query: URLSearchParams): Refusal | null {
    const checked = documentQuerySchema.safeParse(members(query));
    if (!checked.success) return refuse.badRequest('That query can’t be served.');
    return this.#pass(exchange, path, { query: written(checked.data) });
  }

  async #putLocal(exchange: Exchange, path: string, id: string): Promise<Refusal | null> {
    if (!(await this.#options.hasRoom())) return noRoom;
    const body = await bodyOf(exchange, mostBytes.checkpoint, localSchema);
    if (isRefusal(body)) return body;
    return this.#pass(exchange, path, { body: { ...body.value, _id: `_local/${id}` } });
  }

  async #bulkGet(exchange: Exchange, path: string, query: URLSearchParams) {
    const checked = bulkGetQuerySchema.safeParse(members(query));
    if (!checked.success) return refuse.badRequest('That query can’t be served.');
    return this.#checked(exchange, path, mostBytes.ids, bulkGetSchema, written(checked.data));
  }

  async #bulkDocs(exchange: Exchange, path: string, { route, station }: DatabaseRequest) {
    if (!(await this.#options.hasRoom())) return noRoom;
    const body = await bodyOf(exchange, mostBytes.documents, bulkDocsSchema);
    if (isRefusal(body)) return body;
    const refusal = firstRevisionsOnly(body.value.docs);
    if (refusal) return refusal;
    const { trust, quarantine } = this.#options;
    const { letIn, heldBack } = sortAtTheDoor(body.value.docs, station, trust);
    await quarantine.hold(heldBack);
    const [, response] = exchange;
    const answered = this.#options.pushing(route.database);
    response.once('finish', () => {
      answered();
      this.#options.pushed();
    });
    // `close` comes even where the client has gone before the answer.
    response.once('close', () => this.#options.pushed());
    return this.#pass(exchange, path, { body: { docs: letIn, new_edits: false } });
  }

  async #changes(exchange: Exchange, path: string, { route, query }: DatabaseRequest) {
    const [request, response] = exchange;
    const checked = changesQuerySchema.safeParse(members(query));
    if (!checked.success) return refuse.badRequest('That query can’t be served.');
    const post = request.method === 'POST';
    const body = post ? await bodyOf(exchange, mostBytes.ids, changesBodySchema) : { value: {} };
    if (isRefusal(body)) return body;
    const source = this.#options.source(route.database);
    if (checked.data.feed === 'longpoll' && source) {
      const { moved, timers } = this.#options;
      const moved$ = moved(route.database);
      const docIds = body.value.doc_ids;
      await answerLongpoll(response, { source, query: checked.data, docIds, moved$, timers });
      return null;
    }
    return this.#pass(exchange, path, { query: normalQuery(checked.data), body: body.value });
  }

  async #checked<Body extends object>(
    exchange: Exchange,
    path: string,
    most: number,
    schema: z.ZodType<Body>,
    query: Record<string, string> = {},
  ): Promise<Refusal | null> {
    const body = await bodyOf(exchange, most, schema);
    return isRefusal(body) ? body : this.#pass(exchange, path, { query, body: body.value });
  }

  /** Hands over a request of which every part is known. */
  #pass(
    [request, response, next]: Exchange,
    path: string,
    known: { readonly query?: Record<string, string>; readonly body?: object } = {},
  ): null {
    const query = known.query ?? {};
    const search = new URLSearchParams(query).toString();
    request.url = search === '' ? path : `${path}?${search}`;
    request.query = query;
    request.headers = plainHeaders;
    markParsed(request, known.body ?? {});
    this.#options.couch(request, response, next);
    return null;
  }
}

/**
 * All that express-pouchdb gets of a client's headers: nothing. A content type of `multipart/…` made
 * it fail where nobody catches, and a compressed `_changes` would come in lumps.
 */
const plainHeaders = {
  host: 'hub',
  accept: 'application/json',
  'content-type': 'application/json',
};

const noRoom = refuse.full('The hub’s disk is nearly full. Keep it, and try later.');

function normalQuery({ since, limit, style, include_docs, conflicts, descending }: ChangesQuery) {
  return written({ since, limit, style, include_docs, conflicts, descending });
}

async function bodyOf<Body>(
  [request]: Exchange,
  most: number,
  schema: z.ZodType<Body>,
): Promise<{ readonly value: Body } | Refusal> {
  const body = await readJson(request, most);
  if (isRefusal(body)) return body;
  const checked = schema.safeParse(body.json);
  if (checked.success) return { value: checked.data };
  const issue = checked.error.issues[0];
  return refuse.badRequest(
    `Not a body for this: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
  );
}

/** body-parser, inside express-pouchdb, leaves alone what bears its mark. */
function markParsed(request: Request, body: object): void {
  request.body = body;
  Object.assign(request, { _body: true });
}
