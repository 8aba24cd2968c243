import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteActivity, startActiveTime } from './active-time.ts';

const minuteMs = 60_000;
const run = { seed: 20261122, numRuns: 300 };
const gaps = fc.array(fc.integer({ min: 0, max: 10 * minuteMs }), { maxLength: 30 });

const over = (each: readonly number[]) => {
  let nowMs = 0;
  return each.reduce((time, gap) => {
    nowMs += gap;
    return noteActivity(time, nowMs);
  }, startActiveTime(0)).ms;
};

describe('[TSK1] time on task', () => {
  it('is never more than passed, and of each pause a minute at most', () => {
    fc.assert(
      fc.property(gaps, (each) => {
        const counted = over(each);
        expect(counted).toBeLessThanOrEqual(each.reduce((sum, gap) => sum + gap, 0));
        expect(counted).toBe(each.reduce((sum, gap) => sum + Math.min(gap, minuteMs), 0));
      }),
      run,
    );
  });

  it('of a window left open for an hour is a minute', () => {
    expect(over([60 * minuteMs])).toBe(minuteMs);
  });

  it('goes on from a clock that stood back as if no time had passed', () => {
    expect(noteActivity(startActiveTime(5_000), 1_000).ms).toBe(0);
  });
});
