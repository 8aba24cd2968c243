import type { Localized } from '../../../shared/contracts/phrase.ts';
import { fromKhmerDigits } from '../../../shared/khmer/numbers.ts';
import { inOneSpelling } from '../../../shared/khmer/two-spellings.ts';

/**
 * A name as it is compared, so that what sounds or looks the same is found ([SUP7]): without case,
 * Latin accents, signs that can't be seen and punctuation, digits as 0–9. ្ដ and ្ត are drawn alike,
 * so either finds the other; ឲ and ឱ, ឭ and លឹ spell the same words ([KHM12]).
 */
export function searchable(text: string): string {
  return inOneSpelling(fromKhmerDigits(text))
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .toLowerCase()
    .replaceAll('\u17d2\u178a', '\u17d2\u178f')
    .replaceAll(/[\s\p{P}]+/gu, ' ')
    .trim();
}

/** A name's forms in both scripts, with spaces and without. */
export function searchForms(name: Localized): string {
  const forms = [name.km, name.en ?? ''].map(searchable);
  return [...forms, ...forms.map(withoutSpaces)].join('\n');
}

/** Whether every word asked for stands somewhere in the forms, in any order. */
export function fits(forms: string, words: readonly string[]): boolean {
  return words.every((word) => forms.includes(word));
}

/** The words of what somebody typed. */
export function wordsOf(typed: string): readonly string[] {
  return searchable(typed)
    .split(' ')
    .filter((word) => word !== '');
}

const withoutSpaces = (text: string) => text.replaceAll(' ', '');
