import { filter, firstValueFrom } from 'rxjs';
import { afterEach, describe, expect, it } from 'vitest';
import { FakeHub, generationA, generationB } from '../../../tests/factories/fake-hub.ts';
import { SimulatedClock } from '../../../tests/factories/simulated-clock.ts';
import { isSaved, openSyncingStation } from '../../../tests/factories/syncing-station.ts';
import type { StationOptions, SyncingStation } from '../../../tests/factories/syncing-station.ts';
import { testEventClock } from '../../../tests/factories/station-identity.ts';
import { ReanError } from '../../shared/errors.ts';
import { segmentSchema } from '../../shared/ids.ts';
import { MemoryDisk } from '../store/memory-storage.ts';
import type { HubRequest, HubResponse } from '../transport/transport.ts';
import type { Replica } from './replicas.ts';

const tenYearsMs = 10 * 366 * 24 * 60 * 60 * 1000;
const refuse = (status: number) => () => Promise.resolve({ status, text: '{}' });
const away = () => Promise.reject<HubResponse>(new ReanError('hub.unreachable'));
const learnerState = (number: number, lamport = number) => {
  return { _id: `learner:${String(number).padStart(4, '0')}`, lamport };
};

let running: SyncingStation[] = [];

afterEach(async () => {
  await Promise.all(running.map(({ replicator }) => replicator.stop()));
  running = [];
});

async function start(hub: FakeHub, options?: StationOptions): Promise<SyncingStation> {
  const station = await openSyncingStation(hub, options);
  running.push(station);
  station.replicator.start();
  return station;
}

/** Stops as a crash would: nothing more is written. */
async function cutOff(station: SyncingStation): Promise<void> {
  await station.replicator.stop();
  running = running.filter((each) => each !== station);
}

function replicaOf(station: SyncingStation, wanted: (replica: Replica) => boolean = () => true) {
  const shown = station.replicator.replica$.pipe(filter((replica) => replica !== null));
  return firstValueFrom(shown.pipe(filter(wanted)));
}

async function seqsAt(hub: FakeHub): Promise<number[]> {
  return (await hub.events()).map(({ _id }) => Number(_id.split(':')[2]));
}

describe('replication', () => {
  it('[SYN3] has nothing waiting once receipts cover every event', async () => {
    const hub = new FakeHub();
    const station = await start(hub);
    await station.record(3);
    expect(station.replicator.status.waiting).toBe(3);
    const status = await station.until(isSaved);
    expect(await seqsAt(hub)).toEqual([1, 2, 3]);
    expect(status).toMatchObject({ reachable: true, forked: false, setAside: [] });
    expect(status.receiptAtMs).not.toBeNull();
  });

  it('[SYN3] goes on waiting while receipts do not cover what was sent', async () => {
    const hub = new FakeHub();
    hub.receiptsLagBy = 2;
    const station = await start(hub);
    await station.record(5);
    const behind = await station.until(({ state, waiting }) => {
      return state.phase === 'idle' && waiting < 5;
    });
    expect(behind.waiting).toBe(2);
    hub.receiptsLagBy = 0;
    await station.until(isSaved);
  });

  it('sends what no receipt covers once more, and no oftener, as a gap is never covered', async () => {
    const hub = new FakeHub();
    hub.receiptsLagBy = 2;
    const station = await start(hub);
    await station.record(5);
    const count = (name: string) => hub.requests.filter((each) => each.includes(name)).length;
    await station.until(() => count('/v1/receipt') >= 8);
    expect(count('_bulk_docs')).toBe(2);
  });

  it('[SYN2] uploads before it downloads, after days without a hub too', async () => {
    const hub = new FakeHub();
    hub.instead = away;
    await hub.publish('directory', { _id: 'site' });
    const station = await start(hub);
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
    running.push(station);
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

  it('pushes in batches of at most so many events and bytes', async () => {
    const hub = new FakeHub();
    const limits = { pushEvents: 4, pushBytes: 100_000, pullDocuments: 100 };
    const station = await openSyncingStation(hub, { limits });
    running.push(station);
    await station.record(10);
    station.replicator.start();
    await station.until(isSaved);
    const pushes = hub.requests.filter((request) => request.includes('_bulk_docs'));
    expect(pushes).toHaveLength(3);
    expect(await seqsAt(hub)).toEqual(Array.from({ length: 10 }, (_, index) => index + 1));
  });

  it('pushes one event at a time when one alone is as large as a batch', async () => {
    const hub = new FakeHub();
    const limits = { pushEvents: 100, pushBytes: 10, pullDocuments: 100 };
    const station = await start(hub, { limits });
    await station.record(3);
    await station.until(isSaved);
    expect(hub.requests.filter((request) => request.includes('_bulk_docs'))).toHaveLength(3);
  });

  it('shows replicas once all of them were pulled, and what moves soon after', async () => {
    const hub = new FakeHub();
    await hub.publish('directory', { _id: 'site' });
    await hub.publish('state', learnerState(1));
    const station = await start(hub);
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
    await hub.publish('state', learnerState(1, 70), learnerState(2, 3));
    const disk = new MemoryDisk();
    const before = await start(hub, { disk });
    await before.until(isSaved);
    await cutOff(before);
    const after = await openSyncingStation(hub, { disk, seed: 2 });
    running.push(after);
    await after.record();
    const event = (await after.log.store(after.log.current().store)?.read(0, 1))?.[0];
    expect(event).toMatchObject({ lamport: 71 });
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
    const second = await start(hub, { disk, limits, seed: 2 });
    const { state } = await replicaOf(second);
    expect((await state.info()).updateSeq).toBe(30);
    const stateOnly = (request: string) =>
      request.includes('state-') && request.includes('_changes');
    expect(hub.requests.filter(stateOnly).length).toBeLessThan(8);
  });

  it.each([401, 403])('[SYN5] is blocked by %d and goes on once it is let in', async (status) => {
    const hub = new FakeHub();
    hub.instead = refuse(status);
    const station = await start(hub);
    await station.record();
    const blocked = await station.until(({ state }) => state.phase === 'blocked');
    expect(blocked).toMatchObject({ waiting: 1, reachable: true });
    hub.instead = null;
    await station.until(isSaved);
  });

  it.each([
    ['a time-out', new ReanError('hub.timeout')],
    ['something that is no hub', new ReanError('hub.protocol')],
    ['a bug', new TypeError('undefined is not a function')],
  ])('[SYN1] backs off from %s and goes on by itself', async (_what, error) => {
    const hub = new FakeHub();
    let left = 12;
    hub.instead = () => (left-- > 0 && left % 2 === 0 ? Promise.reject(error) : null);
    const station = await start(hub);
    await station.record();
    await station.until(isSaved);
    await station.record();
    await station.until(isSaved);
    expect(await seqsAt(hub)).toEqual([1, 2]);
  });

  it('[SYN1] survives a keyring that can not be taken', async () => {
    const hub = new FakeHub();
    let tries = 0;
    const takeKeyring = () => {
      tries += 1;
      return tries < 3 ? Promise.reject(new ReanError('seal.broken')) : Promise.resolve();
    };
    const station = await start(hub, { takeKeyring });
    await station.record();
    await station.until(isSaved);
    expect(tries).toBe(3);
  });

  it('logs a failure that lasts once, and its end', async () => {
    const hub = new FakeHub();
    hub.instead = away;
    const station = await start(hub);
    await station.until(({ state }) => state.phase === 'backing-off' && state.attempt > 4);
    hub.instead = null;
    await station.until(isSaved);
    expect(station.told.map(([event]) => event)).toEqual(['sync.step-failed', 'sync.recovered']);
  });

  it('[SYN7] pulls a new generation beside the old, switches, and drops the old', async () => {
    const hub = new FakeHub();
    await hub.publish('directory', { _id: 'site', name: 'before' });
    await hub.publish('state', learnerState(1), learnerState(2));
    const station = await start(hub);
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
    const first = await start(hub, { disk });
    await replicaOf(first);
    await hub.beginGeneration(generationB);
    await hub.publish('state', learnerState(2), learnerState(3));
    hub.instead = ({ path }: HubRequest) => (path.includes(`state-${generationB}`) ? away() : null);
    await first.until(({ state }) => state.phase === 'backing-off');
    expect((await replicaOf(first)).generation).toBe(generationA);
    await cutOff(first);
    const second = await openSyncingStation(hub, { disk, seed: 2 });
    running.push(second);
    expect((await replicaOf(second)).generation).toBe(generationA);
    hub.instead = null;
    second.replicator.start();
    const shown = await replicaOf(second, ({ generation }) => generation === generationB);
    expect((await shown.state.info()).documents).toBe(2);
  });

  it('pushes again what a hub restored from an older backup has lost', async () => {
    const hub = new FakeHub();
    const station = await start(hub);
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

    const restored = await start(hub, { disk: image, seed: 2 });
    await restored.until(isSaved);
    await restored.record();
    await restored.until(isSaved);
    expect(restored.log.current().store).not.toBe(first.log.current().store);
    expect(await seqsAt(hub)).toHaveLength(6);
    expect(restored.told.map(([event]) => event)).toContain('sync.store-went-back');
  });

  it('[EVT5] writes to a segment opened meanwhile, and sends what is left of the old one', async () => {
    const hub = new FakeHub();
    const second = segmentSchema.parse('events-0002');
    const station = await start(hub);
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

  it('[STO3] sets a damaged replica aside, tells of it, and pulls it again', async () => {
    const hub = new FakeHub();
    await hub.publish('state', learnerState(1), learnerState(2));
    const disk = new MemoryDisk();
    const station = await start(hub, { disk });
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

  it('[SYN9] tells the age of the last receipt whatever the wall clock does meanwhile', async () => {
    const clock = new SimulatedClock();
    const station = await start(new FakeHub(), { clock });
    const { receiptAtMs } = await station.until(isSaved);
    clock.wallOffsetMs = tenYearsMs;
    expect(station.replicator.status.receiptAtMs).toBeGreaterThanOrEqual(receiptAtMs ?? Infinity);
    expect(station.replicator.status.receiptAtMs).toBeLessThanOrEqual(clock.monotonicMs());
  });

  it.each([
    ['an hour', 3_600_000, true],
    ['ten years', tenYearsMs, false],
    ['minus ten years', -tenYearsMs, false],
  ])('[SYN9] after a restart %s later, believes only a plausible wall clock', async (...row) => {
    const [, laterMs, plausible] = row;
    const disk = new MemoryDisk();
    const clock = new SimulatedClock();
    const first = await start(new FakeHub(), { disk, clock });
    await first.until(isSaved);
    await cutOff(first);
    clock.wallOffsetMs = laterMs;
    const second = await openSyncingStation(new FakeHub(), { disk, clock, seed: 2 });
    running.push(second);
    const { receiptAtMs } = second.replicator.status;
    const age = receiptAtMs === null ? null : Math.round((clock.monotonicMs() - receiptAtMs) / 1e5);
    expect(age).toBe(plausible ? Math.round(laterMs / 1e5) : null);
  });

  it('[SYN10] tells when receipts name an audit entry that the journal lacks', async () => {
    const hub = new FakeHub();
    await hub.publish('journal', { _id: 'hub-000000000001', v: 1 });
    hub.auditHead = 'e'.repeat(64);
    const station = await start(hub);
    const { forked } = await station.until((status) => status.forked);
    expect(forked).toBe(true);
    hub.auditHead = '0'.repeat(64);
    await station.until((status) => !status.forked);
  });

  it('[LAB1] records the hub’s day, unsure until the hub has told it to this run', async () => {
    const station = await openSyncingStation(new FakeHub());
    running.push(station);
    await station.record();
    station.replicator.start();
    await station.until(isSaved);
    await station.record();
    const events = (await station.log.store(station.log.current().store)?.read(0, 2)) ?? [];
    expect(events.map(({ clock }) => clock)).toMatchObject([
      { labDay: testEventClock.labDay },
      { labDay: { date: '2026-11-21', sure: true } },
    ]);
  });

  it('[SYN1] stops at once, in the middle of whatever it does', async () => {
    const hub = new FakeHub();
    hub.instead = ({ signal }) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new ReanError('hub.unreachable')));
      });
    const station = await openSyncingStation(hub);
    station.replicator.start();
    await station.record();
    await station.replicator.stop();
    expect(station.replicator.status.state).toEqual({ phase: 'stopped' });
    expect(station.told).toEqual([]);
  });
});
