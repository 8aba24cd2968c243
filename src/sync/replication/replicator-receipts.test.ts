import { afterEach, describe, expect, it } from 'vitest';
import { FakeHub } from '../../../tests/factories/fake-hub.ts';
import { RunningStations } from '../../../tests/factories/running-stations.ts';
import { SimulatedClock } from '../../../tests/factories/simulated-clock.ts';
import { isSaved, openSyncingStation } from '../../../tests/factories/syncing-station.ts';
import { testEventClock } from '../../../tests/factories/station-identity.ts';
import { MemoryDisk } from '../store/memory-storage.ts';

const tenYearsMs = 10 * 366 * 24 * 60 * 60 * 1000;
const stations = new RunningStations();

afterEach(() => stations.stopAll());

describe('what receipts tell replication', () => {
  it('[SYN9] tells the age of the last receipt whatever the wall clock does meanwhile', async () => {
    const clock = new SimulatedClock();
    const station = await stations.start(new FakeHub(), { clock });
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
    const first = await stations.start(new FakeHub(), { disk, clock });
    await first.until(isSaved);
    await stations.cutOff(first);
    clock.wallOffsetMs = laterMs;
    const second = await openSyncingStation(new FakeHub(), { disk, clock, seed: 2 });
    stations.add(second);
    const { receiptAtMs } = second.replicator.status;
    const age = receiptAtMs === null ? null : Math.round((clock.monotonicMs() - receiptAtMs) / 1e5);
    expect(age).toBe(plausible ? Math.round(laterMs / 1e5) : null);
  });

  it('[SYN10] tells when receipts name an audit entry that the journal lacks', async () => {
    const hub = new FakeHub();
    await hub.publish('journal', { _id: 'hub-000000000001', v: 1 });
    hub.auditHead = 'e'.repeat(64);
    const station = await stations.start(hub);
    const { forked } = await station.until((status) => status.forked);
    expect(forked).toBe(true);
    hub.auditHead = '0'.repeat(64);
    await station.until((status) => !status.forked);
  });

  it('[LAB1] records the hub’s day, unsure until the hub has told it to this run', async () => {
    const station = await openSyncingStation(new FakeHub());
    stations.add(station);
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
});
