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

export function signStatement(
  statement: CommandStatement,
  { staff, key, privateKey }: CommandSigner,
): CommandSignature {
  return { staff, key, sig: signValue(statement, privateKey) };
}

/** Whether one of a command's signatures is by this public key (raw, base64). */
export function isSignedBy(
  { by: _by, salt: _salt, ...statement }: CommandEvidence,
  { sig }: CommandSignature,
  publicKey: string,
): boolean {
  return verifyValue(statement, sig, readVerifyingKey(publicKey));
}
