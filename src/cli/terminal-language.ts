import * as z from 'zod';
import type { Language } from '../shared/ids.ts';

const name = z.string().optional();
const localeSchema = z.object({ LC_ALL: name, LC_MESSAGES: name, LANG: name });

/** The language a terminal's person reads: Khmer where the locale says so (`LANG=km_KH.UTF-8`), else English. */
export function terminalLanguage(environment: unknown): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = localeSchema.parse(environment);
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((one) => one !== undefined && one !== '');
  return /^km(?:[_.@-]|$)/i.test(locale ?? '') ? 'km' : 'en';
}
