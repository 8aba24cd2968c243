import { reasonWords } from '../../../domain/record/reason-words.ts';
import type { Language } from '../../../shared/ids.ts';
import { inLanguage } from '../../i18n/language.tsx';

/** Why, in words where it was chosen from a list, else as somebody wrote it. */
export function sayReason(reason: string | null, language: Language): string {
  const known = Object.entries(reasonWords).find(([name]) => name === reason);
  return known === undefined ? (reason ?? '') : inLanguage(known[1], language);
}
