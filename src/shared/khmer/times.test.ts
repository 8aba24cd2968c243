import { describe, expect, it } from 'vitest';
import { formatClock, formatSpan, sayTime } from './times.ts';

describe('[TTB1] times of day', () => {
  it.each([
    [0, 'ម៉ោង ១២:០០ យប់', '0:00'],
    [4 * 60 + 59, 'ម៉ោង ៤:៥៩ យប់', '4:59'],
    [8 * 60, 'ម៉ោង ៨:០០ ព្រឹក', '8:00'],
    [12 * 60 + 5, 'ម៉ោង ១២:០៥ ថ្ងៃត្រង់', '12:05'],
    [13 * 60 + 30, 'ម៉ោង ១:៣០ រសៀល', '13:30'],
    [17 * 60, 'ម៉ោង ៥:០០ ល្ងាច', '17:00'],
    [20 * 60, 'ម៉ោង ៨:០០ យប់', '20:00'],
  ])('says minute %i as people do', (minute, km, en) => {
    expect(sayTime(minute, 'km')).toBe(km);
    expect(sayTime(minute, 'en')).toBe(en);
  });

  it('writes them for tables, to the end of the day', () => {
    expect(formatClock(24 * 60, 'km')).toBe('២៤:០០');
    expect(formatSpan(480, 605, 'km')).toBe('៨:០០–១០:០៥');
    expect(formatSpan(480, 605, 'en')).toBe('8:00–10:05');
  });
});
