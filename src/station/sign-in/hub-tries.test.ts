import { BehaviorSubject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { TryRequest } from '../../shared/contracts/try-api.ts';
import { ReanError } from '../../shared/errors.ts';
import type { UplinkStatus } from '../uplink/uplink.ts';
import { hubTries } from './hub-tries.ts';

const resting: UplinkStatus = {
  phase: 'idle',
  hubReachable: true,
  waiting: 0,
  receiptAtMs: 1,
  trouble: null,
  machine: null,
};
const tried = { person: 'of-aaaaaaaaaaaa', secret: 1, known: 0 };

/** A station's line to a hub that hears, hangs, or refuses. */
function line() {
  const status$ = new BehaviorSubject(resting);
  const heard: TryRequest['step'][] = [];
  const hub = { fault: null as ReanError | null, slowMs: 0, begun: 0 };
  let nowMs = 0;
  const tries = hubTries({
    uplink: {
      status$,
      countTry: (request, atMostMs) => {
        nowMs += Math.min(hub.slowMs, atMostMs);
        hub.begun += 1;
        if (hub.fault) return Promise.reject(hub.fault);
        heard.push(request.step);
        return Promise.resolve({ tries: 1, waitMs: 0 });
      },
    },
    clock: { wallMs: () => 0, monotonicMs: () => nowMs },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  return { status$, heard, hub, tries, nowMs: () => nowMs };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));
const hangs = new ReanError('hub.timeout');

describe('[SGN11] a try that was right', () => {
  it('is told to the hub before that person’s next one, where it got lost', async () => {
    const { heard, hub, tries } = line();
    hub.fault = hangs;
    tries.tellRight(tried, 'fits');
    await settled();
    hub.fault = null;
    expect(await tries.begin({ ...tried, person: 'of-bbbbbbbbbbbb' })).toMatchObject({ tries: 1 });
    expect(heard).toEqual(['begins']);
    expect(await tries.begin(tried)).toMatchObject({ tries: 1 });
    expect(await tries.begin(tried)).toMatchObject({ tries: 1 });
    expect(heard).toEqual(['begins', 'fits', 'begins', 'begins']);
  });

  it.each([
    ['is reached again', { hubReachable: true, receiptAtMs: 1 }],
    ['gives a receipt', { hubReachable: true, receiptAtMs: 2 }],
  ])('is told to the hub as soon as it %s', async (_what, sign) => {
    const { status$, heard, hub, tries } = line();
    if (sign.receiptAtMs === 1) status$.next({ ...resting, hubReachable: false });
    hub.fault = hangs;
    tries.tellRight(tried, 'opens');
    await settled();
    hub.fault = null;
    status$.next({ ...resting, ...sign });
    await settled();
    status$.next({ ...resting, ...sign, receiptAtMs: 3 });
    await settled();
    expect(heard).toEqual(['opens']);
  });

  it('is told once by a hub that heard it, and no more to one that refuses it', async () => {
    const { status$, hub, tries } = line();
    hub.fault = new ReanError('hub.protocol');
    tries.tellRight(tried, 'fits');
    await settled();
    status$.next({ ...resting, receiptAtMs: 2 });
    await settled();
    expect(hub.begun).toBe(1);
  });

  it('keeps nobody waiting longer than 1.5 s for a hub that hangs', async () => {
    const { hub, tries, nowMs } = line();
    hub.fault = hangs;
    tries.tellRight(tried, 'fits');
    await settled();
    hub.slowMs = 60_000;
    expect(await tries.begin(tried)).toBe('silent');
    expect(nowMs()).toBe(1500);
  });
});

describe('[SGN11] a hub without a word', () => {
  it('is away, or hangs, or is older than counting tries', async () => {
    const { status$, hub, tries } = line();
    hub.fault = hangs;
    expect(await tries.begin(tried)).toBe('silent');
    hub.fault = new ReanError('hub.protocol');
    expect(await tries.begin(tried)).toBe('away');
    const asked = hub.begun;
    status$.next({ ...resting, hubReachable: false });
    expect(await tries.begin(tried)).toBe('away');
    expect(hub.begun).toBe(asked);
  });
});
