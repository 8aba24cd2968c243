import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeAnswer } from './normalize-answer.ts';

/** What a learner may type, what the lesson accepts, and why the two look the same. */
const sameLook: readonly (readonly [string, string, string])[] = [
  ['ខែ្មរ', 'ខ្មែរ', 'vowel before subscript'],
  ['បា្រំ', 'ប្រាំ', 'long vowel before subscript'],
  ['ភំ្នពេញ', 'ភ្នំពេញ', 'nikahit before subscript'],
  ['កាហេ្វ', 'កាហ្វេ', 'vowel before subscript in the last syllable'],
  ['ស្រ្តី', 'ស្ត្រី', 'subscript ro before another subscript'],
  ['ស្ដី', 'ស្តី', 'subscript da for subscript ta'],
  ['កំុ', 'កុំ', 'nikahit before the lower vowel'],
  ['ប្រ\u17C6\u17B6', 'ប្រាំ', 'nikahit before aa'],
  ['ម\u17C2\u17C9', 'ម៉ែ', 'shifter after the vowel'],
  ['អុី', 'អ៊ី', 'lower u for the shifter'],
  ['ក\u17C1\u17B6', 'កោ', 'o typed as e and aa'],
  ['យ\u17C1\u17B8ង', 'យើង', 'oe typed as e and ii'],
  ['ក\u17C1\u17C1', 'កែ', 'ae typed as e twice'],
  ['ទឹឹក', 'ទឹក', 'vowel typed twice'],
  ['ក៏៏', 'ក៏', 'sign typed twice'],
  ['ស\u17D2ត\u17D2ត', 'ស្ត', 'subscript typed twice'],
  ['ស\u17D2\u17D2ត', 'ស្ត', 'coeng typed twice'],
  ['នំ\u17D2', 'នំ', 'a coeng with nothing under it'],
  ['ខ្ម\u200Bែរ', 'ខ្មែរ', 'zero-width space inside'],
  ['ក\u200D\u200Cា', 'កា', 'joiners inside'],
  ['\uFEFFទឹក', 'ទឹក', 'byte order mark'],
  [' ទឹក  ត្រី ', 'ទឹកត្រី', 'spaces before, between and after'],
  ['ក\u00A0ខ', 'កខ', 'no-break space'],
  ['ក\u17B4\u17B5ា', 'កា', 'inherent vowels'],
  ['១២៣', '123', 'Khmer digits for Arabic'],
  ['１２３', '123', 'full-width digits'],
  ['ឲ្យ', 'ឱ្យ', 'second form of the independent vowel [KHM12]'],
  ['រំឭក', 'រំលឹក', 'a word spelt in two ways [KHM12]'],
  ['ឭក', 'លឹក', 'a word that begins with it [KHM12]'],
  ['\u17A4', 'អា', 'deprecated independent vowel'],
  ['\u25CCា', 'ា', 'dotted circle'],
  ['Rice', 'rice', 'capital of a beginner'],
  ['don’t', "don't", 'curly apostrophe'],
];

const differentLook: readonly (readonly [string, string])[] = [
  ['កា', 'គា'],
  ['ទឹក', 'ទុក'],
  ['ឮ', 'ឭ'],
  ['ឱ្យ', 'ឯ្យ'],
  ['កិ', 'កី'],
  ['កែ', 'កេ'],
  ['ស្ត្រី', 'ស្តី'],
  ['១២', '២១'],
  ['11', '1'],
  ['ប៉ា', 'បា'],
  ['rice', 'ricee'],
];

describe('normalizeAnswer', () => {
  it.each(sameLook)('[LSN4] takes %s for %s: %s', (typed, accepted) => {
    expect(normalizeAnswer(typed)).toBe(normalizeAnswer(accepted));
  });

  it.each(differentLook)('[LSN4] keeps %s apart from %s', (typed, accepted) => {
    expect(normalizeAnswer(typed)).not.toBe(normalizeAnswer(accepted));
  });

  it('[LSN4] leaves a well-written Khmer word as it is', () => {
    for (const word of ['ខ្មែរ', 'ស្ត្រី', 'ប្រាំបី', 'ភ្នំពេញ', 'សួស្តី', 'រៀន', 'ម៉ោង']) {
      expect(normalizeAnswer(word)).toBe(word);
    }
  });

  it('[LSN4] loses nothing of a text that mixes Khmer with signs outside the BMP', () => {
    expect(normalizeAnswer('សួស្តី😀១ខែ្មរ😀')).toBe('សួស្តី😀1ខ្មែរ😀');
  });

  it('[LSN4] gives nothing for what prints nothing', () => {
    expect(normalizeAnswer(' \u200B\u200C\u200D\uFEFF\t')).toBe('');
  });

  it('[LSN4] changes nothing when used twice, whatever is typed', () => {
    fc.assert(
      fc.property(typedText, (text) => {
        const once = normalizeAnswer(text);
        expect(normalizeAnswer(once)).toBe(once);
      }),
      { seed: 20_01, numRuns: 2000 },
    );
  });

  it('[LSN4] does not mind where invisible signs stand', () => {
    fc.assert(
      fc.property(fc.array(khmerSign, { maxLength: 12 }), fc.nat(12), (signs, at) => {
        const clean = signs.join('');
        const dirty = [...signs.slice(0, at), '\u200B', ...signs.slice(at)].join('');
        expect(normalizeAnswer(dirty)).toBe(normalizeAnswer(clean));
      }),
      { seed: 20_02, numRuns: 1000 },
    );
  });
});

const khmerSign = fc
  .integer({ min: 0x17_80, max: 0x17_e9 })
  .map((code) => String.fromCodePoint(code));
const typedText = fc
  .array(fc.oneof(khmerSign, fc.constantFrom('\u200B', '\u200C', '\u200D', ' ', 'A', '😀', '◌')), {
    maxLength: 14,
  })
  .map((signs) => signs.join(''));
