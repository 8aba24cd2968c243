import { describe, expect, test } from 'vitest';
import { clipPath, clipText } from './clip-text.ts';

describe('what the English voice is given to read', () => {
  test('leaves out Khmer script and straightens quotes', () => {
    expect(clipText('Which picture’s name begins with «ក»?')).toBe(
      "Which picture's name begins with?",
    );
  });

  test('respells letter names and Khmer words by their sound', () => {
    expect(clipText('This is the letter tô, as in tuk: a boat.')).toBe(
      'This is the letter toh, as in took: a boat.',
    );
  });

  test('joins the thousands of an amount', () => {
    expect(clipText('It costs 10,000 riel.')).toBe('It costs 10000 riel.');
  });

  test('keeps clips by lesson and item', () => {
    expect(clipPath('vowel-signs', 'see-aa')).toBe('audio/en/vowel-signs-see-aa.ogg');
  });
});
