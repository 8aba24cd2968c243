import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeHub } from '../../../tests/factories/fake-hub.ts';
import { isSaved, openSyncingStation } from '../../../tests/factories/syncing-station.ts';
import type { SyncingStation } from '../../../tests/factories/syncing-station.ts';
import { segmentSchema } from '../../shared/ids.ts';
import type { Segment } from '../../shared/ids.ts';
import { MemoryDisk } from '../store/memory-storage.ts';

const [first, second, third] = ['events-0001', 'events-0002', 'events-0003'].map((name) =>
  segmentSchema.parse(name),
);
const everything = Number.MAX_SAFE_INTEGER;

let hub: FakeHub;
let disk: MemoryDisk;
let station: SyncingStation;

beforeEach(async () => {
  hub = new FakeHub();
  disk = new MemoryDisk();
  await start();
});
afterEach(() => station.replicator.stop());

async function start(): Promise<void> {
  station = await openSyncingStation(hub, { disk });
  station.replicator.start();
}

async function restart(): Promise<void> {
  await station.replicator.stop();
  await start();
}

/** The hub opens a segment, and the station has begun to write to it. */
async function open(segment: Segment | undefined): Promise<void> {
  if (segment === undefined) throw new Error('no segment');
  hub.segments = [...hub.segments, segment];
  const document = { _id: 'segments', type: 'segments', v: 1, hubSeq: 2, open: hub.segments };
  await hub.publish('directory', document);
  await vi.waitFor(() => expect(station.log.current().segment).toBe(segment));
}

const segmentsHere = () => new Set(station.log.stores().map(({ segment }) => segment));
const looked = () => hub.requests.filter((each) => each.includes('receipt')).length;

/** Resolves once the station has looked through its segments a few times more. */
async function lookAgain(): Promise<void> {
  const wanted = looked() + 12;
  await vi.waitFor(() => expect(looked()).toBeGreaterThan(wanted));
}

describe('[RET2] a station', () => {
  it('drops a segment once all of it is durable, folded and backed up', async () => {
    await station.record(3);
    await open(second);
    await station.record(2);
    await station.until(isSaved);
    hub.foldedUpTo = everything;
    hub.backedUpTo = everything;
    await vi.waitFor(() => expect(segmentsHere()).toEqual(new Set([second])));
    await vi.waitFor(() => expect(disk.locations()).not.toContain(first));
    expect(station.replicator.status.waiting).toBe(0);
    await station.record();
    await station.until(isSaved);
    expect(await hub.events()).toHaveLength(6);
  });

  it('keeps the segment of a disk that was put back, whose numbers the hub has backed up', async () => {
    await station.record(1);
    await station.until(isSaved);
    const image = disk.copy();
    await station.record(3);
    await station.until(isSaved);
    await station.replicator.stop();
    disk = image;
    const other = await openSyncingStation(hub, { disk, seed: 2 });
    await other.record(2);
    await start();
    await station.until(isSaved);
    await open(second);
    await station.record();
    hub.foldedUpTo = everything;
    hub.backedUpTo = everything;
    await station.until(isSaved);
    await lookAgain();
    expect(segmentsHere()).toEqual(new Set([first, second]));
  });

  it.each([
    ['not folded to its end', 2, everything],
    ['not backed up to its end', everything, 2],
    ['of which the hub says neither', null, null],
  ])('keeps a segment %s', async (_what, foldedUpTo, backedUpTo) => {
    await station.record(3);
    await open(second);
    await station.record();
    Object.assign(hub, { foldedUpTo, backedUpTo });
    await station.until(isSaved);
    await lookAgain();
    expect(segmentsHere()).toEqual(new Set([first, second]));
  });

  it('keeps a segment the hub lost the end of', async () => {
    await station.record(3);
    await open(second);
    hub.receiptsLagBy = 1;
    Object.assign(hub, { foldedUpTo: everything, backedUpTo: everything });
    await lookAgain();
    expect(segmentsHere()).toEqual(new Set([first, second]));
  });

  it('[STO6] neither drops a segment nor calls all saved while a set-aside store was not gone through', async () => {
    await station.record(3);
    await open(second);
    await station.until(isSaved);
    disk.noRoomToCopy = true;
    await station.log.replaceDamaged(segmentSchema.parse(first));
    Object.assign(hub, { foldedUpTo: everything, backedUpTo: everything });
    await lookAgain();
    expect(segmentsHere()).toEqual(new Set([first, second]));
    expect(station.replicator.status.waiting).toBe(1);
    disk.noRoomToCopy = false;
    await vi.waitFor(() => expect(segmentsHere()).toEqual(new Set([second])));
    await station.until(isSaved);
  });

  it('keeps the newest, whatever the hub says of it', async () => {
    Object.assign(hub, { foldedUpTo: everything, backedUpTo: everything });
    await station.record(3);
    await station.until(isSaved);
    await lookAgain();
    expect(segmentsHere()).toEqual(new Set([first]));
  });

  it('pulls what the events were folded into before it drops them', async () => {
    await station.record(3);
    await open(second);
    await station.until(isSaved);
    await hub.publish('state', { _id: 'learner:ln-aaaaaaaaaaaa', lamport: 77 });
    Object.assign(hub, { foldedUpTo: everything, backedUpTo: everything });
    await vi.waitFor(() => expect(segmentsHere()).toEqual(new Set([second])));
    const state = station.replicator.status.generation;
    const replica = await station.storage.open(`state-${String(state)}`);
    expect(await replica.get('learner:ln-aaaaaaaaaaaa')).not.toBeNull();
  });

  it('[EVT3] goes on counting after a drop, and after a restart too', async () => {
    await station.record(9);
    await open(second);
    await open(third);
    Object.assign(hub, { foldedUpTo: everything, backedUpTo: everything });
    await vi.waitFor(() => expect(segmentsHere()).toEqual(new Set([third])));
    await restart();
    await station.record();
    const [event] = (await station.log.store(station.log.current().store)?.read(0, 1)) ?? [];
    expect(event).toMatchObject({ lamport: 10 });
  });

  it('[EVT1] begins a store of its own where the hub asks for a dropped segment again', async () => {
    const before = station.log.current().store;
    await station.record(2);
    await open(second);
    Object.assign(hub, { foldedUpTo: everything, backedUpTo: everything });
    await vi.waitFor(() => expect(segmentsHere()).toEqual(new Set([second])));
    await station.replicator.stop();
    hub.segments = [segmentSchema.parse('events-0001')];
    await start();
    await vi.waitFor(() => expect(station.log.current().segment).toBe(first));
    expect(station.log.current().store).not.toBe(before);
  });
});
