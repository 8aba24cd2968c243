import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostRead } from './most-read.ts';

const times = (count: number, ...keys: string[]) => Array.from({ length: count }, () => keys);

describe('[LIB5] what is read most', () => {
  it('is told in steps of five, and of fewer readers not at all', () => {
    const readers = [...times(4, 'one'), ...times(5, 'two'), ...times(14, 'three')];
    expect(mostRead(readers, 10)).toEqual([
      { key: 'three', atLeast: 10 },
      { key: 'two', atLeast: 5 },
    ]);
    expect(mostRead(readers, 1)).toHaveLength(1);
  });

  it('is the same in whatever order readers come, and says nothing of who is a little ahead', () => {
    const readers = [...times(9, 'b', 'a'), ...times(3, 'b'), ...times(7, 'c')];
    const told = mostRead(readers, 10);
    expect(told.map(({ key }) => key)).toEqual(['b', 'a', 'c']);
    const shuffles = fc.shuffledSubarray(readers, { minLength: readers.length });
    fc.assert(
      fc.property(shuffles, (other) => {
        expect(mostRead(other, 10)).toEqual(told);
      }),
      { seed: 5, numRuns: 30 },
    );
  });
});
