import type { ServerResponse } from 'node:http';
import type { Observable } from 'rxjs';
import { hubLongpollMs } from '../../shared/contracts/hub-api.ts';
import type { Timers } from '../timers.ts';
import type { Sequence } from '../../shared/sequence.ts';
import type { Feed, Protocol } from './protocol.ts';
import type { ChangesQuery } from './queries.ts';
import { sendJson } from './refusal.ts';

/**
 * The `_changes` longpoll, served by ourselves: express-pouchdb never ends one, and writes to answers
 * that are long over (ADR 5). Ends at the first change, or empty after 25 s at most ([SYN6]).
 */

export interface Longpoll {
  readonly protocol: Pick<Protocol, 'feed' | 'sequence'>;
  readonly database: string;
  readonly query: ChangesQuery;
  readonly docIds: readonly string[] | undefined;
  /** Fires after every write to this database. */
  readonly moved$: Observable<unknown>;
  readonly timers: Timers;
}

export async function answerLongpoll(response: ServerResponse, poll: Longpoll): Promise<void> {
  const since = await startOf(poll);
  const wait = new Wait(response, poll);
  try {
    for (;;) {
      const seen = wait.moves;
      const feed = await read(poll, since);
      if (feed.results.length > 0 || wait.over) return finish(response, feed);
      wait.hold();
      await wait.moveAfter(seen);
      if (response.destroyed) return;
    }
  } finally {
    wait.end();
  }
}

function startOf({ protocol, database, query }: Longpoll): Promise<Sequence> {
  return query.since === 'now' ? protocol.sequence(database) : Promise.resolve(query.since);
}

function read({ protocol, database, query, docIds }: Longpoll, since: Sequence): Promise<Feed> {
  const { limit, style, include_docs, conflicts } = query;
  return protocol.feed(database, { since, limit, style, include_docs, conflicts, docIds });
}

function finish(response: ServerResponse, feed: Feed): void {
  if (response.headersSent) response.end(`${JSON.stringify(feed)}\n`);
  else sendJson(response, 200, feed);
}

/** One request's waiting: for a write, the time limit, or the client's going away. */
class Wait {
  readonly #response: ServerResponse;
  readonly #poll: Longpoll;
  readonly #undo: (() => void)[] = [];
  #heartbeat: (() => void) | null = null;
  #resume: (() => void) | null = null;
  moves = 0;
  over = false;

  constructor(response: ServerResponse, poll: Longpoll) {
    this.#response = response;
    this.#poll = poll;
    const moved = poll.moved$.subscribe(() => this.#move());
    const finish = () => {
      this.over = true;
      this.#move();
    };
    const limit = Math.min(hubLongpollMs, poll.query.timeout ?? hubLongpollMs);
    response.on('close', finish);
    this.#undo.push(
      () => moved.unsubscribe(),
      poll.timers.after(limit, finish),
      () => response.off('close', finish),
    );
  }

  /** Sends the head at once, and newlines from now on, so that both ends see the other alive. */
  hold(): void {
    if (this.#heartbeat !== null) return;
    this.#response.writeHead(200, {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
    });
    this.#response.flushHeaders();
    this.#beat();
  }

  /** Resolves once something has moved since `seen` was read. */
  moveAfter(seen: number): Promise<void> {
    if (this.moves !== seen) return Promise.resolve();
    return new Promise((resolve) => {
      this.#resume = resolve;
    });
  }

  end(): void {
    this.#heartbeat?.();
    for (const undo of this.#undo) undo();
  }

  #beat(): void {
    this.#heartbeat = this.#poll.timers.after(this.#poll.query.heartbeat, () => {
      this.#response.write('\n');
      this.#beat();
    });
  }

  #move(): void {
    this.moves += 1;
    this.#resume?.();
    this.#resume = null;
  }
}
