import { describe, expect, it } from 'vitest';
import { durationFigure, sayDuration } from './duration.ts';

const minutes = (count: number) => count * 60_000;

describe('how long somebody has learned', () => {
  it.each([
    [0, 'មិនទាន់មាន', 'none yet'],
    [1, 'ក្រោម ១ នាទី', 'under 1 min'],
    [minutes(12) + 59_999, '១២ នាទី', '12 min'],
    [minutes(60), '១ ម៉ោង ០ នាទី', '1 h 0 min'],
    [minutes(60 * 1234 + 5), '១.២៣៤ ម៉ោង ៥ នាទី', '1,234 h 5 min'],
  ])('%d ms are said in whole minutes [SUP12]', (ms, km, en) => {
    expect(sayDuration(ms, 'km')).toBe(km);
    expect(sayDuration(ms, 'en')).toBe(en);
  });

  it.each([
    [0, '០:០០', '0:00'],
    [minutes(65), '១:០៥', '1:05'],
    [minutes(6125), '១០២:០៥', '102:05'],
  ])('%d ms stand in a column as hours and minutes', (ms, km, en) => {
    expect(durationFigure(ms, 'km')).toBe(km);
    expect(durationFigure(ms, 'en')).toBe(en);
  });
});
