import { ReanError } from '../../shared/errors.ts';
import { DurableLevel } from './durable-level.ts';
import { MemoryDisk, MemoryLevel } from './memory-level.ts';
import { PouchStorage } from './pouch-storage.ts';

let openings = 0;

/**
 * Storage on a simulated disk. Opening the same disk again stands for a restart: what the earlier
 * opening still holds is never shared with the later one.
 */
export function openMemoryStorage(disk: MemoryDisk = new MemoryDisk()): PouchStorage {
  openings += 1;
  const prefix = `memory-${openings}/`;
  const nameAt = (location: string) => location.slice(prefix.length);
  const freeBytes = () =>
    Promise.resolve(disk.full || disk.writesLeft < 1 ? 0 : Number.MAX_SAFE_INTEGER);
  return new PouchStorage(
    {
      prefix,
      makeLevel: (location) =>
        new DurableLevel({ make: () => new MemoryLevel(disk, nameAt(location)), freeBytes }),
      list: () => Promise.resolve(disk.locations()),
      rename: (from, to) => Promise.resolve(disk.rename(from, to)),
      remove: (name) => Promise.resolve(disk.remove(name)),
      repairedCopy: (name) => {
        if (disk.full || disk.noRoomToCopy) return Promise.reject(new ReanError('store.full'));
        return Promise.resolve({ level: new MemoryLevel(disk, name), whole: true });
      },
      removeCopy: () => Promise.resolve(),
      settle: () => Promise.resolve(),
    },
    { revisions: 20 },
  );
}

export { MemoryDisk };
