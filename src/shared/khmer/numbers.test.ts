import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatDigits,
  formatNumber,
  formatRiel,
  fromKhmerDigits,
  toKhmerDigits,
} from './numbers.ts';

describe('numbers in Khmer [KHM3]', () => {
  it('writes Khmer digits in Khmer and leaves other characters alone', () => {
    expect(toKhmerDigits('ទី12, 09:45')).toBe('ទី១២, ០៩:៤៥');
    expect(formatDigits(2026, 'km')).toBe('២០២៦');
    expect(formatDigits(2026, 'en')).toBe('2026');
  });

  it('reads back every number it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0 }), (value) => {
        expect(Number(fromKhmerDigits(formatDigits(value, 'km')))).toBe(value);
      }),
    );
  });

  it.each([
    [0, '០', '0'],
    [7, '៧', '7'],
    [999, '៩៩៩', '999'],
    [1000, '១.០០០', '1,000'],
    [1234567, '១.២៣៤.៥៦៧', '1,234,567'],
    [0.5, '០,៥', '0.5'],
    [-12.25, '-១២,២៥', '-12.25'],
    [0.1 + 0.2, '០,៣', '0.3'],
    [-0.001, '០', '0'],
  ])('groups and points %d by the language', (value, km, en) => {
    expect(formatNumber(value, 'km')).toBe(km);
    expect(formatNumber(value, 'en')).toBe(en);
  });

  it('writes riel with the sign after the amount', () => {
    expect(formatRiel(500, 'km')).toBe('៥០០៛');
    expect(formatRiel(20_000, 'km')).toBe('២០.០០០៛');
    expect(formatRiel(20_000, 'en')).toBe('20,000 riel');
  });

  it('writes as banknotes do where a lesson for beginners asks for it', () => {
    expect(formatRiel(20_000, 'km', false)).toBe('២០០០០៛');
    expect(formatNumber(3500.5, 'km', { grouped: false })).toBe('៣៥០០,៥');
  });
});
