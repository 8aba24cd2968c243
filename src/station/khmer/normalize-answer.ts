import { khnormal } from 'khmer-normalizer';
import { inOneSpelling } from '../../shared/khmer/two-spellings.ts';

/**
 * Brings a typed answer to the one spelling that looks like it, so that `normalizeAnswer(typed) ===
 * normalizeAnswer(accepted)` whenever a reader would see the same word ([LSN4]). Khmer has many
 * encodings of one look: signs in another order, a sign typed twice, invisible joiners, subscript
 * ta or da, digits of either script; and of words that are spelt in two ways, one ([KHM12]). Never shown to anyone: only compared.
 *
 * Latin letters are folded to lower case, as a beginner's capital is not a mistake.
 */
export function normalizeAnswer(text: string): string {
  const visible = text.normalize('NFKC').toLowerCase().replace(invisible, '');
  const plain = [...inOneSpelling(visible)].map((sign) => lookAlikes.get(sign) ?? sign).join('');
  return plain.replace(khmerRun, regularize);
}

/**
 * What prints nothing: all white space, and what Unicode says to ignore: zero-width space, joiners,
 * byte order and direction marks, soft hyphen, variation selectors, Khmer's two inherent vowels.
 */
const invisible = /\s|\p{Default_Ignorable_Code_Point}/gu;

const khmerRun = /[\u1780-\u17DD\u25CC]+/gu;

const khmerZero = 0x17_e0;

/** One character for another that a reader can't tell from it, or that Unicode says not to use. */
const lookAlikes: ReadonlyMap<string, string> = new Map([
  ...Array.from({ length: 10 }, (_, digit): [string, string] => [
    String.fromCodePoint(khmerZero + digit),
    String(digit),
  ]),
  // Independent vowels QAQ and QAA, deprecated.
  ['\u17A3', '\u17A2'],
  ['\u17A4', '\u17A2\u17B6'],
  ['\u17A8', '\u17A7\u1780'],
  // Bathamasat is drawn like a nikahit.
  ['\u17D3', '\u17C6'],
  // The circle a keyboard shows under a loose sign is not part of the word.
  ['\u25CC', ''],
  // Quotes and dashes that keyboards exchange on their own.
  ['\u2018', "'"],
  ['\u2019', "'"],
  ['\u201C', '"'],
  ['\u201D', '"'],
  ['\u2010', '-'],
  ['\u2011', '-'],
  ['\u2013', '-'],
]);

/**
 * The normalizer sorts the signs of a syllable; only then do repeated signs stand together, and
 * what is left after removing them may join anew, so it runs until nothing changes. It is given
 * runs of Khmer only: it counts code units on one side and characters on the other, and would cut
 * a text that holds an emoji.
 */
function regularize(run: string): string {
  let before = run;
  for (let pass = 0; pass < 4; pass += 1) {
    const after = withoutRepeats(khnormal(withoutLooseCoeng(before)));
    if (after === before) {
      return after;
    }
    before = after;
  }
  return before;
}

const withoutLooseCoeng = (text: string) =>
  text.replace(/\u17D2+(?!\u17D2|[\u1780-\u17B3])/gu, '').replace(/\u17D2{2,}/gu, '\u17D2');

const withoutRepeats = (text: string) =>
  text
    // Two of the sign for e print as the sign for ae.
    .replace(/\u17C1\u17C1/gu, '\u17C2')
    .replace(/(\u17D2[\u1780-\u17B3])\1+/gu, '$1')
    .replace(/([\u17B6-\u17D1\u17DD])\1+/gu, '$1');
