import { afterEach, describe, expect, it } from 'vitest';
import { FakeHub } from '../../../tests/factories/fake-hub.ts';
import { RunningStations, away, seqsAt } from '../../../tests/factories/running-stations.ts';
import { isSaved, openSyncingStation } from '../../../tests/factories/syncing-station.ts';
import { ReanError } from '../../shared/errors.ts';

const refuse = (status: number) => () => Promise.resolve({ status, text: '{}' });
const stations = new RunningStations();

afterEach(() => stations.stopAll());

describe('replication', () => {
  it('[SYN3] has nothing waiting once receipts cover every event', async () => {
    const hub = new FakeHub();
    const station = await stations.start(hub);
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
    const station = await stations.start(hub);
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
    const station = await stations.start(hub);
    await station.record(5);
    const count = (name: string) => hub.requests.filter((each) => each.includes(name)).length;
    await station.until(() => count('/v1/receipt') >= 8);
    expect(count('_bulk_docs')).toBe(2);
  });

  it('pushes in batches of at most so many events and bytes', async () => {
    const hub = new FakeHub();
    const limits = { pushEvents: 4, pushBytes: 100_000, pullDocuments: 100 };
    const station = await openSyncingStation(hub, { limits });
    stations.add(station);
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
    const station = await stations.start(hub, { limits });
    await station.record(3);
    await station.until(isSaved);
    expect(hub.requests.filter((request) => request.includes('_bulk_docs'))).toHaveLength(3);
  });

  it.each([401, 403])('[SYN5] is blocked by %d and goes on once it is let in', async (status) => {
    const hub = new FakeHub();
    hub.instead = refuse(status);
    const station = await stations.start(hub);
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
    const station = await stations.start(hub);
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
      return tries < 3 ? Promise.reject(new ReanError('seal.broken')) : Promise.resolve(true);
    };
    const station = await stations.start(hub, { takeKeyring });
    await station.record();
    await station.until(isSaved);
    expect(tries).toBe(3);
  });

  it('logs a failure that lasts once, and its end', async () => {
    const hub = new FakeHub();
    hub.instead = away;
    const station = await stations.start(hub);
    await station.until(({ state }) => state.phase === 'backing-off' && state.attempt > 4);
    hub.instead = null;
    await station.until(isSaved);
    expect(station.told.map(([event]) => event)).toEqual(['sync.step-failed', 'sync.recovered']);
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
