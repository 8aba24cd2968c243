import { describe, expect, it } from 'vitest';
import { wordFaults } from './khmer-words.ts';

const rules = (text: string) => wordFaults(text).map(({ rule }) => rule);

describe('words as they are stored [LSN17]', () => {
  it('pass in good order, with either subscript, beside Latin words and digits of their own', () => {
    expect(rules('ខ្មែរ និង ក្ដារ ឬ ក្តារ «តុ»៖ ១២០០០ ៛')).toEqual([]);
    expect(rules('ចុច Enter ឬ F5')).toEqual([]);
    expect(rules('12 kg, 3pm, 2000៛ ឬ 2000 រៀល')).toEqual([]);
  });

  it('are told where the signs of a syllable are out of order or doubled', () => {
    expect(wordFaults('ខែ្មរ')).toMatchObject([{ rule: 'khmer-form', text: { en: 'Write “ខ្មែរ”.' } }]);
    expect(rules('ទីី')).toEqual(['khmer-form']);
  });

  it('are told where two scripts meet in one word', () => {
    expect(wordFaults('ទៅ កaខ ទៀត')).toMatchObject([
      { rule: 'mixed-scripts', text: { en: expect.stringContaining('“កaខ” mixes') } },
    ]);
    // Cyrillic а and Greek ο among Latin letters
    expect(rules('\u0430pple')).toEqual(['mixed-scripts']);
    expect(rules('b\u03bfx')).toEqual(['mixed-scripts']);
  });

  it('are told where something in them prints nothing', () => {
    expect(wordFaults('ខ្ញុំ\u200bទៅ')).toMatchObject([
      { rule: 'hidden-sign', text: { en: 'Take out U+200B, which nobody sees.' } },
    ]);
    expect(rules('a\u00a0b')).toEqual(['hidden-sign']);
  });
});
