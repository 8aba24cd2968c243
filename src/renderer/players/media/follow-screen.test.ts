import { describe, expect, it } from 'vitest';
import { passedPause } from './follow-screen.ts';

describe('[GRP4] a film on a big screen', () => {
  it('stops where it plays past a pause, once, and not before', () => {
    expect(passedPause([2, 5], 1.8, 2.05)).toBe(0);
    expect(passedPause([2, 5], 2, 2.2)).toBeNull();
    expect(passedPause([2, 5], 4.9, 5)).toBe(1);
    expect(passedPause([2, 5], 0, 1.9)).toBeNull();
    expect(passedPause([], 0, 9)).toBeNull();
  });
});
