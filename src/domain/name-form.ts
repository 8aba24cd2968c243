import { fromKhmerDigits } from '../shared/khmer/numbers.ts';
import { inOneSpelling } from '../shared/khmer/two-spellings.ts';

/**
 * A name in its normal form: two that look or sound the same have the same one. Without case, Latin
 * accents, signs that can't be seen, spaces and punctuation; digits as 0–9; ្ដ as ្ត, which is drawn
 * alike, ឲ as ឱ and ឭ as លឹ, which spell the same words ([KHM12]). Never shown: only compared.
 */
export function nameForm(text: string): string {
  return inOneSpelling(fromKhmerDigits(text))
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]|\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase()
    .replaceAll('\u17d2\u178a', '\u17d2\u178f')
    .replaceAll(/[\s\p{P}]+/gu, '');
}
