import { languageSchema } from '../../shared/ids.ts';
import type { Language } from '../../shared/ids.ts';

/** The language a window begins in, as its address says; Khmer if it doesn't. @param search a page's query */
export function languageIn(search: string): Language {
  return languageSchema.safeParse(new URLSearchParams(search).get('language')).data ?? 'km';
}
