import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spellingDifference } from './spelling.ts';

const plain = (text: string) => text.trim().toLowerCase();
const differ = (accept: string[], typed: string) => spellingDifference(accept, typed, plain);

describe('where a spelling differs [LSN15]', () => {
  it('is the first written unit that does', () => {
    expect(differ(['ទូក'], 'ទុក')).toEqual({ from: 0, to: 2 });
    expect(differ(['ខ្មែរ'], 'ខ្មែល')).toEqual({ from: 4, to: 5 });
    expect(differ(['rean'], 'reen')).toEqual({ from: 2, to: 3 });
  });

  it('is the end where something is missing, and what is too much', () => {
    expect(differ(['ទូក'], 'ទូ')).toEqual({ from: 2, to: 2 });
    expect(differ(['ទូ'], 'ទូក')).toEqual({ from: 2, to: 3 });
  });

  it('is where a unit was left out, or one is too much, in the middle of a word', () => {
    expect(differ(['សាលារៀន'], 'សារៀន')).toEqual({ from: 2, to: 2 });
    expect(differ(['សារៀន'], 'សាលារៀន')).toEqual({ from: 2, to: 4 });
    expect(differ(['school'], 'shool')).toEqual({ from: 1, to: 1 });
    expect(differ(['កខគ'], 'កគគ')).toEqual({ from: 1, to: 2 });
  });

  it('goes by the accepted spelling that takes the fewest changes', () => {
    expect(differ(['ទូកដ', 'ដូក'], 'ទូក')).toEqual({ from: 3, to: 3 });
    expect(differ(['ដ', 'ដៃ'], 'ដៃក')).toEqual({ from: 2, to: 3 });
  });

  it('is nowhere in an empty answer, nor in one that is right', () => {
    expect(differ(['ក'], '  ')).toBeNull();
    expect(differ(['Rean'], 'rean')).toBeNull();
  });

  it('lies in the answer, whatever was typed', () => {
    const sign = fc.constantFrom('ក', 'ខ', '\u17d2', 'ា', ' ', 'x');
    const word = fc.array(sign, { maxLength: 8 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(word, word, (accepted, typed) => {
        const found = differ([accepted], typed);
        if (found === null) return;
        expect(found.from).toBeLessThanOrEqual(found.to);
        expect(found.to).toBeLessThanOrEqual(typed.length);
      }),
    );
  });
});
