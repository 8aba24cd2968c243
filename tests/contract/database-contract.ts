import { firstValueFrom, lastValueFrom, take, toArray } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/sync/store/storage.ts';

export interface DatabaseUnderTest {
  readonly database: Database;
  close(): Promise<void>;
}

const event = (seq: number) => ({ _id: `a:${String(seq).padStart(4, '0')}`, seq });

/**
 * What every database answers, wherever it lies: memory, LevelDB, or a hub over HTTP ([STO1]).
 * `open` gives a new, empty one each time.
 */
export function describeDatabase(kind: string, open: () => Promise<DatabaseUnderTest>): void {
  describe(`a database in ${kind}`, () => {
    let under: DatabaseUnderTest;
    let database: Database;

    beforeEach(async () => {
      under = await open();
      ({ database } = under);
    });
    afterEach(() => under.close());

    const carryNew = async (...documents: readonly { readonly _id: string }[]) =>
      database.carry(documents.map((document) => ({ ...document, _rev: `1-${'a'.repeat(32)}` })));

    it('[STO1] gives back what was carried into it, with its revision', async () => {
      await carryNew(event(1));
      expect(await database.get('a:0001')).toEqual({ ...event(1), _rev: `1-${'a'.repeat(32)}` });
    });

    it('[STO1] says null for a document it does not have', async () => {
      expect(await database.get('nobody')).toBeNull();
      expect(await database.getLocal('nothing')).toBeNull();
    });

    it('[STO1] takes the same document twice without a change', async () => {
      await carryNew(event(1), event(2));
      await carryNew(event(2), event(1));
      expect(await database.info()).toEqual({ documents: 2, updateSeq: 2 });
    });

    it('[STO1] lists changes in pages from a sequence on', async () => {
      await carryNew(event(1), event(2), event(3));
      const first = await database.changes({ since: 0, limit: 2 });
      expect(first.changes.map(({ id, deleted }) => ({ id, deleted }))).toEqual([
        { id: 'a:0001', deleted: false },
        { id: 'a:0002', deleted: false },
      ]);
      const second = await database.changes({ since: first.lastSeq, limit: 2 });
      expect(second.changes.map(({ id }) => id)).toEqual(['a:0003']);
      const third = await database.changes({ since: second.lastSeq, limit: 2 });
      expect(third).toEqual({ changes: [], lastSeq: second.lastSeq });
    });

    it('[STO1] fetches documents with their history, to be carried elsewhere', async () => {
      await carryNew(event(1), event(2));
      const { changes } = await database.changes({ since: 0, limit: 10 });
      const missing = { id: 'gone', seq: 9, rev: `1-${'b'.repeat(32)}`, deleted: false };
      const fetched = await database.fetchForCarrying([...changes, missing]);
      expect(fetched).toMatchObject([event(1), event(2)]);
      expect(fetched[0]).toHaveProperty('_revisions', { start: 1, ids: ['a'.repeat(32)] });
    });

    it('[STO1] keeps local documents out of its changes, and writes over them', async () => {
      await database.putLocal('mark', { at: 1 });
      await database.putLocal('mark', { at: 2 });
      expect(await database.getLocal('mark')).toMatchObject({ at: 2 });
      expect((await database.changes({ since: 0, limit: 10 })).changes).toEqual([]);
    });

    it('[STO1] rejects everything with store.closed once closed', async () => {
      await database.close();
      await expect(database.get('a:0001')).rejects.toMatchObject({ code: 'store.closed' });
      await expect(database.carry([])).rejects.toMatchObject({ code: 'store.closed' });
    });
  });
}

/** What a database on this PC answers beyond that: writing anew, ranges and live changes. */
export function describeLocalDatabase(kind: string, open: () => Promise<DatabaseUnderTest>): void {
  describeDatabase(kind, open);

  describe(`a database of one's own in ${kind}`, () => {
    let under: DatabaseUnderTest;
    let database: Database;

    beforeEach(async () => {
      under = await open();
      ({ database } = under);
    });
    afterEach(() => under.close());

    it('[STO1] refuses to write over a newer revision with store.conflict', async () => {
      const first = await database.put({ _id: 'note', text: 'one' });
      await database.put({ _id: 'note', _rev: first, text: 'two' });
      await expect(database.put({ _id: 'note', _rev: first, text: 'x' })).rejects.toMatchObject({
        code: 'store.conflict',
      });
      expect(await database.get('note')).toMatchObject({ text: 'two' });
    });

    it('[STO1] writes many at once and says which were in conflict', async () => {
      await database.put({ _id: 'b', held: true });
      const outcomes = await database.putMany([{ _id: 'a' }, { _id: 'b' }, { _id: 'c' }]);
      expect(outcomes.map(({ id, ok }) => ({ id, ok }))).toEqual([
        { id: 'a', ok: true },
        { id: 'b', ok: false },
        { id: 'c', ok: true },
      ]);
    });

    it('[STO1] reads a range by id, both ways and bounded', async () => {
      await database.putMany([event(1), event(2), event(3), { _id: 'b:0001' }]);
      const range = { from: 'a:', to: 'a:~' };
      const ids = async (more: object) =>
        (await database.range({ ...range, ...more })).map(({ _id }) => _id);
      expect(await ids({})).toEqual(['a:0001', 'a:0002', 'a:0003']);
      expect(await ids({ descending: true, limit: 1 })).toEqual(['a:0003']);
      expect(await ids({ from: 'a:0002', to: 'a:0002' })).toEqual(['a:0002']);
      expect(await ids({ from: 'z', to: 'zz' })).toEqual([]);
    });

    it('[STO1] leaves a deleted document out of ranges and tells of it in changes', async () => {
      const rev = await database.put({ _id: 'note' });
      await database.put({ _id: 'note', _rev: rev, _deleted: true });
      expect(await database.get('note')).toBeNull();
      expect(await database.range({ from: 'a', to: 'z' })).toEqual([]);
      expect((await database.changes({ since: 0, limit: 5 })).changes).toMatchObject([
        { id: 'note', deleted: true },
      ]);
    });

    it('[STO1] writes local documents of a carry together with the rest', async () => {
      const carried = { ...event(1), _rev: `1-${'a'.repeat(32)}` };
      await database.carry([carried], [{ name: 'mark', body: { since: 7 } }]);
      const mark = await database.getLocal('mark');
      expect(mark).toMatchObject({ since: 7 });
      const next = { name: 'mark', _rev: mark?._rev ?? '', body: { since: 8 } };
      await database.carry([{ ...event(2), _rev: `1-${'b'.repeat(32)}` }], [next]);
      expect(await database.getLocal('mark')).toMatchObject({ since: 8 });
      expect((await database.info()).documents).toBe(2);
    });

    it('[STO1] tells of changes as they come, from a sequence on', async () => {
      await database.putMany([event(1), event(2)]);
      const coming = firstValueFrom(database.changes$(1).pipe(take(2), toArray()));
      await database.put(event(3));
      expect((await coming).map(({ id }) => id)).toEqual(['a:0002', 'a:0003']);
    });

    it('[STO1] completes its changes when it is closed', async () => {
      const told = lastValueFrom(database.changes$(0), { defaultValue: null });
      await database.close();
      expect(await told).toBeNull();
      expect(await lastValueFrom(database.changes$(0), { defaultValue: null })).toBeNull();
    });
  });
}
