import { describe, expect, it } from 'vitest';
import { findWords } from './find-words.ts';

const wordsOf = (text: string, words: string) => findWords(text, words).map((found) => found.words);

describe('words in a book', () => {
  it('[PCE9] are found whatever their capitals, spaces and unseen signs', () => {
    expect(wordsOf('The Farmer plants rice. FARMER!', 'farmer')).toEqual(['Farmer', 'FARMER']);
    expect(wordsOf('កសិ\u200bករដាំស្រូវ', 'កសិករ')).toEqual(['កសិ\u200bករ']);
    expect(wordsOf('កសិករ ដាំ\nស្រូវ', 'ករដាំស្រូវ')).toEqual(['ករ ដាំ\nស្រូវ']);
    expect(wordsOf('rice', 'wheat')).toEqual([]);
    expect(wordsOf('rice', ' \u200b')).toEqual([]);
  });

  it('[PCE9] come with what stands around them, and where they are', () => {
    const [found] = findWords(`${'a'.repeat(50)}rice${'b'.repeat(50)}`, 'RICE');
    expect(found).toEqual({
      from: 50,
      to: 54,
      before: 'a'.repeat(30),
      words: 'rice',
      after: 'b'.repeat(30),
    });
  });

  it('[PCE9] are each found once', () => {
    expect(findWords('aaaa', 'aa').map(({ from }) => from)).toEqual([0, 2]);
  });
});
