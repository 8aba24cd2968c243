import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteActivity, startActiveTime } from './active-time.ts';
import { shuffled, shuffledUnlike } from './shuffle.ts';

describe('shuffling', () => {
  const letters = fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 7 });

  it('[KSK10] shows the same order for the same seed, so that a lesson resumes as it was left', () => {
    fc.assert(
      fc.property(letters, fc.string(), (things, seed) => {
        expect(shuffled(things, seed)).toEqual(shuffled(things, seed));
      }),
    );
  });

  it('[KSK10] keeps every thing, and never gives the answer away', () => {
    fc.assert(
      fc.property(letters, fc.string(), (things, seed) => {
        const other = shuffled(things, seed);
        expect([...other].sort()).toEqual([...things].sort());
        expect(other).not.toEqual(things);
      }),
    );
  });
});

describe('time at work', () => {
  it('counts pauses up to a minute, and no clock that runs backwards', () => {
    const start = startActiveTime(1_000);
    const answered = noteActivity(noteActivity(start, 6_000), 3_606_000);
    expect(answered.ms).toBe(65_000);
    expect(noteActivity(answered, 0).ms).toBe(65_000);
  });

  it('lie in no order that is the answer, where there is another [KSK10]', () => {
    const pairs = (order: readonly string[]) => /^(ab|ba)/.test(order.slice(0, 2).join(''));
    for (let run = 0; run < 50; run += 1) {
      const order = shuffledUnlike(['a', 'b', 'c', 'd'], `run ${run}`, pairs);
      expect(pairs(order)).toBe(false);
      expect(order.toSorted()).toEqual(['a', 'b', 'c', 'd']);
    }
    expect(shuffledUnlike(['a', 'b'], 'x', pairs)).toHaveLength(2);
  });
});
