import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { countIn, isInRanges, joinRanges, rangesWithout } from './seq-range.ts';

const range = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 10 }))
  .map(([from, length]) => ({ from, to: from + length }));

describe('ranges of numbers', () => {
  it('[HUB18] less those given up hold just the numbers that are in none of them', () => {
    fc.assert(
      fc.property(range, fc.array(range), (one, some) => {
        const others = joinRanges(some, []);
        const left = rangesWithout(one, others);
        const numbers = Array.from({ length: 60 }, (_, index) => index + 1);
        const wanted = numbers.filter(
          (each) => isInRanges([one], each) && !isInRanges(others, each),
        );
        expect(numbers.filter((each) => isInRanges(left, each))).toEqual(wanted);
        expect(countIn(left)).toBe(wanted.length);
      }),
    );
  });
});
