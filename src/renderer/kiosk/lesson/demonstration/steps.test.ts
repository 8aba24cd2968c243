import { describe, expect, it } from 'vitest';
import { stepsShown, wayBetween } from './steps.ts';

const spot = [0, 0] as const;
const moves = [{ from: spot }, { from: spot }, { from: spot }];

describe('[LSN14] a demonstration for who asked for less motion', () => {
  it('shows all steps at first, then one more at each touch', () => {
    // By itself where the kind is new (1), or not (0): a first touch begins anew.
    expect([0, 1, 2, 3, 4, 5].map((showing) => stepsShown({ moves }, showing))).toEqual([
      3, 3, 1, 2, 3, 1,
    ]);
  });

  it('draws the way of a card with a head at its end, clear of both cards', () => {
    expect(wayBetween([0, 0], [100, 0])).toBe('M20 0L80 0M73 -7L80 0L73 7');
    expect(wayBetween([0, 0], [10, 0])).toBe('');
  });
});
