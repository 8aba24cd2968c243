/**
 * Base32 without look-alikes, for what people read off one thing and type into another, with two
 * letters that check the others.
 */

const letters = 'abcdefghjkmnpqrstvwxyz0123456789';
/** The largest prime that two characters can say: no slip or swap of one character goes unnoticed. */
const checkModulus = 1021;

/** Writes bytes as characters, the lowest five bits of each. */
export function lettersOf(bytes: Iterable<number>): string {
  return Array.from(bytes, (byte) => letters.charAt(byte % letters.length)).join('');
}

/** Capitals with two that check them, in fours: `ABCD-EFGH`. @param body at most 32 of ours */
export function writeChecked(body: string): string {
  const code = `${body}${checkOf(body)}`.toUpperCase();
  return code.match(/.{1,4}/g)?.join('-') ?? code;
}

/**
 * What {@link writeChecked} wrote, as somebody typed it: small letters or capitals, with or without
 * dashes and spaces, Khmer digits, and what is easily mistaken for another character. Null where it
 * is no such thing.
 */
export function readChecked(typed: string, length: number): string | null {
  const code = asLetters(typed);
  const body = code.slice(0, length);
  return code.length === length + 2 && code.slice(length) === checkOf(body) ? body : null;
}

const mistakable: Readonly<Record<string, string>> = { o: '0', i: '1', l: '1', u: 'v' };
const khmerZero = '០'.charCodeAt(0);

/** A part of such a code, in small letters of ours, however somebody typed it. */
export function asLetters(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\u200B\p{Pd}]/gu, '')
    .replaceAll(/[០-៩]/g, (digit) => String(digit.charCodeAt(0) - khmerZero))
    .replaceAll(/[oilu]/g, (letter) => mistakable[letter] ?? letter);
}

function checkOf(body: string): string {
  const sum = Array.from(body, (letter, at) => (at + 1) * letters.indexOf(letter));
  const check = sum.reduce((total, part) => total + part, 0) % checkModulus;
  return lettersOf([Math.trunc(check / letters.length), check]);
}
