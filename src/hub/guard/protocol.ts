import type { RequestHandler } from 'express';
import type { Sequence } from '../../shared/sequence.ts';
import type { ChangesQuery } from './queries.ts';
import type { DatabaseRoute } from './route.ts';

/**
 * CouchDB's replication protocol, answered from the hub's databases. Only what the guard has checked
 * gets here ([HUB1]); one implementation a kind of storage ([CDB1]).
 */

/** A request of which every part is known. */
export interface CheckedRequest {
  readonly kind: Exclude<DatabaseRoute['kind'], 'create'>;
  readonly database: string;
  /** Within the database and encoded: '' or `/_changes`, say. */
  readonly path: string;
  /** Each value written as JSON. */
  readonly query: Readonly<Record<string, string>>;
  readonly body: object | null;
}

export type Exchange = Parameters<RequestHandler>;

/** What a longpoll asks of `_changes`. */
export interface FeedQuery extends Pick<
  ChangesQuery,
  'limit' | 'style' | 'include_docs' | 'conflicts'
> {
  readonly since: Sequence;
  readonly docIds: readonly string[] | undefined;
}

export interface Feed {
  readonly results: readonly unknown[];
  readonly last_seq: Sequence;
}

export interface Protocol {
  /** How many pushes are worth their memory at a time. */
  readonly pushesAtOnce: number;
  /** Answers the request; whatever can't be answered rejects with a ReanError, `store.*` mostly. */
  serve(request: CheckedRequest, exchange: Exchange): Promise<void>;
  /** One look at a database's changes, as CouchDB words them. */
  feed(database: string, query: FeedQuery): Promise<Feed>;
  /** Where a database stands. */
  sequence(database: string): Promise<Sequence>;
  /** The sequence behind a client's `since`; null for one that this hub never gave out. */
  sinceOf(database: string, since: Sequence): Sequence | null;
}
