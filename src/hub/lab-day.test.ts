import { describe, expect, it } from 'vitest';
import { ConfirmedDay } from './lab-day.ts';

/** 2026-11-23, 23:50 in Phnom Penh. */
const wall = Date.parse('2026-11-23T16:50:00Z');
const minuteMs = 60_000;

function opened() {
  const now = { wall, monotonic: 7 };
  const day = new ConfirmedDay({ wallMs: () => now.wall, monotonicMs: () => now.monotonic });
  return { now, day };
}

describe('[TTB2] the day of a hub', () => {
  it('is its own, unsure, until staff say it', () => {
    expect(opened().day.now).toEqual({
      hubWallMs: wall,
      labDay: { date: '2026-11-23', sure: false },
    });
  });

  it('goes on by monotonic time, over midnight, whoever sets the clock by years', () => {
    const { now, day } = opened();
    day.confirm('2026-11-24', 23 * 60 + 55);
    expect(day.now).toMatchObject({ labDay: { date: '2026-11-24', sure: true } });
    now.wall = 0;
    now.monotonic += 10 * minuteMs;
    const { labDay, hubWallMs, labAheadMs = 0 } = day.now;
    expect(labDay).toEqual({ date: '2026-11-25', sure: true });
    expect(new Date(hubWallMs + labAheadMs).toISOString()).toBe('2026-11-24T17:05:00.000Z');
  });

  it('is as before where what was said could not be recorded', () => {
    const { day } = opened();
    const takeBack = day.confirm('2031-01-01', 0);
    takeBack();
    expect(day.now.labDay).toEqual({ date: '2026-11-23', sure: false });
  });
});
