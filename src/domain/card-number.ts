import type { Randomness } from '../shared/ports.ts';
import { checkDigit, fitsTogether } from './check-digit.ts';

/** Digits of a card number, with its check digit. */
export const cardDigits = 6;

/** Whether these are six digits that fit together: somebody's number, or one that could be ([ACC3]). */
export function isCardNumber(digits: string): boolean {
  return digits.length === cardDigits && fitsTogether(digits);
}

/** A number nobody has yet; it says nothing about whose it is. @param taken at most a few in a hundred of 100,000 */
export function drawCardNumber(random: Randomness, taken: ReadonlySet<string>): string {
  for (;;) {
    const [a = 0, b = 0, c = 0, d = 0] = random.bytes(4);
    const drawn = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
    const front = String(drawn % 10 ** (cardDigits - 1)).padStart(cardDigits - 1, '0');
    const number = `${front}${checkDigit(front)}`;
    if (!taken.has(number)) return number;
  }
}
