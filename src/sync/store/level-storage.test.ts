import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  rename,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import leveldown from 'leveldown';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { garbleTables } from '../../../tests/factories/garble-tables.ts';
import type { ReanError } from '../../shared/errors.ts';
import type { Level, LevelWriteOptions } from './level.ts';
import { openLevelStorage } from './level-storage.ts';
import { openOrSetAside } from './set-aside.ts';
import type { Database } from './storage.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rean-level-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function openAndClose(name = 'events-0001'): Promise<void> {
  const storage = await openLevelStorage(folder);
  await storage.open(name);
  await storage.close();
}

/** Leveldown itself, telling the options of every write that reaches it. */
function watchWrites(seen: (options: LevelWriteOptions) => void) {
  return (location: string): Level => {
    const level: Level = leveldown(location);
    const batch = level.batch.bind(level);
    return Object.assign(level, {
      batch: (...[writes, options, done]: Parameters<Level['batch']>) => {
        seen(options);
        batch(writes, options, done);
      },
      put: () => expect.unreachable('a put that goes around the batch'),
      del: () => expect.unreachable('a delete that goes around the batch'),
    });
  };
}

async function damage(database: string, file: RegExp): Promise<void> {
  const place = join(folder, database);
  const name = (await readdir(place)).find((each) => file.test(each));
  await writeFile(join(place, name ?? 'missing'), 'no manifest at all');
}

describe('LevelDB storage', () => {
  it('[STO2] syncs every write that reaches leveldown, of whatever kind', async () => {
    const seen: LevelWriteOptions[] = [];
    const makeLevel = watchWrites((options) => seen.push(options));
    const storage = await openLevelStorage(folder, { makeLevel });
    const database = await storage.open('events-0001');
    const rev = await database.put({ _id: 'a' });
    await database.putMany([{ _id: 'b' }, { _id: 'c' }]);
    await database.put({ _id: 'a', _rev: rev, _deleted: true });
    await database.carry([{ _id: 'd', _rev: `1-${'d'.repeat(32)}` }], [{ name: 'x', body: {} }]);
    await database.putLocal('y', { at: 1 });
    await database.pouch.put({ _id: 'e' });
    await storage.close();
    expect(seen.length).toBeGreaterThanOrEqual(7);
    expect(new Set(seen.map(({ sync }) => sync))).toEqual(new Set([true]));
  });

  it('[STO2] keeps what was written through a close and an opening', async () => {
    const first = await openLevelStorage(folder);
    await (await first.open('events-0001')).put({ _id: 'a', text: 'ក' });
    await first.close();
    const second = await openLevelStorage(folder);
    expect(await (await second.open('events-0001')).get('a')).toMatchObject({ text: 'ក' });
    await second.close();
  });

  it('[STO7] takes the rest of a database away whose removal was cut off', async () => {
    const first = await openLevelStorage(folder);
    await (await first.open('events-0001')).put({ _id: 'a' });
    await (await first.open('events-0002')).put({ _id: 'b' });
    await first.close();
    await rename(join(folder, 'events-0001'), join(folder, 'events-0001.removed'));
    const [file = ''] = await readdir(join(folder, 'events-0001.removed'));
    await rm(join(folder, 'events-0001.removed', file));
    const second = await openLevelStorage(folder);
    expect(await readdir(folder)).toEqual(['events-0002']);
    expect(await second.list()).toEqual(['events-0002']);
    expect(await (await second.open('events-0002')).get('b')).not.toBeNull();
    await second.close();
  });

  it('[STO7] removes a database, also where an earlier removal of one of that name was cut off', async () => {
    const storage = await openLevelStorage(folder);
    await (await storage.open('events-0001')).put({ _id: 'a' });
    await mkdir(join(folder, 'events-0001.removed'));
    await writeFile(join(folder, 'events-0001.removed', 'left'), 'over');
    await storage.destroy('events-0001');
    await storage.destroy('events-0001');
    expect(await readdir(folder)).toEqual([]);
    await storage.close();
  });

  it('[STO3] sets a store that will not open aside, keeps it, and makes a new one', async () => {
    const first = await openLevelStorage(folder);
    await (await first.open('state-0001')).put({ _id: 'a' });
    await first.close();
    await damage('state-0001', /^CURRENT$/);

    const storage = await openLevelStorage(folder);
    await expect(storage.open('state-0001')).rejects.toMatchObject({ code: 'store.unopenable' });
    const opened = await openOrSetAside(storage, 'state-0001');
    expect(opened.setAside).toBe('state-0001.set-aside-1');
    expect(await opened.database.info()).toEqual({ documents: 0, updateSeq: 0 });
    expect(await readdir(folder)).toContain('state-0001.set-aside-1');
    expect(await storage.list()).toEqual(['state-0001']);
    await storage.close();
  });

  it('[STO3] never begins a store anew among the records of one', async () => {
    const first = await openLevelStorage(folder);
    await (await first.open('events-0001')).put({ _id: 'a' });
    await first.close();
    await rm(join(folder, 'events-0001', 'CURRENT'));

    const storage = await openLevelStorage(folder);
    await expect(storage.open('events-0001')).rejects.toMatchObject({ code: 'store.unopenable' });
    const { setAside } = await openOrSetAside(storage, 'events-0001');
    const found: string[] = [];
    await storage.salvage(setAside ?? '', (page) => {
      found.push(...page.map(({ _id }) => _id));
      return Promise.resolve();
    });
    expect(found).toEqual(['a']);
    await storage.close();
  });

  it('[STO3] counts on when the same store has to be set aside again', async () => {
    for (const expected of ['state-0001.set-aside-1', 'state-0001.set-aside-2']) {
      await openAndClose('state-0001');
      await damage('state-0001', /^CURRENT$/);
      const storage = await openLevelStorage(folder);
      expect((await openOrSetAside(storage, 'state-0001')).setAside).toBe(expected);
      await storage.close();
    }
  });

  it('[STO3] says store.unopenable when data turns out damaged while it is read', async () => {
    const first = await openLevelStorage(folder);
    const written = await first.open('events-0001');
    const documents = Array.from({ length: 400 }, (_, index) => ({
      _id: `e${String(index).padStart(4, '0')}`,
      text: `${index}`.repeat(3000),
    }));
    await written.putMany(documents);
    await first.close();
    // LevelDB turns its log into a table at the next opening.
    await openAndClose();
    const place = join(folder, 'events-0001');
    const tables = (await readdir(place)).filter((name) => name.endsWith('.ldb'));
    expect(tables).not.toEqual([]);
    for (const table of tables) await truncate(join(place, table), 4096);

    const storage = await openLevelStorage(folder);
    const read = async () => {
      const database = await storage.open('events-0001');
      await database.range({ from: 'e', to: 'f' });
    };
    await expect(read()).rejects.toMatchObject({ code: 'store.unopenable' });
    await expect(read()).rejects.toMatchObject({ code: 'store.unopenable' });
    await storage.close();
  });

  it('[STO6] hands over what lies around a sector that the disk won’t read, and in a file it opens', async () => {
    const documents = Array.from({ length: 400 }, (_, index) => ({
      _id: `st-${String(index).padStart(4, '0')}`,
      text: `${index}`.repeat(300),
    }));
    const first = await openLevelStorage(folder);
    await (await first.open('events-0001')).putMany(documents);
    await first.close();
    const second = await openLevelStorage(folder);
    await (await second.open('events-0001')).put({ _id: 'st-last' });
    const aside = await second.setAside('events-0001');
    await second.close();
    const place = join(folder, aside);
    const table = (await readdir(place)).find((name) => name.endsWith('.ldb')) ?? 'no table';
    const { size } = await stat(join(place, table));

    const badSector = Math.floor(size / 2 / 4096) * 4096;
    const storage = await openLevelStorage(folder, {
      readPart: async (file, into, position) => {
        const isTable = (await file.stat()).size === size;
        const isHit = position <= badSector && badSector < position + into.length;
        if (isTable && isHit) throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
        return (await file.read(into, 0, into.length, position)).bytesRead;
      },
    });
    const read = new Set<string>();
    const whole = await storage.salvage(aside, async (page) => {
      for (const { _id } of page) read.add(_id);
      return Promise.resolve();
    });
    expect(whole).toBe(false);
    expect(read.size).toBeGreaterThan(350);
    expect(read.size).toBeLessThan(401);
    expect(read).toContain('st-0000');
    expect(read).toContain('st-0399');
    expect(await readdir(folder)).not.toContain(`${aside}.repaired`);
  });

  it('[STO6] salvages nothing, and says it is worth another try, where there is no room for a copy', async () => {
    const first = await openLevelStorage(folder);
    await (await first.open('events-0001')).put({ _id: 'st-a' });
    const aside = await first.setAside('events-0001');
    await first.close();
    const storage = await openLevelStorage(folder, {
      readPart: () =>
        Promise.reject(Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' })),
    });
    const salvage = storage.salvage(aside, () => Promise.resolve());
    await expect(salvage).rejects.toMatchObject({ code: 'store.full' });
  });

  it('[STO3] tells of damage in the midst of a table at every kind of read, and ends nothing', async () => {
    const first = await openLevelStorage(folder);
    const documents = Array.from({ length: 400 }, (_, index) => ({
      _id: `e${String(index).padStart(4, '0')}`,
      text: `${index}`.repeat(300),
    }));
    const outcomes = await (await first.open('events-0001')).putMany(documents);
    await first.close();
    await openAndClose();
    expect(await garbleTables(join(folder, 'events-0001'))).toBeGreaterThan(0);

    const ids = outcomes.flatMap((each) =>
      each.ok ? [{ id: each.id, rev: each.rev, seq: 1, deleted: false }] : [],
    );
    const reads: readonly ((database: Database) => Promise<unknown>)[] = [
      (database) => database.range({ from: 'e', to: 'f' }),
      (database) => database.changes({ since: 0, limit: 500 }),
      (database) => database.fetchForCarrying(ids),
      (database) => Promise.all(ids.map(({ id }) => database.get(id))),
    ];
    const told: string[] = [];
    for (const [index, read] of reads.entries()) {
      // Each its own: after some openings LevelDB tidies its tables by itself, and meets the damage first.
      const name = `events-000${index + 2}`;
      await cp(join(folder, 'events-0001'), join(folder, name), { recursive: true });
      const onDamage = ({ code }: ReanError) => void told.push(code);
      const storage = await openLevelStorage(folder, { onDamage });
      const database = await storage.open(name);
      // What waits behind a read that PouchDB never ends is settled too.
      const writing = database.put({ _id: `f${told.length}` }).catch(() => undefined);
      for (const each of await Promise.allSettled([read(database), read(database)])) {
        expect(each).toMatchObject({ status: 'rejected', reason: { code: 'store.unopenable' } });
      }
      await writing;
      await expect(database.put({ _id: 'g' })).rejects.toMatchObject({ code: 'store.unopenable' });
      await storage.close();
    }
    expect(new Set(told)).toEqual(new Set(['store.unopenable']));
    expect(told.length).toBeGreaterThanOrEqual(reads.length);
  });

  it('[STO3] takes damage met by a write for what it is, at every write and read after it', async () => {
    let damaged = false;
    const told: string[] = [];
    const storage = await openLevelStorage(folder, {
      onDamage: ({ code }) => void told.push(code),
      makeLevel: (location) => {
        const level: Level = leveldown(location);
        const batch = level.batch.bind(level);
        return Object.assign(level, {
          batch: (...given: Parameters<Level['batch']>) => {
            const [, , done] = given;
            if (damaged) process.nextTick(done, new Error('Corruption: block checksum mismatch'));
            else batch(...given);
          },
        });
      },
    });
    const database = await storage.open('events-0001');
    await database.put({ _id: 'a' });
    damaged = true;
    const lost = { code: 'store.unopenable' };
    await expect(database.put({ _id: 'b' })).rejects.toMatchObject(lost);
    damaged = false;
    await expect(database.put({ _id: 'c' })).rejects.toMatchObject(lost);
    await expect(database.get('a')).rejects.toMatchObject(lost);
    expect(told).toContain('store.unopenable');
    await storage.close();
  });

  it('[STO3] says store.in-use, and sets nothing aside, while another holds the folder', async () => {
    const holder = await openLevelStorage(folder);
    await (await holder.open('events-0001')).put({ _id: 'a' });
    const second = await openLevelStorage(folder);
    await expect(openOrSetAside(second, 'events-0001')).rejects.toMatchObject({
      code: 'store.in-use',
    });
    expect(await readdir(folder)).toEqual(['events-0001']);
    await holder.close();
    expect(await (await second.open('events-0001')).get('a')).not.toBeNull();
    await second.close();
  });

  it('[STO1] destroys a database and lets its name begin anew', async () => {
    const storage = await openLevelStorage(folder);
    await (await storage.open('state-0001')).put({ _id: 'a' });
    await storage.destroy('state-0001');
    expect(await storage.list()).toEqual([]);
    await storage.destroy('state-0001');
    expect(await (await storage.open('state-0001')).get('a')).toBeNull();
    await storage.close();
  });

  it('[STO1] opens a database asked for twice at once only once', async () => {
    const storage = await openLevelStorage(folder);
    const [one, two] = await Promise.all([storage.open('a'), storage.open('a')]);
    expect(one).toBe(two);
    await storage.close();
  });

  it('[HUB17] opens nothing any more once it is closed, so that its folder is free', async () => {
    const storage = await openLevelStorage(folder);
    await (await storage.open('a')).put({ _id: 'kept' });
    await storage.close();
    await expect(storage.open('a')).rejects.toMatchObject({ code: 'store.closed' });
    const next = await openLevelStorage(folder);
    expect(await (await next.open('a')).get('kept')).not.toBeNull();
    await next.close();
  });

  it('[STO1] refuses names that could leave the folder', async () => {
    const storage = await openLevelStorage(folder);
    for (const name of ['../up', 'a/b', '', '.', 'A', 'a.set-aside-1']) {
      expect(() => storage.open(name)).toThrow(expect.objectContaining({ code: 'shape.invalid' }));
    }
  });
});
