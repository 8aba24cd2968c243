import type { ChoiceOption } from '../../../shared/contracts/lesson.ts';
import type { Language } from '../../../shared/ids.ts';
import { inLanguage } from '../../i18n/language.tsx';

const sizes = ['letter', 'word', 'sentence', 'long'] as const;
export type LabelSize = (typeof sizes)[number];

/** Signs that take room beside each other: subscripts and marks above or below take none, spaces little. */
function widthInSigns(text: string): number {
  return Array.from(text.replaceAll(/\u17d2./gu, '').replaceAll(/\p{Mn}|\s/gu, '')).length;
}

/** A letter is shown large, a word less so, a sentence in reading size, and what is longer as small as cards may have it. */
export function labelSize(text: string): LabelSize {
  const width = widthInSigns(text);
  if (width <= 2) return 'letter';
  if (width <= 8) return 'word';
  return width <= 60 ? 'sentence' : 'long';
}

/** One size for cards that lie together: that of the longest label. */
export function commonSize(options: readonly ChoiceOption[], language: Language): LabelSize {
  const wanted = options.map(({ label }) =>
    label === undefined ? 'letter' : labelSize(inLanguage(label, language)),
  );
  return sizes.findLast((size) => wanted.includes(size)) ?? 'letter';
}
