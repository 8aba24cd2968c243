import { BehaviorSubject } from 'rxjs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { UplinkStatus } from '../uplink/uplink.ts';
import { SeatDeparture } from './seat-departure.ts';
import { SeatMoments } from './seat-moments.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const status: UplinkStatus = {
  phase: 'idle',
  hubReachable: true,
  waiting: 9,
  receiptAtMs: null,
  trouble: null,
  machine: null,
};
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

it('[PWR2] goes after a while where the hub takes nothing, the last word gets nowhere, and the disk is full', async () => {
  const went: string[] = [];
  const moments = new SeatMoments();
  const departure = new SeatDeparture({
    moments,
    endSitting: () => Promise.reject(new Error('the disk is full')),
    uplink: { status$: new BehaviorSubject(status) },
    tell: () => new Promise(() => undefined),
    power: {
      go: (how) => {
        went.push(how);
        return Promise.resolve(null);
      },
    },
    log,
  });
  const going = departure.leave('power-off');
  await vi.advanceTimersByTimeAsync(14_000);
  expect(moments.now.leaving).toEqual({ to: 'power-off', gone: false });
  expect(went).toEqual([]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(moments.now.leaving).toEqual({ to: 'power-off', gone: true });
  await vi.advanceTimersByTimeAsync(2000);
  expect(await going).toBeNull();
  expect(went).toEqual(['power-off']);
});
