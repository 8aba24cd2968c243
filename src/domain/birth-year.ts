import { fromKhmerDigits } from '../shared/khmer/numbers.ts';

const earliest = 1900;
/** Years of the Buddhist era are this far ahead; nobody's Gregorian one is as late as 2400. */
const buddhistAhead = 543;
const firstBuddhist = 2400;

/**
 * A year of birth as somebody writes it: of either era, in Khmer or other digits. Null for none,
 * undefined for what is no year anybody alive was born in.
 * @param latest the last one that can be, Gregorian
 */
export function readBirthYear(text: string, latest = 2100): number | null | undefined {
  const digits = fromKhmerDigits(text.trim());
  if (digits === '') return null;
  if (!/^\d{4}$/.test(digits)) return undefined;
  const given = Number(digits);
  const born = given >= firstBuddhist ? given - buddhistAhead : given;
  return born >= earliest && born <= latest ? born : undefined;
}
