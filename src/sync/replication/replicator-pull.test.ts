import { firstValueFrom } from 'rxjs';
import { afterEach, describe, expect, it } from 'vitest';
import { FakeHub } from '../../../tests/factories/fake-hub.ts';
import {
  RunningStations,
  away,
  learnerState,
  replicaOf,
} from '../../../tests/factories/running-stations.ts';
import { isSaved, openSyncingStation } from '../../../tests/factories/syncing-station.ts';
import { MemoryDisk } from '../store/memory-storage.ts';

const stations = new RunningStations();

afterEach(() => stations.stopAll());

describe('what replication pulls', () => {
  it('[SYN2] uploads before it downloads, after days without a hub too', async () => {
    const hub = new FakeHub();
    hub.instead = away;
    await hub.publish('directory', { _id: 'site' });
    const station = await stations.start(hub);
    await station.record(30);
    await station.until(({ state }) => state.phase === 'backing-off' && state.attempt > 2);
    hub.requests.length = 0;
    hub.instead = null;
    await station.until(isSaved);
    const firstPush = hub.requests.indexOf('POST /events-0001/_bulk_docs');
    const firstPull = hub.requests.findIndex((request) => request.includes('_changes'));
    expect(firstPush).toBeGreaterThan(0);
    expect(firstPull).toBeGreaterThan(firstPush);
  });

  it('[SYN2] pushes a local event between two batches of a long pull', async () => {
    const hub = new FakeHub();
    const people = Array.from({ length: 40 }, (_, index) => ({ _id: `learner:${index}` }));
    await hub.publish('directory', ...people);
    const limits = { pushEvents: 10, pushBytes: 100_000, pullDocuments: 4 };
    const station = await openSyncingStation(hub, { limits });
    stations.add(station);
    let pages = 0;
    hub.instead = ({ path }) => {
      if (path.includes('directory') && path.includes('_changes') && ++pages === 3) {
        void station.record();
      }
      return null;
    };
    station.replicator.start();
    await station.until(isSaved);
    const names = hub.requests.filter((request) => !request.includes('_bulk_get'));
    const push = names.lastIndexOf('POST /events-0001/_bulk_docs');
    const pulls = names.map((name, index) => (name.includes('/directory') ? index : -1));
    expect(push).toBeGreaterThan(0);
    expect(pulls.some((index) => index > push)).toBe(true);
    expect((await (await replicaOf(station)).directory.info()).documents).toBe(40);
  });

  it('shows replicas once all of them were pulled, and what moves soon after', async () => {
    const hub = new FakeHub();
    await hub.publish('directory', { _id: 'site' });
    await hub.publish('state', learnerState(1));
    const station = await stations.start(hub);
    const { directory, state } = await replicaOf(station);
    expect(await directory.get('site')).not.toBeNull();
    const coming = firstValueFrom(state.changes$((await state.info()).updateSeq));
    await station.until(isSaved);
    await hub.publish('state', { ...learnerState(1), lamport: 5, more: true });
    expect(await coming).toMatchObject({ id: 'learner:0001' });
    expect(await state.get('learner:0001')).toMatchObject({ more: true });
    expect(station.keyrings).not.toEqual([]);
  });

  it('[EVT3] counts Lamport on from the state it has pulled, after a restart too', async () => {
    const hub = new FakeHub();
    // The last one nobody can have counted up to, and it hides nobody else's.
    const poison = learnerState(3, Number.MAX_SAFE_INTEGER);
    await hub.publish('state', learnerState(1, 70), learnerState(2, 3), poison);
    const disk = new MemoryDisk();
    const before = await stations.start(hub, { disk });
    await before.until(isSaved);
    await stations.cutOff(before);
    const after = await openSyncingStation(hub, { disk, seed: 2 });
    stations.add(after);
    await after.record();
    const event = (await after.log.store(after.log.current().store)?.read(0, 1))?.[0];
    expect(event).toMatchObject({ lamport: 71 });
  });

  it('[EVT3] begins where the others are, however far they have come', async () => {
    const hub = new FakeHub();
    const far = 2 ** 31;
    const poison = learnerState(4, Number.MAX_SAFE_INTEGER);
    const others = [learnerState(1, far), learnerState(2, far + 5), learnerState(3, 2)];
    await hub.publish('state', ...others, poison);
    const station = await stations.start(hub);
    await station.until(isSaved);
    expect(station.log.lamport).toBe(far + 5);
  });

  it('[SYN8] goes on with a pull that a power cut ended, skipping and doubling nothing', async () => {
    const hub = new FakeHub();
    const people = Array.from({ length: 30 }, (_, index) => learnerState(index));
    await hub.publish('state', ...people);
    const limits = { pushEvents: 10, pushBytes: 100_000, pullDocuments: 4 };
    const disk = new MemoryDisk();
    const first = await openSyncingStation(hub, { disk, limits });
    let pages = 0;
    hub.instead = ({ path }) => {
      if (path.includes('state-') && path.includes('_changes')) pages += 1;
      return pages > 3 ? away() : null;
    };
    first.replicator.start();
    await first.until(({ state }) => state.phase === 'backing-off');
    await first.replicator.stop();
    disk.losePower();
    hub.instead = null;
    hub.requests.length = 0;
    const second = await stations.start(hub, { disk, limits, seed: 2 });
    const { state } = await replicaOf(second);
    expect((await state.info()).updateSeq).toBe(30);
    const stateOnly = (request: string) =>
      request.includes('state-') && request.includes('_changes');
    expect(hub.requests.filter(stateOnly).length).toBeLessThan(8);
  });
});
