import { describe, expect, it } from 'vitest';
import { unlikelyDay } from './unlikely-day.ts';

describe('[TTB13] a day that somebody is about to confirm', () => {
  it('is unlikely before the last one on which anybody was here, and long after it', () => {
    const last = '2026-11-23';
    expect(unlikelyDay('2026-11-22', last)).toBe('before');
    expect(unlikelyDay('2025-11-24', last)).toBe('before');
    expect(unlikelyDay('2027-11-24', last)).toBe('long-after');
    expect(unlikelyDay('2026-12-25', last)).toBe('long-after');
    for (const likely of [last, '2026-11-24', '2026-12-24']) {
      expect(unlikelyDay(likely, last)).toBeNull();
    }
    expect(unlikelyDay('1970-01-01', null)).toBeNull();
  });
});
