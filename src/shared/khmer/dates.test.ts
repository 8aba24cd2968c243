import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buddhistYear,
  formatDay,
  formatDayWithEra,
  formatMoment,
  monthName,
  weekdayOf,
} from './dates.ts';

describe('dates in Khmer [KHM3]', () => {
  it('writes a moment as a clock in the lab shows it', () => {
    const at = Date.UTC(2026, 0, 11, 17, 5);
    expect(formatMoment(at, 'km')).toBe('១២ មករា ០០:០៥');
    expect(formatMoment(at, 'en')).toBe('12 January 00:05');
  });

  it('names the day, date, month and year', () => {
    expect(formatDay({ year: 2026, month: 1, day: 12 }, 'km')).toBe('ថ្ងៃចន្ទ ទី១២ ខែមករា ឆ្នាំ២០២៦');
    expect(formatDay({ year: 2026, month: 1, day: 12 }, 'en')).toBe('Monday 12 January 2026');
  });

  it('adds the Buddhist year, 543 more', () => {
    expect(buddhistYear(2026)).toBe(2569);
    expect(formatDayWithEra({ year: 2026, month: 4, day: 14 }, 'km')).toBe(
      'ថ្ងៃអង្គារ ទី១៤ ខែមេសា ឆ្នាំ២០២៦ (ព.ស. ២៥៦៩)',
    );
  });

  it('knows the weekday of every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 40_000 }), (days) => {
        const date = new Date(days * 86_400_000);
        const day = {
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        };
        expect(weekdayOf(day)).toBe(date.getUTCDay());
      }),
    );
  });

  it('has no name for a thirteenth month', () => {
    expect(monthName(13, 'km')).toBe('');
  });
});
