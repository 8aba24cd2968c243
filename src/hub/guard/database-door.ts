import type { Observable } from 'rxjs';
import * as z from 'zod';
import type { StationId } from '../../shared/ids.ts';
import type { Arrivals } from '../intake/arrivals.ts';
import type { Trust } from '../intake/judge-event.ts';
import type { Quarantine } from '../quarantine/quarantine.ts';
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
import { sortAtTheDoor } from './door.ts';
import type { CheckedRequest, Exchange, Protocol } from './protocol.ts';
import {
  bulkGetQuerySchema,
  changesQuerySchema,
  documentQuerySchema,
  members,
  written,
} from './queries.ts';
import type { ChangesQuery } from './queries.ts';
import { parseJson, readBytes, readJson } from './read-body.ts';
import { closing, isRefusal, refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import type { DatabaseRoute } from './route.ts';
import { Turns } from './turns.ts';
import type { UnderWay } from './under-way.ts';

const mostBytes = {
  documents: 32 * 1024 * 1024,
  ids: 4 * 1024 * 1024,
  checkpoint: 64 * 1024,
} as const;

export interface DoorOptions {
  /** Answers requests made up here. */
  readonly protocol: Protocol;
  readonly trust: Trust;
  readonly quarantine: Quarantine;
  readonly arrivals: Arrivals;
  readonly timers: Timers;
  /** Fires after every write to the database. */
  moved(database: string): Observable<unknown>;
  /** Called before every push; what it returns, when the push has been answered. */
  pushing(database: string): () => void;
  /** Called when a push is over, its answer given or its client gone. */
  pushed(): void;
  /** Whether there is room on the disk for more documents. */
  hasRoom(): Promise<boolean>;
  readonly underWay: Pick<UnderWay, 'closing'>;
}

export interface DatabaseRequest {
  readonly route: DatabaseRoute;
  readonly query: URLSearchParams;
  readonly station: StationId;
}

/**
 * Serves a database request that is permitted: checks its query and body, and hands a request made
 * anew from the checked parts to where the databases lie ([HUB3]).
 */
export class DatabaseDoor {
  readonly #options: DoorOptions;
  readonly #pushes: Turns;

  constructor(options: DoorOptions) {
    this.#options = options;
    this.#pushes = new Turns(options.protocol.pushesAtOnce);
  }

  serve(request: DatabaseRequest, exchange: Exchange): Promise<Refusal | null> | Refusal | null {
    const { route } = request;
    switch (route.kind) {
      case 'create':
        return refuse.exists('The hub makes its databases itself.');
      case 'info':
      case 'get-local':
        return this.#pass(exchange, request);
      case 'document':
        return this.#document(exchange, request);
      case 'put-local':
        return this.#putLocal(exchange, request, route.id);
      case 'revs-diff':
        return this.#checked(exchange, request, revsDiffSchema);
      case 'bulk-get':
        return this.#bulkGet(exchange, request);
      case 'bulk-docs':
        return this.#bulkDocs(exchange, request);
      case 'changes':
        return this.#changes(exchange, request);
    }
  }

  #document(exchange: Exchange, request: DatabaseRequest): Promise<Refusal | null> | Refusal {
    const checked = documentQuerySchema.safeParse(members(request.query));
    if (!checked.success) return refuse.badRequest('That query can’t be served.');
    return this.#pass(exchange, request, { query: written(checked.data) });
  }

  async #putLocal(exchange: Exchange, request: DatabaseRequest, id: string) {
    if (!(await this.#options.hasRoom())) return noRoom;
    const body = await bodyOf(exchange, mostBytes.checkpoint, localSchema);
    if (isRefusal(body)) return body;
    return this.#pass(exchange, request, { body: { ...body.value, _id: `_local/${id}` } });
  }

  async #bulkGet(exchange: Exchange, request: DatabaseRequest) {
    const checked = bulkGetQuerySchema.safeParse(members(request.query));
    if (!checked.success) return refuse.badRequest('That query can’t be served.');
    return this.#checked(exchange, request, bulkGetSchema, written(checked.data));
  }

  /** Pushes wait for their turn as bytes: what is made of them is many times as large. */
  async #bulkDocs(exchange: Exchange, request: DatabaseRequest) {
    if (!(await this.#options.hasRoom())) return noRoom;
    const bytes = await readBytes(exchange[0], mostBytes.documents);
    if (isRefusal(bytes)) return bytes;
    return this.#pushes.run(() => this.#whereStillWanted(exchange, request, bytes));
  }

  /** It may have waited: for long enough that its client is gone, or the hub closes ([HUB17]). */
  #whereStillWanted(exchange: Exchange, request: DatabaseRequest, bytes: Buffer) {
    const [, response] = exchange;
    if (this.#options.underWay.closing) return Promise.resolve(closing);
    return response.destroyed ? Promise.resolve(null) : this.#push(exchange, request, bytes);
  }

  async #push(exchange: Exchange, request: DatabaseRequest, bytes: Buffer) {
    const { route, station } = request;
    const body = checkedBody(parseJson(bytes), bulkDocsSchema);
    if (isRefusal(body)) return body;
    const refusal = firstRevisionsOnly(body.value.docs);
    if (refusal) return refusal;
    const { trust, quarantine, arrivals } = this.#options;
    const pushed = { carrier: station, trust, bytes: body.bytes };
    const { letIn, heldBack } = sortAtTheDoor(body.value.docs, pushed);
    await quarantine.hold(heldBack);
    arrivals.note(station, letIn);
    const [, response] = exchange;
    const answered = this.#options.pushing(route.database);
    response.once('finish', () => {
      answered();
      this.#options.pushed();
    });
    // `close` comes even where the client has gone before the answer.
    response.once('close', () => this.#options.pushed());
    return this.#pass(exchange, request, { body: { docs: letIn, new_edits: false } });
  }

  async #changes(exchange: Exchange, request: DatabaseRequest) {
    const [{ method }, response] = exchange;
    const { protocol, moved, timers } = this.#options;
    const { database } = request.route;
    const checked = changesQuerySchema.safeParse(members(request.query));
    if (!checked.success) return refuse.badRequest('That query can’t be served.');
    const asked = checked.data;
    const since = asked.since === 'now' ? 'now' : protocol.sinceOf(database, asked.since);
    if (since === null) return refuse.badRequest('This hub never gave out that sequence.');
    const post = method === 'POST';
    const body = post
      ? await bodyOf(exchange, mostBytes.ids, changesBodySchema)
      : { value: {}, bytes: 0 };
    if (isRefusal(body)) return body;
    const query = { ...asked, since };
    if (asked.feed === 'normal') {
      return this.#pass(exchange, request, { query: normalQuery(query), body: body.value });
    }
    const docIds = body.value.doc_ids;
    const moved$ = moved(database);
    await answerLongpoll(response, { protocol, database, query, docIds, moved$, timers });
    return null;
  }

  async #checked<Body extends object>(
    exchange: Exchange,
    request: DatabaseRequest,
    schema: z.ZodType<Body>,
    query: Record<string, string> = {},
  ): Promise<Refusal | null> {
    const body = await bodyOf(exchange, mostBytes.ids, schema);
    return isRefusal(body) ? body : this.#pass(exchange, request, { query, body: body.value });
  }

  /** Hands over a request of which every part is known. */
  async #pass(
    exchange: Exchange,
    { route }: DatabaseRequest,
    { query = {}, body = null }: Partial<Pick<CheckedRequest, 'query' | 'body'>> = {},
  ): Promise<null> {
    const { kind, database } = route;
    if (kind !== 'create') {
      const request = { kind, database, path: pathOf(route), query, body };
      await this.#options.protocol.serve(request, exchange);
    }
    return null;
  }
}

const fixedPaths = {
  create: '',
  info: '',
  'revs-diff': '/_revs_diff',
  'bulk-get': '/_bulk_get',
  'bulk-docs': '/_bulk_docs',
  changes: '/_changes',
} as const;

function pathOf(route: DatabaseRoute): string {
  if (!('id' in route)) return fixedPaths[route.kind];
  const id = encodeURIComponent(route.id);
  return route.kind === 'document' ? `/${id}` : `/_local/${id}`;
}

const noRoom = refuse.full('The hub’s disk is nearly full. Keep it, and try later.');

function normalQuery({ since, limit, style, include_docs, conflicts, descending }: ChangesQuery) {
  return written({ since, limit, style, include_docs, conflicts, descending });
}

async function bodyOf<Body>(
  [request]: Exchange,
  most: number,
  schema: z.ZodType<Body>,
): Promise<{ readonly value: Body; readonly bytes: number } | Refusal> {
  return checkedBody(await readJson(request, most), schema);
}

function checkedBody<Body>(
  body: ReturnType<typeof parseJson>,
  schema: z.ZodType<Body>,
): { readonly value: Body; readonly bytes: number } | Refusal {
  if (isRefusal(body)) return body;
  const checked = schema.safeParse(body.json);
  if (checked.success) return { value: checked.data, bytes: body.bytes };
  const issue = checked.error.issues[0];
  return refuse.badRequest(
    `Not a body for this: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
  );
}
