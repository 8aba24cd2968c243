import type { Randomness } from '../shared/ports.ts';

/** Digits of a card number, with its check digit. */
export const cardDigits = 6;

/**
 * The check of Damm: a quasigroup of order ten without fixed points, so that one digit misread, or
 * two neighbours exchanged, never gives another number that fits.
 */
const damm = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
] as const;

const interim = (digits: string): number =>
  [...digits].reduce((row, digit) => Number(damm[row]?.charAt(Number(digit))), 0);

/** Whether these are six digits that fit together: somebody's number, or one that could be ([ACC3]). */
export function isCardNumber(digits: string): boolean {
  return /^\d{6}$/.test(digits) && interim(digits) === 0;
}

/** A number nobody has yet; it says nothing about whose it is. @param taken at most a few in a hundred of 100,000 */
export function drawCardNumber(random: Randomness, taken: ReadonlySet<string>): string {
  for (;;) {
    const [a = 0, b = 0, c = 0, d = 0] = random.bytes(4);
    const drawn = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
    const front = String(drawn % 10 ** (cardDigits - 1)).padStart(cardDigits - 1, '0');
    const number = `${front}${interim(front)}`;
    if (!taken.has(number)) return number;
  }
}
