import { filter, firstValueFrom, map } from 'rxjs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FakeHub } from '../../../tests/factories/fake-hub.ts';
import { openSyncingStation } from '../../../tests/factories/syncing-station.ts';
import { LabClock } from '../../sync/replication/lab-clock.ts';
import { SyncMemory } from '../../sync/replication/sync-memory.ts';
import { systemClock } from '../../sync/machine/system-ports.ts';
import { MemoryDisk, openMemoryStorage } from '../../sync/store/memory-storage.ts';
import { NoticeBoard } from './notice-board.ts';
import { keepStandingNotices } from './standing-notices.ts';

describe('[STO6] a store set aside', () => {
  it('is told of as long as it waits to be gone through, and then with what was taken out of it', async () => {
    const disk = new MemoryDisk();
    const { log, replicator, record } = await openSyncingStation(new FakeHub(), { disk });
    onTestFinished(() => replicator.stop());
    await record(3);
    disk.noRoomToCopy = true;
    const { segment } = log.current();
    await log.replaceDamaged(segment);
    const labClock = await LabClock.open(await SyncMemory.open(openMemoryStorage()), systemClock());
    const notices = new NoticeBoard();
    const kept = keepStandingNotices({ replicator, labClock }, notices, null);
    onTestFinished(() => kept.unsubscribe());
    replicator.start();
    const told = (code: string) =>
      firstValueFrom(
        notices.notices$.pipe(
          map((shown) => shown.find((notice) => notice.code === code)?.detail),
          filter((detail) => detail !== undefined),
        ),
      );
    expect(await told('store-set-aside')).toBe(`${segment}.set-aside-1`);
    expect(await told('store-not-salvaged')).toBe(`${segment}.set-aside-1`);
    disk.noRoomToCopy = false;
    expect(await told('store-salvaged')).toBe(`${segment}.set-aside-1: 3 / 0`);
  });
});

describe('[SYN10] a hub that has forked', () => {
  it('is told of by a notice, until its journal holds what it confirmed', async () => {
    const hub = new FakeHub();
    await hub.publish('journal', { _id: 'hub-000000000001', v: 1 });
    hub.auditHead = 'e'.repeat(64);
    const { replicator } = await openSyncingStation(hub);
    onTestFinished(() => replicator.stop());
    const labClock = await LabClock.open(await SyncMemory.open(openMemoryStorage()), systemClock());
    const notices = new NoticeBoard();
    const kept = keepStandingNotices({ replicator, labClock }, notices, null);
    onTestFinished(() => kept.unsubscribe());
    replicator.start();
    const told = (wanted: readonly string[]) =>
      firstValueFrom(
        notices.notices$.pipe(
          map((shown) => shown.map(({ code, detail }) => `${code} ${detail}`)),
          filter((shown) => shown.join() === wanted.join()),
        ),
      );
    const notice = [`hub-forked ${hub.generation}`];
    expect(await told(notice)).toEqual(notice);
    hub.auditHead = '0'.repeat(64);
    hub.announce();
    expect(await told([])).toEqual([]);
  });
});
