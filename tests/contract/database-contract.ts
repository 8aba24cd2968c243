import { firstValueFrom, lastValueFrom, take, toArray } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sequence } from '../../src/shared/sequence.ts';
import type { Database, SharedDatabase, StoredDocument } from '../../src/sync/store/storage.ts';

/** A pair of databases in one place: a hub takes events into one, and gives out another. */
export interface SharedUnderTest {
  /** Takes events. Empty at first. */
  readonly sink: SharedDatabase;
  /** An event `sink` takes, the same each time. */
  event(seq: number): StoredDocument;
  /** Gives out documents; it holds `ids`, three at least, each written once. */
  readonly source: SharedDatabase;
  readonly ids: readonly string[];
  close(): Promise<void>;
}

export interface DatabaseUnderTest extends SharedUnderTest {
  /** Empty at first; the same as `sink`. */
  readonly database: Database;
}

/** What replication asks of databases, wherever they lie: memory, LevelDB, or a hub ([STO1]). */
export function describeShared(kind: string, open: () => Promise<SharedUnderTest>): void {
  describe(`databases in ${kind}`, () => {
    let under: SharedUnderTest;

    beforeEach(async () => {
      under = await open();
    });
    afterEach(() => under.close());

    const allIds = async (limit: number) => {
      const ids: string[] = [];
      for (let since: Sequence = 0; ;) {
        const page = await under.source.changes({ since, limit });
        ids.push(...page.changes.map(({ id }) => id));
        if (page.changes.length === 0) return { ids: ids.sort(), lastSeq: page.lastSeq };
        since = page.lastSeq;
      }
    };

    it('[STO1] gives back what was carried in, with its revision', async () => {
      const event = under.event(1);
      await under.sink.carry([event]);
      expect(await under.sink.get(event._id)).toEqual(event);
    });

    it('[STO1] says null for a document it does not have', async () => {
      expect(await under.sink.get(under.event(9)._id)).toBeNull();
      expect(await under.sink.getLocal('nothing')).toBeNull();
    });

    it('[STO1] takes the same documents twice without a change', async () => {
      await under.sink.carry([under.event(1), under.event(2)]);
      await under.sink.carry([under.event(2), under.event(1), under.event(3)]);
      expect((await under.sink.info()).documents).toBe(3);
    });

    it('[STO1] lists every change once, in pages from a sequence on', async () => {
      const { ids, lastSeq } = await allIds(2);
      expect(ids).toEqual([...under.ids].sort());
      expect((await allIds(500)).ids).toEqual(ids);
      const { documents, updateSeq } = await under.source.info();
      expect(documents).toBe(ids.length);
      for (const since of [lastSeq, updateSeq]) {
        expect((await under.source.changes({ since, limit: 5 })).changes).toEqual([]);
      }
    });

    it('[STO1] fetches documents with their history, to be carried elsewhere', async () => {
      const { changes } = await under.source.changes({ since: 0, limit: 500 });
      const missing = { id: 'gone', seq: 9, rev: `1-${'b'.repeat(32)}`, deleted: false };
      const fetched = await under.source.fetchForCarrying([...changes, missing]);
      expect(fetched.map(({ _id, _rev }) => [_id, _rev])).toEqual(
        changes.map(({ id, rev }) => [id, rev]),
      );
      const [number, hash] = (fetched[0]?._rev ?? '').split('-');
      expect(fetched[0]).toHaveProperty('_revisions', { start: Number(number), ids: [hash] });
      expect(await under.source.fetchForCarrying([])).toEqual([]);
    });

    it('[STO1] keeps local documents out of its changes, and writes over them', async () => {
      const { lastSeq: since } = await allIds(500);
      await under.source.putLocal('mark', { at: 1 });
      await under.source.putLocal('mark', { at: 2 });
      expect(await under.source.getLocal('mark')).toMatchObject({ at: 2 });
      expect((await under.source.changes({ since, limit: 5 })).changes).toEqual([]);
    });

    it('[STO1] rejects everything with store.closed once closed', async () => {
      await under.sink.close();
      const closed = { code: 'store.closed' };
      await expect(under.sink.get('a')).rejects.toMatchObject(closed);
      await expect(under.sink.carry([under.event(1)])).rejects.toMatchObject(closed);
      await expect(under.sink.info()).rejects.toMatchObject(closed);
    });
  });
}

/** What a database on this PC answers beyond that: writing anew, ranges and live changes. */
export function describeDatabase(kind: string, open: () => Promise<DatabaseUnderTest>): void {
  describeShared(kind, open);

  describe(`[CDB1] a database of one's own in ${kind}`, () => {
    let under: DatabaseUnderTest;
    let database: Database;
    const note = (seq: number) => ({ _id: `a:${String(seq).padStart(4, '0')}`, seq });

    beforeEach(async () => {
      under = await open();
      ({ database } = under);
    });
    afterEach(() => under.close());

    it('[STO1] gives many documents by id, in the order asked for, and null for none', async () => {
      await database.putMany([note(1), note(2), note(3)]);
      const found = await database.getMany(['a:0003', 'a:0009', 'a:0001']);
      expect(found.map((each) => each?.['seq'] ?? null)).toEqual([3, null, 1]);
      expect(await database.getMany([])).toEqual([]);
      await database.close();
      await expect(database.getMany(['a:0001'])).rejects.toMatchObject({ code: 'store.closed' });
    });

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
      await database.putMany([note(1), note(2), note(3), { _id: 'b:0001' }]);
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

    it('[STO1] forgets the bodies of older revisions', async () => {
      const first = await database.put({ _id: 'note', text: 'old' });
      await database.put({ _id: 'note', _rev: first, text: 'new' });
      const change = { id: 'note', seq: 1, rev: first, deleted: false };
      expect(await database.fetchForCarrying([change])).toMatchObject([{ text: 'new' }]);
    });

    it('[STO1] leaves out what is asked for by a revision it never had, or has no longer', async () => {
      const first = await database.put({ _id: 'note', text: '0' });
      let newest = first;
      for (let text = 1; text <= 25; text += 1) {
        newest = await database.put({ _id: 'note', _rev: newest, text: String(text) });
      }
      const change = { id: 'note', seq: 1, deleted: false };
      for (const rev of [first, '1-never', '30-never']) {
        expect(await database.fetchForCarrying([{ ...change, rev }])).toEqual([]);
      }
      expect(await database.fetchForCarrying([{ ...change, rev: newest }])).toMatchObject([
        { text: '25' },
      ]);
    });

    it('[STO1] finds the newest of a branch while newer ones are being written', async () => {
      let rev = await database.put({ _id: 'note', text: 0 });
      for (let text = 1; text <= 15; text += 1) {
        const change = { id: 'note', seq: 1, rev, deleted: false };
        const [written, found] = await Promise.all([
          database.put({ _id: 'note', _rev: rev, text }),
          database.fetchForCarrying([change]),
        ]);
        rev = written;
        expect(found).toHaveLength(1);
      }
    });

    it('[STO1] writes local documents of a carry together with the rest', async () => {
      await database.carry([under.event(1)], [{ name: 'mark', body: { since: 7 } }]);
      const mark = await database.getLocal('mark');
      expect(mark).toMatchObject({ since: 7 });
      const next = { name: 'mark', _rev: mark?._rev ?? '', body: { since: 8 } };
      await database.carry([under.event(2)], [next]);
      expect(await database.getLocal('mark')).toMatchObject({ since: 8 });
      expect((await database.info()).documents).toBe(2);
    });

    it('[STO1] carries a further revision over the one held, without a conflict', async () => {
      const ids = ['b', 'a'].map((letter) => letter.repeat(32));
      await database.carry([{ _id: 'note', _rev: `1-${ids[1]}`, text: 'one' }]);
      const second = { _id: 'note', _rev: `2-${ids[0]}`, text: 'two' };
      await database.carry([{ ...second, _revisions: { start: 2, ids } }]);
      expect(await database.get('note')).toEqual(second);
      expect((await database.changes({ since: 0, limit: 5 })).changes).toHaveLength(1);
    });

    it('[STO1] tells every content of an id that was written twice', async () => {
      const [one, other] = [under.event(1), { ...under.event(1), _rev: `1-${'c'.repeat(32)}` }];
      await database.carry([one, under.event(2)]);
      const { lastSeq: since } = await database.leaves({ since: 0, limit: 5 });
      await database.carry([{ ...other, text: 'cloned' }]);
      const { moved } = await database.leaves({ since, limit: 5 });
      expect(moved).toEqual([{ id: one._id, only: null }]);
      const revs = (await database.leavesOf(one._id)).map(({ _rev }) => _rev);
      expect(revs.sort()).toEqual([one._rev, other._rev].sort());
      expect(await database.leavesOf('nothing')).toEqual([]);
    });

    it('[STO1] gives contents by revision, in pages of moved ones and one by one', async () => {
      const events = [under.event(1), under.event(2), under.event(3)];
      await database.carry(events);
      const { moved, lastSeq } = await database.leaves({ since: 0, limit: 5 });
      const byId = (a: { readonly id: string }, b: { readonly id: string }) =>
        a.id < b.id ? -1 : 1;
      const all = events.map((event) => ({ id: event._id, only: event }));
      expect([...moved].sort(byId)).toEqual(all.sort(byId));
      expect((await database.leaves({ since: lastSeq, limit: 5 })).moved).toEqual([]);
      const wanted = events.map(({ _id: id, _rev: rev }) => ({ id, rev }));
      const gone = { id: under.event(1)._id, rev: `1-${'d'.repeat(32)}` };
      expect(await database.fetch([...wanted.reverse(), gone])).toEqual(events.reverse());
    });

    it('[STO1] tells of changes as they come, from a sequence on', async () => {
      await database.put(note(1));
      const { updateSeq } = await database.info();
      await database.put(note(2));
      const coming = firstValueFrom(database.changes$(updateSeq).pipe(take(2), toArray()));
      await database.put(note(3));
      expect((await coming).map(({ id }) => id).sort()).toEqual(['a:0002', 'a:0003']);
    });

    it('[STO1] completes its changes when it is closed', async () => {
      const told = lastValueFrom(database.changes$(0), { defaultValue: null });
      await database.close();
      expect(await told).toBeNull();
      expect(await lastValueFrom(database.changes$(0), { defaultValue: null })).toBeNull();
    });
  });
}
