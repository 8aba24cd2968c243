import { ReanError } from './errors.ts';

/**
 * A one-time code as a person reads and types it: 16 characters of base32 without look-alikes, in
 * fours. The first two name the code, nine are its secret, three are of the authority's fingerprint,
 * two are a checksum (ADR 20).
 */

const letters = 'abcdefghjkmnpqrstvwxyz0123456789';
const nameLength = 2;
const secretLength = 9;
export const authorityMarkLength = 3;
const checkLength = 2;
const bodyLength = nameLength + secretLength + authorityMarkLength;
/** The largest prime that two characters can say: no slip or swap of one character goes unnoticed. */
const checkModulus = 1021;

export interface EnrolmentCode {
  /** Says which of a hub's codes it is; no secret. */
  readonly name: string;
  /** 45 bits. */
  readonly secret: string;
  /** The beginning of the authority's fingerprint: whose hub it is for. */
  readonly authority: string;
}

/** Writes bytes as characters of a code, the lowest five bits of each. */
export function codeLetters(bytes: Iterable<number>): string {
  return Array.from(bytes, (byte) => letters.charAt(byte % letters.length)).join('');
}

/** A new code's name and secret. @param bytes as many unpredictable bytes as asked for */
export function drawEnrolmentCode(
  bytes: (length: number) => Iterable<number>,
): Pick<EnrolmentCode, 'name' | 'secret'> {
  return { name: codeLetters(bytes(nameLength)), secret: codeLetters(bytes(secretLength)) };
}

/** A code as it is shown: `ABCD-EFGH-JKMN-PQRS`. */
export function writeEnrolmentCode({ name, secret, authority }: EnrolmentCode): string {
  const body = `${name}${secret}${authority}`;
  const code = `${body}${checkOf(body)}`.toUpperCase();
  return code.match(/.{4}/g)?.join('-') ?? code;
}

/**
 * Reads a code as somebody typed it: small letters or capitals, with or without dashes and spaces,
 * Khmer digits, and what is easily mistaken for another character.
 * @throws ReanError `enrol.mistyped`
 */
export function readEnrolmentCode(typed: string): EnrolmentCode {
  const code = plain(typed);
  const body = code.slice(0, bodyLength);
  if (code.length !== bodyLength + checkLength || code.slice(bodyLength) !== checkOf(body)) {
    throw new ReanError('enrol.mistyped');
  }
  const secretEnd = nameLength + secretLength;
  return {
    name: body.slice(0, nameLength),
    secret: body.slice(nameLength, secretEnd),
    authority: body.slice(secretEnd),
  };
}

const mistakable: Readonly<Record<string, string>> = { o: '0', i: '1', l: '1', u: 'v' };
const khmerZero = '០'.charCodeAt(0);

function plain(typed: string): string {
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
  return codeLetters([Math.trunc(check / letters.length), check]);
}
