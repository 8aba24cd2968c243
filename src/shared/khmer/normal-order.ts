import { clustersOf } from './clusters.ts';

const coeng = '\u17d2';
/** A subscript is one sign with its coeng. */
const sign = /\u17d2[\u1780-\u17b3]|./gsu;

/**
 * Where a sign of a written unit is stored, as Unicode orders them: letter, robat, subscripts with ra
 * last, register shifters, vowels, marks above, and last what stands at the right.
 */
function placeOf(written: string): number {
  if (written === '\u17d2\u179a') return 3;
  if (written.startsWith(coeng)) return 2;
  if (written === '\u17cc') return 1;
  if (/^[\u17c9\u17ca]/u.test(written)) return 4;
  if (/^[\u17b6-\u17c5]/u.test(written)) return 5;
  if (/^[\u17c7\u17c8]/u.test(written)) return 7;
  return 6;
}

/** Vowels that are drawn of two parts, each of which has a key of its own. */
const joined: readonly (readonly [parts: string, whole: string])[] = [
  ['\u17c1\u17b6', '\u17c4'],
  ['\u17c1\u17b8', '\u17be'],
  ['\u17c1\u17c1', '\u17c2'],
];

/**
 * A written unit with its signs in the order they are stored in everywhere in Rean, none of them twice;
 * it looks the same, or as it was meant. One that waits for the letter of a subscript is left as it is,
 * and so is what holds joiners, which say something by their place.
 */
export function inNormalOrder(unit: string): string {
  if (!/^[\u1780-\u17b3\u25cc]/u.test(unit) || /\u17d2$|[\u200b-\u200d]/u.test(unit)) return unit;
  const [letter = '', ...signs] = unit.match(sign) ?? [];
  const sorted = signs
    .map((written, at) => ({ written, at }))
    .toSorted((a, b) => placeOf(a.written) - placeOf(b.written) || a.at - b.at)
    .map(({ written }) => written)
    .join('');
  const whole = joined.reduce((text, [parts, vowel]) => text.replace(parts, vowel), sorted);
  return letter + whole.replaceAll(/(\u17d2[\u1780-\u17b3]|[\u17b6-\u17d1\u17dd])\1+/gu, '$1');
}

/** Vowels drawn before the letter they follow in speech: hands put them down first. */
const drawnBefore = /^[\u17c1-\u17c3]$/u;

/** Puts a vowel that has no letter yet behind the letter that came after it. */
export function withVowelBehind(before: string, letter: string): string | null {
  const loose = clustersOf(before).at(-1) ?? '';
  if (!drawnBefore.test(loose) || !/^[\u1780-\u17b3]$/u.test(letter)) return null;
  return before.slice(0, -loose.length) + letter + loose;
}
