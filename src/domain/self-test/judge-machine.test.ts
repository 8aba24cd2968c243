import { describe, expect, it } from 'vitest';
import { judgeClock, judgeDisk, judgeFlush, judgeHub, judgeMemory } from './judge-machine.ts';

const gib = 1024 ** 3;
const now = Date.UTC(2026, 10, 23);

describe('[SLF2] what a PC measures of itself', () => {
  it.each([
    [2 * gib, gib, 'pass'],
    [4 * gib, 0.2 * gib, 'fail'],
    [1 * gib, gib, 'fail'],
    [2 * gib, null, 'pass'],
    [null, null, 'not-possible'],
  ] as const)('memory: %s, %s free', (total, available, outcome) => {
    expect(judgeMemory(total, available)).toBe(outcome);
  });

  it.each([
    [{ freeBytes: 9 * gib, readBack: true, healthy: null }, 'pass'],
    [{ freeBytes: 9 * gib, readBack: true, healthy: false }, 'fail'],
    [{ freeBytes: 9 * gib, readBack: false, healthy: true }, 'fail'],
    [{ freeBytes: 0.1 * gib, readBack: true, healthy: true }, 'fail'],
    [{ freeBytes: null, readBack: true, healthy: null }, 'pass'],
    [{ freeBytes: 9 * gib, readBack: null, healthy: null }, 'not-possible'],
  ] as const)('disk: %o', (measured, outcome) => {
    expect(judgeDisk(measured)).toBe(outcome);
  });

  it.each([
    ['a turning disk that waits for its turn', { medianMs: 8.3, rotational: true }, 'pass'],
    ['a turning disk that only takes note', { medianMs: 0.05, rotational: true }, 'fail'],
    ['a quick disk without turning parts', { medianMs: 0.05, rotational: false }, 'pass'],
    ['no disk that is known', { medianMs: 0.05, rotational: null }, 'not-possible'],
  ] as const)('flushing: %s', (_what, measured, outcome) => {
    expect(judgeFlush({ ...measured, mountOptions: ['rw', 'noatime'] })).toBe(outcome);
    expect(judgeFlush({ ...measured, mountOptions: ['rw', 'nobarrier'] })).toBe('fail');
    expect(judgeFlush({ ...measured, mountOptions: ['barrier=0'] })).toBe('fail');
  });

  it.each([
    [now, 2_000, 'pass'],
    [now, -3_600_000, 'fail'],
    [Date.UTC(1999, 0, 1), 27 * 365 * 86_400_000, 'fail'],
    [now, null, 'not-possible'],
    [0, null, 'fail'],
  ] as const)('clock: %s, %s from the hub’s', (wallMs, offset, outcome) => {
    expect(judgeClock(wallMs, offset)).toBe(outcome);
  });

  it.each([
    [{ reachable: true, trouble: null }, 'pass'],
    [{ reachable: false, trouble: null }, 'not-possible'],
    [{ reachable: false, trouble: 'hub-away' }, 'not-possible'],
    [{ reachable: false, trouble: 'hub-certificate-mismatch' }, 'fail'],
    [{ reachable: false, trouble: 'hub-refused' }, 'fail'],
  ])('hub: %o', (met, outcome) => {
    expect(judgeHub(met)).toBe(outcome);
  });
});
