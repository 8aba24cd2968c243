import { describe, expect, it, vi } from 'vitest';
import { openMemoryStorage } from '../../sync/store/memory-storage.ts';
import { followDatabase } from './follow-database.ts';
import type { Batch } from './follow-database.ts';

async function filled(count: number) {
  const database = await openMemoryStorage().open('directory-0123456789abcdef');
  await database.putMany(Array.from({ length: count }, (_, n) => ({ _id: `document:${n}` })));
  return database;
}

function collect(database: Awaited<ReturnType<typeof filled>>) {
  const batches: Batch[] = [];
  let ended: unknown = null;
  const subscription = followDatabase(database).subscribe({
    next: (batch) => batches.push(batch),
    error: (error: unknown) => {
      ended = error;
    },
    complete: () => {
      ended = 'complete';
    },
  });
  return { batches, subscription, ended: () => ended };
}

const idsIn = (batches: readonly Batch[]) =>
  batches.flatMap(({ documents }) => documents.map(({ _id }) => _id));

describe('followDatabase', () => {
  it('gives everything there is in batches, and says with the last that this was all', async () => {
    const { batches, subscription } = collect(await filled(250));
    await vi.waitFor(() => expect(batches.at(-1)?.caughtUp).toBe(true));
    expect(new Set(idsIn(batches)).size).toBe(250);
    expect(batches.slice(0, -1).every(({ caughtUp }) => !caughtUp)).toBe(true);
    subscription.unsubscribe();
  });

  it('says at once that an empty database is all there is', async () => {
    const { batches, subscription } = collect(await filled(0));
    await vi.waitFor(() => {
      expect(batches).toEqual([{ documents: [], removed: [], caughtUp: true }]);
    });
    subscription.unsubscribe();
  });

  it('goes on with what is added, changed and deleted, each once', async () => {
    const database = await filled(2);
    const { batches, subscription } = collect(database);
    await vi.waitFor(() => expect(batches).toHaveLength(1));
    await database.put({ _id: 'document:new' });
    const held = await database.get('document:0');
    await database.put({ _id: 'document:0', _rev: held?._rev ?? '', changed: true });
    const other = await database.get('document:1');
    await database.put({ _id: 'document:1', _rev: other?._rev ?? '', _deleted: true });
    await vi.waitFor(() => {
      expect(batches.flatMap(({ removed }) => removed)).toEqual(['document:1']);
    });
    const later = batches.slice(1);
    expect(idsIn(later)).toContain('document:new');
    expect(later.flatMap(({ documents }) => documents)).toContainEqual(
      expect.objectContaining({ _id: 'document:0', changed: true }),
    );
    subscription.unsubscribe();
  });

  it('misses nothing that is written while it reads', async () => {
    const database = await filled(150);
    const { batches, subscription } = collect(database);
    for (let n = 0; n < 20; n += 1) await database.put({ _id: `meanwhile:${n}` });
    await vi.waitFor(() => expect(new Set(idsIn(batches)).size).toBe(170));
    subscription.unsubscribe();
  });

  it('says nothing more once left', async () => {
    const database = await filled(1);
    const { batches, subscription, ended } = collect(database);
    await vi.waitFor(() => expect(batches).toHaveLength(1));
    subscription.unsubscribe();
    await database.put({ _id: 'document:late' });
    await database.info();
    expect(batches).toHaveLength(1);
    expect(ended()).toBeNull();
  });
});
