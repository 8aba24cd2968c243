import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentile, summarize } from './statistics.ts';

const samples = fc.array(fc.double({ noNaN: true, min: 0, max: 1e6 }), { minLength: 1 });
const seed = 20261121;

describe('percentile', () => {
  it('is the sample itself when there is one', () => {
    expect(percentile([7], 0.95)).toBe(7);
  });

  it('takes the middle, whatever order the samples came in', () => {
    expect(percentile([9, 1, 5], 0.5)).toBe(5);
    expect(percentile([4, 1, 3, 2], 0.5)).toBe(2.5);
  });

  it('goes in a straight line between the two nearest samples', () => {
    const hundred = Array.from({ length: 101 }, (_, index) => index);
    expect(percentile(hundred, 0.95)).toBe(95);
    expect(percentile([0, 10], 0.95)).toBeCloseTo(9.5);
  });

  it('never leaves the range of the samples, and never goes down as the share goes up', () => {
    fc.assert(
      fc.property(samples, fc.double({ noNaN: true, min: 0, max: 1 }), (values, share) => {
        const value = percentile(values, share);
        expect(value).toBeGreaterThanOrEqual(Math.min(...values));
        expect(value).toBeLessThanOrEqual(Math.max(...values));
        expect(percentile(values, 1)).toBeGreaterThanOrEqual(value);
      }),
      { seed },
    );
  });

  it('leaves the samples as they are', () => {
    const values = [3, 1, 2];
    percentile(values, 0.5);
    expect(values).toEqual([3, 1, 2]);
  });

  it('refuses to speak of no samples, and of no such share', () => {
    expect(() => percentile([], 0.5)).toThrow(RangeError);
    expect(() => percentile([1], 1.1)).toThrow(RangeError);
  });
});

describe('summarize', () => {
  it('says how many samples there were, and how far they lie apart', () => {
    expect(summarize([3, 1, 2])).toEqual({ count: 3, min: 1, p50: 2, p95: null, max: 3 });
  });

  it('gives a 95th percentile from twenty samples on', () => {
    const values = (count: number) => Array.from({ length: count }, (_, index) => index);
    expect(summarize(values(19)).p95).toBeNull();
    expect(summarize(values(21)).p95).toBe(19);
  });
});
