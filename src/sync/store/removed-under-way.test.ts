import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { openLevelStorage } from './level-storage.ts';
import { openMemoryStorage } from './memory-storage.ts';
import type { Storage } from './storage.ts';

const storages: readonly (readonly [string, () => Promise<Storage>])[] = [
  ['memory', () => Promise.resolve(openMemoryStorage())],
  ['LevelDB', async () => openLevelStorage(await temporaryFolder())],
];

const documents = Array.from({ length: 200 }, (_, index) => ({ _id: `d${index}`, index }));

describe.each(storages)('a database of %s', (_name, open) => {
  // How far a read gets before the database goes differs; each of them has to be answered.
  it.each([0, 1, 2, 4, 8, 16])(
    '[STO8] answers what is under way as it is removed, %i turns later',
    async (turns) => {
      const storage = await open();
      const database = await storage.open('state-1');
      await database.putMany(documents);
      const underWay = [
        database.range({ from: 'd', to: 'e' }),
        database.get('d7'),
        database.changes({ since: 0, limit: 500 }),
        database.put({ _id: 'late' }),
      ].map((each) => each.then(() => 'answered', codeOf));
      for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
      await storage.destroy('state-1');
      for (const outcome of await Promise.all(underWay)) {
        expect(['answered', 'store.closed']).toContain(outcome);
      }
      await expect(database.get('d7')).rejects.toMatchObject({ code: 'store.closed' });
      await storage.close();
    },
  );

  it('[STO8] opens anew while the one before is removed, or set aside', async () => {
    const storage = await open();
    await (await storage.open('state-1')).putMany(documents);
    for (const leave of ['destroy', 'setAside'] as const) {
      const leaving = storage[leave]('state-1');
      const [database, again] = await Promise.all([
        storage.open('state-1'),
        storage.open('state-1'),
        leaving,
      ]);
      expect(again).toBe(database);
      expect((await database.info()).documents).toBe(0);
      await database.put({ _id: leave });
      expect(await (await storage.open('state-1')).get(leave)).not.toBeNull();
    }
    expect(await storage.asides('state-1')).toHaveLength(1);
    await storage.close();
  });

  it('[STO8] answers reads that are under way as it is closed', async () => {
    const storage = await open();
    const database = await storage.open('state-1');
    await database.putMany(documents);
    const read = database.range({ from: 'd', to: 'e' }).then(() => 'answered', codeOf);
    await storage.close();
    expect(['answered', 'store.closed']).toContain(await read);
  });
});

const codeOf = (error: unknown): unknown => (error as { readonly code: unknown }).code;
