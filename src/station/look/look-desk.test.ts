import { BehaviorSubject } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { learnerIdSchema, sittingIdSchema } from '../../shared/ids.ts';
import { lookIdSchema, lookShownWithinMs, lookToldMs } from '../../shared/contracts/look.ts';
import type { LookAnswer, LookView, WantedLook } from '../../shared/contracts/look.ts';
import type { UplinkStatus } from '../uplink/uplink.ts';
import { LookDesk } from './look-desk.ts';

const status: UplinkStatus = {
  phase: 'idle',
  hubReachable: true,
  waiting: 0,
  receiptAtMs: null,
  trouble: null,
  machine: null,
};
const learner = learnerIdSchema.parse('ln-aaaaaaaaaaaa');
const sitting = sittingIdSchema.parse('si-aaaaaaaaaaaaaaaa');
const look = lookIdSchema.parse('a'.repeat(32));

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A seat in a review that the hub says somebody looks at, once. */
function lookedAt() {
  const due: WantedLook[] = [{ id: look, learner }];
  const given: LookAnswer[] = [];
  const told: (LookView | null)[] = [];
  const status$ = new BehaviorSubject(status);
  const desk = new LookDesk({
    sitting$: new BehaviorSubject({}),
    uplink: {
      status$,
      looks: {
        wanted: async () => due.pop() ?? new Promise(() => undefined),
        give: async (_look, answer) => {
          given.push(answer);
          return true;
        },
        fetch: () => Promise.reject(new Error('a kiosk looks at nobody')),
      },
    },
    inSight: () => ({ sitting, learner, open: { kind: 'review' } }),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  desk.view$.subscribe((view) => told.push(view));
  desk.start();
  return { desk, given, told, status$ };
}

describe('[LOK3] a seat that is looked at', () => {
  it('answers that it has no picture where its window makes none in time', async () => {
    const { given, told, desk } = lookedAt();
    await vi.advanceTimersByTimeAsync(lookShownWithinMs - 1);
    expect(given).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(given).toEqual([{ result: 'nothing', why: 'failed' }]);
    await vi.advanceTimersByTimeAsync(lookToldMs);
    expect(told).toEqual([null, { look, wanted: true }, { look, wanted: false }, null]);
    desk.stop();
  });

  it('sends nothing once the hub is away', async () => {
    const { given, told, desk, status$ } = lookedAt();
    await vi.advanceTimersByTimeAsync(1);
    status$.next({ ...status, hubReachable: false });
    desk.show(look, { jpeg: 'AAAA' });
    await vi.advanceTimersByTimeAsync(lookToldMs);
    expect(given).toEqual([]);
    expect(told.at(-1)).toBeNull();
  });
});
