import { describe, expect, it, vi } from 'vitest';
import { DurableLevel } from '../../sync/store/durable-level.ts';
import { MemoryLevel } from '../../sync/store/memory-level.ts';
import { MemoryDisk } from '../../sync/store/memory-storage.ts';
import { openHubIndex } from './hub-index.ts';

const put = (key: string) => [{ type: 'put', key, value: '' }] as const;

describe('[STO4] an index whose files could not be opened anew after a failed write', () => {
  it('refuses to be read rather than answer "nothing", until they are', async () => {
    const disk = new MemoryDisk();
    const make = () => new MemoryLevel(disk, 'index');
    const freeBytes = () => Promise.resolve(Number.MAX_SAFE_INTEGER);
    const index = await openHubIndex(new DurableLevel({ make, freeBytes }), 'index');
    await index.write(put('a'));
    disk.failAfterWriting = true;
    await expect(index.write(put('b'))).rejects.toMatchObject({ code: 'store.full' });
    disk.failToOpen = true;
    await expect(index.write(put('c'))).rejects.toMatchObject({ code: 'store.full' });
    await expect(index.range({ prefix: '' })).rejects.toMatchObject({ code: 'store.full' });
    await expect(index.get('a')).rejects.toMatchObject({ code: 'store.full' });
    disk.failAfterWriting = false;
    disk.failToOpen = false;
    await vi.waitFor(async () => expect(await index.range({ prefix: '' })).toEqual([['a', '']]));
  });
});
