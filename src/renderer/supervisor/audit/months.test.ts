import { describe, expect, it } from 'vitest';
import { datesOf, daysOf, monthsUpTo } from './months.ts';

describe('[AUD5] the months to choose from', () => {
  it('go back over the turn of the year, newest first', () => {
    expect(monthsUpTo('2026-02-22 17:05').slice(0, 4)).toEqual([
      '2026-02',
      '2026-01',
      '2025-12',
      '2025-11',
    ]);
    expect(new Set(monthsUpTo('2026-02')).size).toBe(36);
  });
});

describe('[AUD5] the dates of a month', () => {
  it('are as many as it has, in leap years too, or one of them', () => {
    expect(datesOf('2028-02', null)).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(datesOf('2026-12', null)).toEqual({ from: '2026-12-01', to: '2026-12-31' });
    expect(datesOf('2026-12', 7)).toEqual({ from: '2026-12-07', to: '2026-12-07' });
    expect(daysOf('2027-02')).toHaveLength(28);
  });
});
