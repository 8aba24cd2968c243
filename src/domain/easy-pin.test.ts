import { describe, expect, it } from 'vitest';
import { isEasyPin } from './easy-pin.ts';

describe('[SGN10] a PIN that is tried first', () => {
  it('has few digits, or is a row of them', () => {
    const easy = ['00000', '11211', '12345', '54321', '89012', '13579', '12121'];
    expect(easy.filter((each) => !isEasyPin(each))).toEqual([]);
    expect(['40718', '12354', '99870'].filter(isEasyPin)).toEqual([]);
  });

  it('is one of few: more than 98,000 are left, eight times the picture codes', () => {
    const all = Array.from({ length: 100_000 }, (_, each) => String(each).padStart(5, '0'));
    expect(all.filter((each) => !isEasyPin(each)).length).toBeGreaterThan(98_000);
  });
});
