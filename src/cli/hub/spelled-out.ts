/**
 * A command line with the word left out of `rean hub --data FOLDER`, or `rean station …`, put back: a
 * hub or station without a further word is one to be run. A word that is no command stays for the parser to complain of.
 * @param words as in `process.argv`
 */
export function spelledOut(words: readonly string[]): string[] {
  const at = words.findIndex((word, index) => index > 1 && !word.startsWith('-'));
  const next = words[at + 1] ?? '';
  const isShort = (words[at] === 'hub' || words[at] === 'station') && /^--(?!help$)/.test(next);
  return isShort ? [...words.slice(0, at + 1), 'run', ...words.slice(at + 1)] : [...words];
}

/** @param words as {@link spelledOut} gives them */
export function isHubRun(words: readonly string[]): boolean {
  const [first, second] = words.slice(2).filter((word) => !word.startsWith('-'));
  return first === 'hub' && second === 'run';
}
