import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { eventMaker } from '../../../tests/factories/event-maker.ts';
import { ids } from '../../../tests/factories/events.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { stationIdentity } from '../../../tests/factories/station-identity.ts';
import { segmentSchema } from '../../shared/ids.ts';
import { MemoryDisk, openMemoryStorage } from '../store/memory-storage.ts';
import { PeerCopies, copiesLimits, isCopied } from './peer-copies.ts';
import type { VerifiedRun } from './peer-copies.ts';
import { eventIdIn, storeKey } from './store-key.ts';

const segment = segmentSchema.parse('events-0001');
const identity = stationIdentity(seededRandomness(1), ids.otherStation);
const first = storeKey(ids.otherStation, ids.store);
const second = storeKey(ids.otherStation, ids.otherStore);
const events = {
  [first]: eventMaker(identity, ids.store),
  [second]: eventMaker(identity, ids.otherStore),
};

/** Events `after + 1` to `upTo` of a store, as if they had been verified. */
function run(key: typeof first, after: number, upTo: number): VerifiedRun {
  const made = Array.from({ length: upTo - after }, (_, index) => events[key]?.(after + index + 1));
  const found = made.flatMap((event) => event ?? []);
  const characters = JSON.stringify(found).length;
  return { key, segment, after, events: found, lamport: upTo, characters };
}

const seqs = async (copies: PeerCopies, key = first) =>
  (await copies.read(key, 0, 1000)).map(({ _id }) => Number(_id.split(':')[2]));

describe('copies of others’ events', () => {
  it('[PER1] go on where they end, and nowhere else', async () => {
    const copies = await PeerCopies.open(openMemoryStorage());
    await copies.add(run(first, 4, 6));
    await copies.add(run(first, 8, 9));
    await copies.add(run(first, 4, 7));
    await copies.add(run(first, 6, 8));
    expect(await seqs(copies)).toEqual([5, 6, 7, 8]);
    expect(copies.stores.get(first)).toMatchObject({ after: 4, upTo: 8, segment });
  });

  it('[PER1] outlive a power cut, with the highest Lamport counter', async () => {
    const disk = new MemoryDisk();
    await (await PeerCopies.open(openMemoryStorage(disk))).add(run(first, 0, 3));
    disk.losePower();
    const after = await PeerCopies.open(openMemoryStorage(disk));
    expect(await seqs(after)).toEqual([1, 2, 3]);
    expect(after.lamport).toBe(3);
  });

  it('[PER6] go when the hub holds them, and leave nothing behind', async () => {
    const disk = new MemoryDisk();
    const copies = await PeerCopies.open(openMemoryStorage(disk));
    await copies.add(run(first, 0, 3));
    const moved = firstValueFrom(copies.moves$);
    await copies.drop(() => 3);
    expect(await moved).toEqual({ move: 'dropped' });
    expect(copies.stores.size).toBe(0);
    expect(disk.locations()).toEqual(['peers-2']);
    await copies.add(run(first, 0, 2));
    expect(await seqs(copies)).toEqual([1, 2]);
  });

  it('[PER6] stay where the hub holds only some, and can come back', async () => {
    const disk = new MemoryDisk();
    const copies = await PeerCopies.open(openMemoryStorage(disk));
    await copies.add(run(first, 0, 3));
    await copies.add(run(second, 0, 9));
    await copies.drop((key) => (key === first ? 3 : 1));
    expect(await seqs(copies)).toEqual([]);
    expect(await seqs(copies, second)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect(isCopied(copies, eventIdIn(second, 1))).toBe(false);
    // The hub was restored from an older backup, and the origin handed them on again.
    await copies.add(run(first, 0, 3));
    expect(await seqs(copies)).toEqual([1, 2, 3]);
    await copies.drop((key) => (key === second ? 7 : 0));
    expect(disk.locations()).toEqual(['peers-2']);
    expect(await seqs(copies)).toEqual([1, 2, 3]);
    expect(await seqs(copies, second)).toEqual([8, 9]);
  });

  it('[PER6] survive a power cut while they are moved', async () => {
    const disk = new MemoryDisk();
    const copies = await PeerCopies.open(openMemoryStorage(disk));
    await copies.add(run(first, 0, 3));
    await openMemoryStorage(disk).open('peers-2');
    const after = await PeerCopies.open(openMemoryStorage(disk));
    expect(await seqs(after)).toEqual([1, 2, 3]);
    expect(disk.locations()).toEqual(['peers-1']);
  });

  it('[PER7] have a share and no more', async () => {
    const limits = { ...copiesLimits, events: 5, stores: 1 };
    const copies = await PeerCopies.open(openMemoryStorage(), limits);
    await expect(copies.add(run(first, 0, 6))).rejects.toMatchObject({ code: 'store.full' });
    await copies.add(run(first, 0, 5));
    await expect(copies.add(run(second, 0, 1))).rejects.toMatchObject({ code: 'store.full' });
    await copies.drop(() => 5);
    await copies.add(run(second, 0, 1));
    expect(await seqs(copies, second)).toEqual([1]);
  });

  it('[PER7] take no more of the disk, however often some of them come and go', async () => {
    const limits = { ...copiesLimits, events: 40 };
    const storage = openMemoryStorage();
    const copies = await PeerCopies.open(storage, limits);
    await copies.add(run(first, 0, 25));
    for (let held = 0; held < 300; held += 15) {
      await copies.add(run(second, held, held + 15));
      expect(copies.isFull).toBe(false);
      await expect(copies.add(run(second, held + 15, held + 16))).rejects.toMatchObject({
        code: 'store.full',
      });
      expect(copies.isFull).toBe(true);
      // The hub is back for a moment, and takes one of the two only.
      await copies.drop((key) => (key === second ? held + 15 : 0));
      const names = (await storage.list()).filter((name) => name.startsWith('peers-'));
      expect(names).toHaveLength(1);
      const { documents } = await (await storage.open(names[0] ?? '')).info();
      expect(documents).toBeLessThanOrEqual(limits.events * 1.25);
    }
    expect(await seqs(copies)).toHaveLength(25);
  });

  it('[STO3] that turn out damaged are set aside and begun anew', async () => {
    const disk = new MemoryDisk();
    const copies = await PeerCopies.open(openMemoryStorage(disk));
    await copies.add(run(first, 0, 3));
    disk.damaged.add('peers-1');
    await expect(copies.read(first, 0, 10)).rejects.toMatchObject({ code: 'store.unopenable' });
    expect(copies.setAside).toEqual(['peers-1.set-aside-1']);
    await copies.add(run(first, 0, 2));
    expect(await seqs(copies)).toEqual([1, 2]);
  });
});
