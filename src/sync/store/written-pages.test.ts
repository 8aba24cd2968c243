import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sequence } from '../../shared/sequence.ts';
import { MemoryDisk } from './memory-level.ts';
import { openMemoryStorage } from './memory-storage.ts';
import type { Database, StoredDocument } from './storage.ts';

const seed = 20261122;

function documentOf(id: number, content: string): StoredDocument {
  const hash = content.repeat(32);
  const _revisions = { start: 1, ids: [hash] };
  return { _id: `document-${id}`, _rev: `1-${hash}`, _revisions, content, clock: { at: id } };
}

/** What a reader who pages through a database ends up with: the last it was told of each id. */
async function walk(database: Database, limit: number): Promise<ReadonlyMap<string, unknown>> {
  const told = new Map<string, unknown>();
  for (let since: Sequence = 0; ;) {
    const { moved, lastSeq } = await database.leaves({ since, limit });
    for (const { id, only } of moved) told.set(id, only);
    if (moved.length < limit) return told;
    since = lastSeq;
  }
}

/** The same database opened anew, so that all of it is read from the disk. */
function reopened(disk: MemoryDisk): Promise<Database> {
  return openMemoryStorage(disk.copy()).open('events-0001');
}

describe('[STO1] leaves carried a moment ago', () => {
  it('are those that are read from the disk, whatever was carried, twice or as twins', async () => {
    const content = fc.constantFrom('a', 'b');
    const document = fc.tuple(fc.integer({ min: 1, max: 12 }), content);
    const requests = fc.array(fc.array(document, { minLength: 1, maxLength: 5 }), { maxLength: 8 });
    const limits = fc.integer({ min: 1, max: 6 });
    const same = fc.asyncProperty(requests, limits, limits, async (carried, first, second) => {
      const disk = new MemoryDisk();
      const database = await openMemoryStorage(disk).open('events-0001');
      const half = Math.floor(carried.length / 2);
      const carry = (part: typeof carried) =>
        Promise.all(part.map((docs) => database.carry(docs.map((each) => documentOf(...each)))));
      await carry(carried.slice(0, half));
      const early = await walk(database, first);
      expect(early).toEqual(await walk(await reopened(disk), first));
      await carry(carried.slice(half));
      expect(await walk(database, second)).toEqual(await walk(await reopened(disk), second));
    });
    await fc.assert(same, { seed, numRuns: 150 });
  });

  it('go on from where a reader stands, in the middle of what was carried too', async () => {
    const database = await openMemoryStorage(new MemoryDisk()).open('events-0001');
    await database.carry([1, 2, 3].map((id) => documentOf(id, 'a')));
    await database.putMany([{ _id: 'document-4' }]);
    await database.carry([5, 6].map((id) => documentOf(id, 'a')));
    const { moved, lastSeq } = await database.leaves({ since: 2, limit: 3 });
    expect(moved.map(({ id }) => id)).toEqual(['document-3', 'document-4', 'document-5']);
    const rest = await database.leaves({ since: lastSeq, limit: 3 });
    expect(rest).toMatchObject({ moved: [{ id: 'document-6' }], lastSeq: 6 });
  });
});
