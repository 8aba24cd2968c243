/** What a staff passphrase has at least: three words that don't belong together, say ([IDN10]). */
export const staffPassphraseRule = { characters: 12, different: 6 } as const;

/** What is wrong with a passphrase; the first fault that is found. */
export type PassphraseFault = 'too-short' | 'too-plain' | 'known';

/** The beginnings of what is tried first everywhere, and what a person of a site would think of first. */
const known = [
  'password',
  'passphrase',
  'qwerty',
  'abcdef',
  '123456',
  'letmein',
  'welcome',
  'rean',
];

/**
 * Whether a passphrase may be a staff member's; null when it may ([IDN10]). Pure.
 * @param names of the person and the site: a passphrase that is one of them, with something added,
 * is guessed first
 */
export function passphraseFault(
  passphrase: string,
  names: readonly string[] = [],
): PassphraseFault | null {
  const written = plain(passphrase);
  const characters = [...written];
  if (characters.length < staffPassphraseRule.characters) return 'too-short';
  if (new Set(characters).size < staffPassphraseRule.different) return 'too-plain';
  const told = [...known, ...names.map(closed).filter((name) => [...name].length > 2)];
  const rest = told.reduce((left, word) => left.replaceAll(word, ''), closed(written));
  return [...rest].length < staffPassphraseRule.characters / 2 ? 'known' : null;
}

const closed = (text: string) => plain(text).replaceAll(' ', '');

/** As it is hashed (NFC, no space at its ends), and in small letters. */
function plain(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}
