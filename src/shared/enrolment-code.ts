import { lettersOf, readChecked, writeChecked } from './checked-letters.ts';
import { ReanError } from './errors.ts';

/**
 * A one-time code as a person reads and types it: 16 characters of base32 without look-alikes, in
 * fours. The first two name the code, nine are its secret, three are of the authority's fingerprint,
 * two are a checksum (ADR 20).
 */

const nameLength = 2;
const secretLength = 9;
export const authorityMarkLength = 3;
const secretEnd = nameLength + secretLength;

export interface EnrolmentCode {
  /** Says which of a hub's codes it is; no secret. */
  readonly name: string;
  /** 45 bits. */
  readonly secret: string;
  /** The beginning of the authority's fingerprint: whose hub it is for. */
  readonly authority: string;
}

/** A new code's name and secret. @param bytes as many unpredictable bytes as asked for */
export function drawEnrolmentCode(
  bytes: (length: number) => Iterable<number>,
): Pick<EnrolmentCode, 'name' | 'secret'> {
  return { name: lettersOf(bytes(nameLength)), secret: lettersOf(bytes(secretLength)) };
}

/** A code as it is shown: `ABCD-EFGH-JKMN-PQRS`. */
export function writeEnrolmentCode({ name, secret, authority }: EnrolmentCode): string {
  return writeChecked(`${name}${secret}${authority}`);
}

/**
 * Reads a code as somebody typed it ({@link readChecked}).
 * @throws ReanError `enrol.mistyped`
 */
export function readEnrolmentCode(typed: string): EnrolmentCode {
  const body = readChecked(typed, secretEnd + authorityMarkLength);
  if (body === null) throw new ReanError('enrol.mistyped');
  return {
    name: body.slice(0, nameLength),
    secret: body.slice(nameLength, secretEnd),
    authority: body.slice(secretEnd),
  };
}
