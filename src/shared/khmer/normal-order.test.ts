import fc from 'fast-check';
import { khnormal } from 'khmer-normalizer';
import { describe, expect, it } from 'vitest';
import { inNormalOrder, withVowelBehind } from './normal-order.ts';

describe('the normal order of a written unit [KHM7]', () => {
  it('puts subscripts before vowels, whichever came first', () => {
    expect(inNormalOrder('កា្រ')).toBe('ក្រា');
    expect(inNormalOrder('ស្រ្តី')).toBe('ស្ត្រី');
    expect(inNormalOrder('ម៉្យ')).toBe('ម្យ៉');
    expect(inNormalOrder('កំា')).toBe('កាំ');
  });

  it('joins vowels that are typed part by part', () => {
    expect(inNormalOrder('ក\u17c1\u17b6')).toBe('កោ');
    expect(inNormalOrder('ក\u17c1\u17b8')).toBe('កើ');
  });

  it('takes a sign once, and leaves what is not finished', () => {
    expect(inNormalOrder('កាា')).toBe('កា');
    expect(inNormalOrder('កា\u17d2')).toBe('កា\u17d2');
    expect(inNormalOrder('a')).toBe('a');
  });

  it('is that of the normalizer by which answers and packs are read', () => {
    const letter = fc.constantFrom(...'កខគងចតទនបមយរលវសហអ');
    const subscripts = fc.array(
      letter.map((each) => `\u17d2${each}`),
      { maxLength: 2 },
    );
    const vowel = fc.constantFrom('', 'ា', 'ិ', 'ី', 'ូ', 'ួ', 'េ', 'ែ', 'ៃ');
    const mark = fc.constantFrom('', 'ំ', 'ះ', '់');
    const unit = fc
      .tuple(subscripts, vowel, mark)
      .chain(([coengs, one, other]) =>
        fc.shuffledSubarray([...coengs, one, other], { minLength: coengs.length + 2 }),
      );
    fc.assert(
      fc.property(letter, unit, (first, signs) => {
        const typed = first + signs.join('');
        const once = khnormal(typed).replaceAll(/(\u17d2[\u1780-\u17b3])\1+/gu, '$1');
        expect(inNormalOrder(typed)).toBe(once);
        expect(inNormalOrder(inNormalOrder(typed))).toBe(inNormalOrder(typed));
      }),
    );
  });

  it('lets a vowel that is drawn first be typed first', () => {
    expect(withVowelBehind('សា\u17c1', 'ក')).toBeNull();
    expect(withVowelBehind('a \u17c1', 'ក')).toBe('a ក\u17c1');
    expect(withVowelBehind('\u17c1', '\u17b6')).toBeNull();
    expect(withVowelBehind('ក', 'ខ')).toBeNull();
  });
});
