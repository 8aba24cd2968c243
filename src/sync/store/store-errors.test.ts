import { describe, expect, it } from 'vitest';
import { ReanError } from '../../shared/errors.ts';
import { openError, storeError } from './store-errors.ts';

describe('names of storage failures', () => {
  it.each([
    ['IO error: /d/000003.log: No space left on device', 'store.full'],
    ['IO error: /d/000003.log: Disk quota exceeded', 'store.full'],
    ['IO error: /d/000005.ldb: File too large', 'store.full'],
    ['Corruption: block checksum mismatch', 'store.unopenable'],
    ['IO error: /d/000005.ldb: Input/output error', 'store.unopenable'],
    ['Database is not open', 'store.closed'],
    ['database is closed', 'store.closed'],
    ['something nobody foresaw', 'unexpected'],
  ])('[STO3] of an open store: %s', (message, code) => {
    expect(storeError(new Error(message), 'state')).toMatchObject({ code });
  });

  it.each([
    ['IO error: lock /d/LOCK: Resource temporarily unavailable', 'store.in-use'],
    ['IO error: lock /d/LOCK: already held by process', 'store.in-use'],
    ['IO error: /d/MANIFEST-000004: No such file or directory', 'store.unopenable'],
    ['Invalid argument: /d: does not exist (create_if_missing is false)', 'store.unopenable'],
    ['Corruption: CURRENT file does not end with newline', 'store.unopenable'],
    ['IO error: /d/000007.dbtmp: No space left on device', 'store.full'],
    ['IO error: /d/LOCK: Permission denied', 'unexpected'],
    ['IO error: /d/000005.ldb: Too many open files', 'unexpected'],
  ])('[STO3] of a store that does not open: %s', (message, code) => {
    const cause = new Error(message);
    expect(openError(new Error('open failed', { cause }), '/d')).toMatchObject({ code });
  });

  it('of a conflict, by its status', () => {
    const conflict = { status: 409, name: 'conflict', message: 'Document update conflict' };
    expect(storeError(conflict, 'state')).toMatchObject({ code: 'store.conflict' });
  });

  it('keep a name already given, and take anything thrown', () => {
    const named = new ReanError('hub.refused');
    expect(storeError(named, 'state')).toBe(named);
    expect(openError(named, '/d')).toBe(named);
    expect(storeError('a string', 'state')).toMatchObject({ code: 'unexpected' });
    expect(storeError(undefined, 'state')).toMatchObject({ code: 'unexpected' });
  });
});
