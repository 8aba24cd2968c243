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

/** The digit to be put behind these. */
export const checkDigit = (digits: string): number =>
  [...digits].reduce((row, digit) => Number(damm[row]?.charAt(Number(digit))), 0);

/** Whether the last of these digits is the one that belongs behind the others. */
export const fitsTogether = (digits: string): boolean =>
  /^\d+$/.test(digits) && checkDigit(digits) === 0;
