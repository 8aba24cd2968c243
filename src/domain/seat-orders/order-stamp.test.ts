import { describe, expect, it } from 'vitest';
import { commandIdSchema } from '../../shared/ids.ts';
import { comesAfter, isCounted, stampOf } from './order-stamp.ts';

const id = (letter: string) => commandIdSchema.parse(`cm-${letter.repeat(16)}`);
const lock = (number: number, letter = 'a') => stampOf(id(letter), number, 'lock');
const unlock = (number: number, letter = 'a') => stampOf(id(letter), number, 'unlock');

describe('[ACT4] of two orders', () => {
  it('the one with the higher number holds, whatever it says', () => {
    expect(comesAfter(unlock(2), lock(1))).toBe(true);
    expect(comesAfter(lock(1), unlock(2))).toBe(false);
    expect(comesAfter(lock(1), null)).toBe(true);
  });

  it('with one number the lock holds, and of two alike the same one everywhere', () => {
    expect(comesAfter(lock(3, 'a'), unlock(3, 'b'))).toBe(true);
    expect(comesAfter(unlock(3, 'b'), lock(3, 'a'))).toBe(false);
    expect(comesAfter(lock(3, 'b'), lock(3, 'a'))).toBe(true);
    expect(comesAfter(lock(3, 'a'), lock(3, 'b'))).toBe(false);
    expect(comesAfter(lock(3), lock(3))).toBe(false);
  });

  it('none takes a number out of reach of those that follow', () => {
    expect(isCounted(100_000, 0)).toBe(true);
    expect(isCounted(100_001, 0)).toBe(false);
    expect(isCounted(100_005, 5)).toBe(true);
  });
});
