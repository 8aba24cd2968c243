import { describe, expect, it } from 'vitest';
import { replyTo } from './sign-in-answer.ts';

describe('what a sign-in says back [SUP2]', () => {
  it('says it kindly once, and how to get help from the second time on', () => {
    const wrong = (wrongTries: number) =>
      replyTo({ result: 'wrong', wrongTries, waitMs: 0 }, 500).said;
    expect(wrong(1)).toBe('wrong');
    expect(wrong(2)).toBe('wrong.again');
    expect(wrong(7)).toBe('wrong.again');
  });

  it('asks to wait until a moment of the window’s own clock', () => {
    expect(replyTo({ result: 'wrong', wrongTries: 3, waitMs: 5000 }, 500)).toEqual({
      said: 'wrong.again',
      freeAtMs: 5500,
    });
    expect(replyTo({ result: 'wait', waitMs: 2000 }, 500)).toEqual({ said: null, freeAtMs: 2500 });
  });

  it('says nothing after a right one', () => {
    expect(replyTo({ result: 'signed-in' }, 500)).toEqual({ said: null, freeAtMs: null });
  });
});
