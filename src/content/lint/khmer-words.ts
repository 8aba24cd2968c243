import { khmerText } from '../import/text/khmer-text.ts';
import { tellLint } from '../words/tell.ts';
import type { Found } from './finding.ts';

/**
 * What is wrong with words as they are stored, though it may not be seen: signs of a syllable out of order
 * or doubled, letters of two scripts in one word, characters that print nothing ([LSN17]).
 */
export function wordFaults(text: string): readonly Pick<Found, 'rule' | 'text'>[] {
  const mixed = text.match(mixedWord)?.[0];
  const hidden = text.match(hiddenSign)?.[0];
  const inForm = khmerText(text).replaceAll(doubledSign, '$1');
  return [
    ...(sameSubscripts(inForm) === sameSubscripts(text)
      ? []
      : [{ rule: 'khmer-form' as const, text: tellLint('words.form', { text: inForm }) }]),
    ...(mixed === undefined
      ? []
      : [{ rule: 'mixed-scripts' as const, text: tellLint('words.mixed', { text: mixed }) }]),
    ...(hidden === undefined
      ? []
      : [
          {
            rule: 'hidden-sign' as const,
            text: tellLint('words.hidden', { code: codeOf(hidden) }),
          },
        ]),
  ];
}

/** A vowel sign or mark typed twice is drawn over itself. */
const doubledSign = /([\u17b6-\u17d1\u17d3\u17dd])\1+/gu;

/** Subscript da and ta look alike, and either is right: what is heard decides. */
const sameSubscripts = (text: string) => text.replaceAll('\u17d2\u178a', '\u17d2\u178f');

/** Letters and signs of Khmer, without its digits and its sign for riel. */
const khmer = '[\\u1780-\\u17d3\\u17dd]';
const otherScripts = ['Latin', 'Greek', 'Cyrillic', 'Thai', 'Lao', 'Myanmar'].map(
  (script) => `\\p{Script=${script}}`,
);

/** Where a letter of one script touches one of another. */
const touching = [khmer, ...otherScripts].flatMap((one, index, all) =>
  all.filter((_, other) => other !== index).map((other) => one + other),
);

/** The whole run of letters, marks and digits around such a place. */
const mixedWord = new RegExp(
  `[\\p{L}\\p{M}\\p{N}]*(?:${touching.join('|')})[\\p{L}\\p{M}\\p{N}]*`,
  'u',
);

/** Our windows break lines themselves, so that words need no zero-width spaces. */
const hiddenSign = /[\p{Default_Ignorable_Code_Point}\p{Cc}\u00a0]/u;

const codeOf = (sign: string) =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
