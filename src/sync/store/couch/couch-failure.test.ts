import { describe, expect, it } from 'vitest';
import { couchFailure } from './couch-failure.ts';

const at = { database: 'state-1' };
const codeOf = (status: number, error: string, reason: string) =>
  couchFailure({ status, json: { error, reason } }, at).code;

/** Answers as CouchDB 3.5 words them. */
describe('an answer of CouchDB that is no success', () => {
  it('[HUB12] is a database that is gone', () => {
    const gone = { status: 404, json: { error: 'not_found', reason: 'Database does not exist.' } };
    expect(couchFailure(gone, at)).toMatchObject({
      code: 'store.unopenable',
      facts: { database: 'state-1', problem: 'missing' },
    });
  });

  it('[CDB7] is a full disk, told for the whole request or for a row of it', () => {
    expect(codeOf(507, 'insufficient_storage', 'database_dir is too full')).toBe('store.full');
    expect(codeOf(201, 'insufficient_storage', 'database_dir is too full')).toBe('store.full');
    expect(codeOf(500, 'error', '{file_error,enospc}')).toBe('store.full');
  });

  it('[CDB7] is an account that is not let in', () => {
    expect(codeOf(401, 'unauthorized', 'Name or password is incorrect.')).toBe('store.refused');
    expect(codeOf(403, 'forbidden', 'You are not allowed to access this db.')).toBe(
      'store.refused',
    );
  });

  it('[CDB4] is a write that too few copies have', () => {
    expect(couchFailure({ status: 202, json: [] }, at)).toMatchObject({
      code: 'store.unreachable',
      facts: { problem: 'quorum' },
    });
  });

  it('[CDB7] is a server in trouble, a conflict, or something nobody foresaw', () => {
    expect(codeOf(500, 'nodedown', 'progress not possible')).toBe('store.unreachable');
    expect(codeOf(503, 'service_unvailable', 'Service unvailable')).toBe('store.unreachable');
    expect(codeOf(409, 'conflict', 'Document update conflict.')).toBe('store.conflict');
    expect(codeOf(201, 'conflict', 'Document update conflict.')).toBe('store.conflict');
    expect(couchFailure({ status: 418, json: 'tea' }, at).code).toBe('unexpected');
  });
});
