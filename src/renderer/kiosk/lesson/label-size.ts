import type { ChoiceOption } from '../../../shared/contracts/lesson.ts';
import type { Language } from '../../../shared/ids.ts';
import { inLanguage } from '../../i18n/language.tsx';

export type LabelSize = 'letter' | 'word' | 'sentence';

/** Signs that take room beside each other: subscripts and marks above or below take none, spaces little. */
function widthInSigns(text: string): number {
  return Array.from(text.replaceAll(/\u17d2./gu, '').replaceAll(/\p{Mn}|\s/gu, '')).length;
}

/** A letter is shown large, a word less so, a sentence in reading size. */
export function labelSize(text: string): LabelSize {
  const width = widthInSigns(text);
  if (width <= 2) return 'letter';
  return width <= 8 ? 'word' : 'sentence';
}

/** One size for cards that lie together: that of the longest label. */
export function commonSize(options: readonly ChoiceOption[], language: Language): LabelSize {
  const sizes = options.map(({ label }) =>
    label === undefined ? 'letter' : labelSize(inLanguage(label, language)),
  );
  if (sizes.includes('sentence')) return 'sentence';
  return sizes.includes('word') ? 'word' : 'letter';
}
