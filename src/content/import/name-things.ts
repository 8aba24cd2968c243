import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { slugSchema } from '../../shared/ids.ts';
import type { Localized } from '../../shared/contracts/phrase.ts';

const longest = 40;

/**
 * An id out of words: the same words give the same id on any PC. Latin words stay readable; where there are too few
 * of them (a Khmer name), eight hex digits of the words' hash tell things apart.
 */
export function idFrom(words: string, kind: string): string {
  const latin = words
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replaceAll(/^-+|-+$/g, '');
  if (/[a-z]/.test(latin) && !otherLetters.test(words)) return slugSchema.parse(latin);
  const hash = createHash('sha256').update(words.normalize('NFC')).digest('hex').slice(0, 8);
  return slugSchema.parse([latin || kind, hash].join('-'));
}

/** A letter that is not Latin: of the words, the Latin rest alone would not tell two things apart. */
const otherLetters = /[^\P{L}\p{Script=Latin}]/u;

/** `id`, or with the lowest number behind it that nobody has; then it is taken. */
export function claimId(id: string, taken: Set<string>): string {
  let free = id;
  for (let number = 2; taken.has(free); number += 1) free = `${id}-${number}`;
  taken.add(free);
  return free;
}

const maxTitle = 200;

/** Words as a title: one line, composed, not endless. Null where nothing is left. */
export function titled(words: string | null | undefined): Localized | null {
  const line = (words ?? '')
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, maxTitle);
  if (line === '') return null;
  return isKhmer(line) ? { km: line } : { km: line, en: line };
}

/** A file's name without its extension, as a title. */
export function titleOfName(name: string): Localized {
  const stem = basename(name, extname(name));
  return titled(stem.replaceAll(/[_]+/g, ' ')) ?? { km: name, en: name };
}

export const isKhmer = (text: string) => /\p{Script=Khmer}/u.test(text);
