import { firstValueFrom } from 'rxjs';
import { afterEach, describe, expect, it } from 'vitest';
import { FakeHub, generationA, generationB } from '../../../tests/factories/fake-hub.ts';
import {
  RunningStations,
  away,
  learnerState,
  replicaOf,
  seqsAt,
} from '../../../tests/factories/running-stations.ts';
import { isSaved, openSyncingStation } from '../../../tests/factories/syncing-station.ts';
import { segmentSchema } from '../../shared/ids.ts';
import { MemoryDisk } from '../store/memory-storage.ts';
import type { HubRequest } from '../transport/transport.ts';

const stations = new RunningStations();

afterEach(() => stations.stopAll());

describe('replication over generations, segments and damage', () => {
  it('[SYN7] pulls a new generation beside the old, switches, and drops the old', async () => {
    const hub = new FakeHub();
    await hub.publish('directory', { _id: 'site', name: 'before' });
    await hub.publish('state', learnerState(1), learnerState(2));
    const station = await stations.start(hub);
    const before = await replicaOf(station);
    expect(before.generation).toBe(generationA);
    await hub.beginGeneration(generationB);
    await hub.publish('directory', { _id: 'site', name: 'after' });
    const after = await replicaOf(station, ({ generation }) => generation === generationB);
    expect(await after.directory.get('site')).toMatchObject({ name: 'after' });
    expect((await after.state.info()).documents).toBe(0);
    await station.until(isSaved);
    const names = await station.storage.list();
    expect(names.filter((name) => name.includes(generationA))).toEqual([]);
    await expect(before.state.info()).rejects.toMatchObject({ code: 'store.closed' });
  });

  it('[SYN7] finishes a switch that was cut off, and shows the old until then', async () => {
    const hub = new FakeHub();
    await hub.publish('state', learnerState(1));
    const disk = new MemoryDisk();
    const first = await stations.start(hub, { disk });
    await replicaOf(first);
    await hub.beginGeneration(generationB);
    await hub.publish('state', learnerState(2), learnerState(3));
    hub.instead = ({ path }: HubRequest) => (path.includes(`state-${generationB}`) ? away() : null);
    await first.until(({ state }) => state.phase === 'backing-off');
    expect((await replicaOf(first)).generation).toBe(generationA);
    await stations.cutOff(first);
    const second = await openSyncingStation(hub, { disk, seed: 2 });
    stations.add(second);
    expect((await replicaOf(second)).generation).toBe(generationA);
    hub.instead = null;
    second.replicator.start();
    const shown = await replicaOf(second, ({ generation }) => generation === generationB);
    expect((await shown.state.info()).documents).toBe(2);
  });

  it('pushes again what a hub restored from an older backup has lost', async () => {
    const hub = new FakeHub();
    const station = await stations.start(hub);
    await station.record(4);
    await station.until(isSaved);
    await hub.storage.destroy('events-0001');
    await hub.beginGeneration(generationB);
    await station.until(({ waiting }) => waiting === 4);
    await station.until(isSaved);
    expect(await seqsAt(hub)).toEqual([1, 2, 3, 4]);
  });

  it('[EVT1] begins a new store when the hub holds more of this one than is here', async () => {
    const hub = new FakeHub();
    const disk = new MemoryDisk();
    const first = await openSyncingStation(hub, { disk });
    await first.record(2);
    const image = disk.copy();
    first.replicator.start();
    await first.record(3);
    await first.until(isSaved);
    await first.replicator.stop();

    const restored = await stations.start(hub, { disk: image, seed: 2 });
    await restored.until(isSaved);
    await restored.record();
    await restored.until(isSaved);
    expect(restored.log.current().store).not.toBe(first.log.current().store);
    expect(await seqsAt(hub)).toHaveLength(6);
    expect(restored.told.map(([event]) => event)).toContain('sync.store-went-back');
  });

  it.each(['fewer', 'as many', 'more'])(
    '[EVT1] sends all of a store that was put back and went on with %s events than the hub holds',
    async (than) => {
      const hub = new FakeHub();
      const disk = new MemoryDisk();
      const first = await openSyncingStation(hub, { disk });
      first.replicator.start();
      await first.record(2);
      await first.until(isSaved);
      const image = disk.copy();
      await first.record(3);
      await first.until(isSaved);
      await first.replicator.stop();

      const restored = await openSyncingStation(hub, { disk: image, seed: 2 });
      stations.add(restored);
      const count = { fewer: 1, 'as many': 3, more: 5 }[than] ?? 0;
      await restored.record(count);
      restored.replicator.start();
      await restored.until(isSaved);
      const segment = await hub.storage.open('events-0001');
      const events = await hub.events();
      const contents = await Promise.all(events.map(({ _id }) => segment.leavesOf(_id)));
      expect(contents.flat()).toHaveLength(5 + count);
      expect(restored.log.current().store).not.toBe(first.log.current().store);
      expect(restored.told.map(([event]) => event)).toContain('sync.store-parted');

      await hub.storage.destroy('events-0001');
      await hub.beginGeneration(generationB);
      await restored.until(({ waiting }) => waiting > 0);
      await restored.until(isSaved);
      expect(await seqsAt(hub)).toHaveLength(2 + count);
    },
  );

  it('[EVT1] looks at what a receipt covers only where it was not pushed from here', async () => {
    const hub = new FakeHub();
    const disk = new MemoryDisk();
    const asked = () => hub.requests.filter((each) => each.endsWith('_revs_diff')).length;
    const first = await openSyncingStation(hub, { disk });
    await first.record(2);
    first.replicator.start();
    await first.until(isSaved);
    await first.record(3);
    await first.until(isSaved);
    await first.replicator.stop();
    const second = await stations.start(hub, { disk, seed: 2 });
    await second.until(isSaved);
    await second.record(2);
    await second.until(isSaved);
    expect(asked()).toBe(0);
    await hub.beginGeneration(generationB);
    await replicaOf(second, ({ generation }) => generation === generationB);
    await second.until(isSaved);
    expect(asked()).toBe(1);
    expect(second.log.stores()).toHaveLength(1);
  });

  it('[EVT5] writes to a segment opened meanwhile, and sends what is left of the old one', async () => {
    const hub = new FakeHub();
    const second = segmentSchema.parse('events-0002');
    const station = await stations.start(hub);
    await station.record(2);
    await station.until(isSaved);
    hub.segments = [...hub.segments, second];
    const open = { _id: 'segments', type: 'segments', v: 1, hubSeq: 2, open: hub.segments };
    await hub.publish('directory', open);
    await firstValueFrom((await replicaOf(station)).directory.changes$(0));
    await station.until(({ state }) => state.phase === 'idle');
    await station.record(2);
    await station.until(isSaved);
    expect(station.log.current()).toMatchObject({ segment: second, lastSeq: 2 });
    expect(await seqsAt(hub)).toEqual([1, 2, 1, 2]);
  });

  it('[EVT5] [SYN3] sends what is in a segment that a restored hub does not know to the newest it has', async () => {
    const hub = new FakeHub();
    const [first] = hub.segments;
    hub.segments = [...hub.segments, segmentSchema.parse('events-0002')];
    const station = await stations.start(hub);
    await station.until(isSaved);
    await station.record(3);
    await station.until(isSaved);
    await hub.storage.destroy('events-0002');
    hub.segments = hub.segments.slice(0, 1);
    await hub.beginGeneration(generationB);
    await station.until(({ waiting }) => waiting === 3);
    await station.until(isSaved);
    await station.record(1);
    await station.until(isSaved);
    expect(station.log.current()).toMatchObject({ segment: first, lastSeq: 1 });
    expect((await seqsAt(hub)).toSorted()).toEqual([1, 1, 2, 3]);
    expect(station.told.map(([event]) => event)).not.toContain('sync.store-parted');
  });

  it('[STO3] sets a damaged replica aside, tells of it, and pulls it again', async () => {
    const hub = new FakeHub();
    await hub.publish('state', learnerState(1), learnerState(2));
    const disk = new MemoryDisk();
    const station = await stations.start(hub, { disk });
    const before = await replicaOf(station);
    await station.until(isSaved);
    disk.damaged.add(`state-${generationA}`);
    await expect(before.state.get('learner:0001')).rejects.toMatchObject({
      code: 'store.unopenable',
    });
    const { setAside } = await station.until((status) => status.setAside.length > 0);
    expect(setAside).toEqual([`state-${generationA}.set-aside-1`]);
    const after = await replicaOf(station, (replica) => replica !== before);
    await station.until(isSaved);
    expect((await after.state.info()).documents).toBe(2);
  });
});
