import * as z from 'zod';
import { ReanError } from '../../../shared/errors.ts';
import type { ErrorFacts } from '../../../shared/errors.ts';
import type { CouchAnswer } from './couch-client.ts';

/** What CouchDB says when it won't: its error's name and a sentence. */
const saidSchema = z.looseObject({
  error: z.string().catch(''),
  reason: z.string().catch(''),
});

export interface Said {
  readonly error: string;
  readonly reason: string;
}

export function saidIn(json: unknown): Said {
  const { error = '', reason = '' } = saidSchema.safeParse(json).data ?? {};
  return { error, reason };
}

/** Whether the database itself is gone, and not just a document of it. */
export function isDatabaseGone({ status, json }: CouchAnswer): boolean {
  const { reason } = saidIn(json);
  return status === 404 && (reason === 'Database does not exist.' || reason === 'no_db_file');
}

/**
 * The code for an answer that is no success; also for one row of `_bulk_docs`, which has no status
 * of its own (docs.couchdb.org, "Bulk document API"). 202 means fewer copies than a majority have
 * it: a cluster in that state must not answer for what is saved ([CDB4]).
 */
export function couchFailure(answer: CouchAnswer, facts: ErrorFacts): ReanError {
  const { status } = answer;
  const { error, reason } = saidIn(answer.json);
  const told = { ...facts, status, error, reason };
  if (isDatabaseGone(answer)) {
    return new ReanError('store.unopenable', { ...facts, problem: 'missing' });
  }
  if (isFull(status, error, reason)) return new ReanError('store.full', told);
  if (status === 401 || status === 403) return new ReanError('store.refused', told);
  if (status === 409 || error === 'conflict') return new ReanError('store.conflict', told);
  if (status === 202) return new ReanError('store.unreachable', { ...told, problem: 'quorum' });
  if (status >= 500 || status === 429 || status === 408) {
    return new ReanError('store.unreachable', told);
  }
  return new ReanError('unexpected', told);
}

/** From 3.4 on CouchDB refuses writes to a disk that is nearly full; before, it fails on it. */
function isFull(status: number, error: string, reason: string): boolean {
  return status === 507 || error === 'insufficient_storage' || /enospc/i.test(error + reason);
}
