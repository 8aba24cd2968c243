import { describe, expect, it } from 'vitest';
import { monthsUpTo } from './months.ts';

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
