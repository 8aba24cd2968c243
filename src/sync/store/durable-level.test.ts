import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { MemoryDisk, openMemoryStorage } from './memory-storage.ts';

describe('a store whose disk is full or loses power', () => {
  it('[STO4] says store.full and writes nothing of the batch', async () => {
    const disk = new MemoryDisk();
    const database = await openMemoryStorage(disk).open('events-0001');
    await database.put({ _id: 'a' });
    disk.full = true;
    await expect(database.put({ _id: 'b' })).rejects.toMatchObject({ code: 'store.full' });
    expect(await database.get('a')).not.toBeNull();
    expect(await database.get('b')).toBeNull();
  });

  it('[STO4] takes writes again once there is room, and keeps all it answered', async () => {
    const disk = new MemoryDisk();
    const database = await openMemoryStorage(disk).open('events-0001');
    await database.put({ _id: 'a' });
    disk.full = true;
    await expect(database.put({ _id: 'b' })).rejects.toMatchObject({ code: 'store.full' });
    await expect(database.put({ _id: 'c' })).rejects.toMatchObject({ code: 'store.full' });
    disk.full = false;
    const reading = database.range({ from: 'a', to: 'z' });
    await database.put({ _id: 'd' });
    expect((await reading).length).toBeGreaterThanOrEqual(1);
    const ids = (await database.range({ from: 'a', to: 'z' })).map(({ _id }) => _id);
    expect(ids).toEqual(['a', 'd']);
    expect(await database.info()).toEqual({ documents: 2, updateSeq: 2 });
  });

  it('[STO4] undoes a write that failed but reached the files all the same', async () => {
    const disk = new MemoryDisk();
    const database = await openMemoryStorage(disk).open('events-0001');
    const rev = await database.put({ _id: 'a', text: 'one' });
    disk.failAfterWriting = true;
    const failing = database.put({ _id: 'a', _rev: rev, text: 'two' });
    await expect(failing).rejects.toMatchObject({ code: 'store.full' });
    disk.failAfterWriting = false;
    await database.put({ _id: 'b' });
    expect(await database.get('a')).toMatchObject({ text: 'one', _rev: rev });
    expect((await database.changes({ since: 0, limit: 9 })).changes).toMatchObject([
      { id: 'a', rev, seq: 1 },
      { id: 'b', seq: 2 },
    ]);
  });

  it('[STO4] shows nobody a failed write while its files are opened anew', async () => {
    const disk = new MemoryDisk();
    const database = await openMemoryStorage(disk).open('events-0001');
    const rev = await database.put({ _id: 'a', text: 'one' });
    disk.failAfterWriting = true;
    await expect(database.put({ _id: 'a', _rev: rev, text: 'two' })).rejects.toMatchObject({});
    disk.failAfterWriting = false;
    const writing = { done: false };
    const written = database.put({ _id: 'b' }).then(() => (writing.done = true));
    const reading: ReturnType<typeof database.changes>[] = [];
    while (!writing.done) {
      reading.push(database.changes({ since: 0, limit: 9 }));
      await nextTurn();
    }
    const read = (await Promise.all(reading)).flatMap(({ changes }) => changes);
    const shown = read.filter(({ id }) => id === 'a').map((change) => change.rev);
    expect(new Set(shown)).toEqual(new Set([rev]));
    await written;
  });

  it('[STO4] is read again once its disk is well, though nobody writes', async () => {
    const disk = new MemoryDisk();
    const database = await openMemoryStorage(disk).open('events-0001');
    await database.put({ _id: 'a' });
    disk.failAfterWriting = true;
    await expect(database.put({ _id: 'b' })).rejects.toMatchObject({ code: 'store.full' });
    disk.failToOpen = true;
    await expect(database.put({ _id: 'c' })).rejects.toMatchObject({ code: 'store.full' });
    await expect(database.get('a')).rejects.toMatchObject({ code: 'store.full' });
    disk.failAfterWriting = false;
    disk.failToOpen = false;
    await vi.waitFor(async () => expect(await database.get('a')).toMatchObject({ _id: 'a' }));
    expect(await database.get('b')).toBeNull();
  });

  it('[STO4] refuses reads rather than say "missing" while the files can not be opened anew', async () => {
    const disk = new MemoryDisk();
    const database = await openMemoryStorage(disk).open('events-0001');
    await database.put({ _id: 'a' });
    disk.failAfterWriting = true;
    await expect(database.put({ _id: 'b' })).rejects.toMatchObject({ code: 'store.full' });
    disk.failAfterWriting = false;
    disk.failToOpen = true;
    await expect(database.put({ _id: 'c' })).rejects.toMatchObject({ code: 'store.full' });
    await expect(database.get('a')).rejects.toMatchObject({ code: 'store.full' });
    disk.failToOpen = false;
    await database.put({ _id: 'd' });
    const ids = (await database.range({ from: 'a', to: 'z' })).map(({ _id }) => _id);
    expect(ids).toEqual(['a', 'd']);
  });

  it('[STO4] keeps what is there where another content of it comes after files could not be opened', async () => {
    const disk = new MemoryDisk();
    const database = await openMemoryStorage(disk).open('events-0001');
    await database.carry([{ _id: 'a', _rev: '1-a' }]);
    disk.failAfterWriting = true;
    await expect(database.put({ _id: 'b' })).rejects.toMatchObject({ code: 'store.full' });
    await expect(database.put({ _id: 'c' })).rejects.toMatchObject({ code: 'store.full' });
    disk.failAfterWriting = false;
    await database.carry([{ _id: 'a', _rev: '1-b' }]);
    const there = await database.leavesOf('a');
    expect(there.map(({ _rev }) => _rev).sort()).toEqual(['1-a', '1-b']);
    expect(await database.info()).toMatchObject({ documents: 1 });
  });

  it('[STO4] writes over nothing it could not read, though its disk is well again by then', async () => {
    const disk = new MemoryDisk();
    const database = await openMemoryStorage(disk).open('events-0001');
    await database.carry([{ _id: 'a', _rev: '1-a' }]);
    disk.failAfterWriting = true;
    await expect(database.put({ _id: 'b' })).rejects.toMatchObject({ code: 'store.full' });
    const shutting = database.put({ _id: 'c' }).finally(() => (disk.failAfterWriting = false));
    // Waits its turn behind that, and looks for its document while there is nothing to read.
    const behind = database.carry([{ _id: 'a', _rev: '1-b' }]);
    const full = { status: 'rejected', reason: { code: 'store.full' } };
    expect(await Promise.allSettled([shutting, behind])).toMatchObject([full, full]);
    expect(await database.leavesOf('a')).toMatchObject([{ _rev: '1-a' }]);
    await database.carry([{ _id: 'a', _rev: '1-b' }]);
    expect(await database.leavesOf('a')).toHaveLength(2);
  });

  it('[STO2] keeps every answered write through a power cut', async () => {
    const disk = new MemoryDisk();
    const database = await openMemoryStorage(disk).open('events-0001');
    await database.put({ _id: 'a' });
    await database.putLocal('mark', { at: 1 });
    disk.losePower();
    const again = await openMemoryStorage(disk).open('events-0001');
    expect(await again.get('a')).not.toBeNull();
    expect(await again.getLocal('mark')).toMatchObject({ at: 1 });
  });
});
