import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noTries } from '../shared/contracts/documents/state.ts';
import { mostWrongTries, withWrongTries, wrongTriesAt } from './sign-in-tries.ts';

const anyNumber = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

describe('[SGN8] wrong tries by the number of the sign-in', () => {
  it('are counted apart, also for the one after a reset', () => {
    const tries = withWrongTries(withWrongTries(noTries, 1, 3), 2, 1);
    expect([1, 2, 3].map((number) => wrongTriesAt(tries, number))).toEqual([3, 1, 0]);
    expect(mostWrongTries(tries)).toBe(3);
  });

  it('stay few and are never lowered, whatever numbers are claimed', () => {
    fc.assert(
      fc.property(anyNumber, fc.array(anyNumber, { maxLength: 200 }), (real, claimed) => {
        const before = withWrongTries(noTries, real, 4);
        const after = claimed.reduce((tries, number) => withWrongTries(tries, number, 1), before);
        expect(wrongTriesAt(after, real)).toBeGreaterThanOrEqual(4);
        expect(Object.keys(after).length).toBeLessThanOrEqual(32);
      }),
      { seed: 20261122 },
    );
  });
});
