import type { KeyObject } from 'node:crypto';
import type {
  CommandEvidence,
  CommandSignature,
  CommandStatement,
  SignedCommand,
} from '../../shared/contracts/commands/staff-command.ts';
import type { StaffId } from '../../shared/ids.ts';
import { canonicalHash } from '../envelope/canonical.ts';
import { readVerifyingKey, signValue, verifyValue } from '../envelope/signing.ts';

/** Signing what staff have the hub do, and checking it: then, and from the journal later ([CMD1]). */

export type UnsignedCommand = Omit<SignedCommand, 'by'>;

/** What is signed of a command: all of it, its input as a hash. @throws ReanError `shape.invalid` */
export function statementOf({ salt, input, ...rest }: UnsignedCommand): CommandStatement {
  return { ...rest, input: canonicalHash({ salt, input }) };
}

/** A key to sign with: whose, and which of theirs. */
export interface CommandSigner {
  readonly staff: StaffId;
  readonly key: number;
  readonly privateKey: KeyObject;
}

/**
 * A signature says whose it is and where it stands: it is no other's, and nobody who seconded something
 * can be shown as who did it.
 * @param place 1 for who acts, 2 for who seconds it
 */
export function signStatement(
  statement: CommandStatement,
  { staff, key, privateKey }: CommandSigner,
  place: number,
): CommandSignature {
  return { staff, key, sig: signValue({ ...statement, staff, key, place }, privateKey) };
}

/** Whether a command's signature at this place, 1 or 2, is by this public key (raw, base64). */
export function isSignedBy(
  { by, salt: _salt, ...statement }: CommandEvidence,
  place: number,
  publicKey: string,
): boolean {
  const signature = by[place - 1];
  if (signature === undefined) return false;
  const { staff, key, sig } = signature;
  return verifyValue({ ...statement, staff, key, place }, sig, readVerifyingKey(publicKey));
}
