import { timingSafeEqual } from 'node:crypto';
import { verifierCost } from '../../shared/contracts/keyring.ts';
import type { Verifier, VerifierCost } from '../../shared/contracts/keyring.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Randomness } from '../../shared/ports.ts';
import { argon2Apart } from './argon2.ts';
import type { Pepper } from './peppers.ts';

/**
 * What proves a sign-in secret without holding it: argon2id with the site's pepper as its secret
 * key (RFC 9106, 3.1), so that a verifier alone is not enough to search the codes ([IDN2]).
 */

const saltBytes = 16;
const hashBytes = 32;
/** A verifier asking for more than this is damaged or hostile, and would stall the station. */
const most = { memoryKiB: 256 * 1024, iterations: 16 } as const;

/** A sign-in secret in the one form that hub and station hash. */
export type SignInSecret =
  | { readonly kind: 'pictures'; readonly code: readonly string[] }
  | { readonly kind: 'pin'; readonly digits: string }
  /** The one-time number of a new sign-in ([SGN9]). */
  | { readonly kind: 'number'; readonly digits: string }
  | { readonly kind: 'passphrase'; readonly text: string };

/**
 * Makes a verifier with a fresh salt.
 * @param pepper the site's newest; held outside the databases
 * @param cost of finding out whether a secret is the right one
 */
export async function hashSecret(
  secret: SignInSecret,
  pepper: Pepper,
  random: Randomness,
  cost: VerifierCost = verifierCost,
): Promise<Verifier> {
  const work = freshWork(random, cost);
  const hash = await deriveSecret(secret, pepper.secret, work, hashBytes);
  return writtenVerifier(work, hash, pepper);
}

/**
 * True when `secret` is the one the verifier was made from. Compares in constant time.
 * @param pepper the one it was made with, base64 of 32 bytes
 * @throws ReanError `shape.invalid` when the verifier asks for more work than any of ours
 */
export async function verifySecret(
  secret: SignInSecret,
  pepper: string,
  verifier: Verifier,
): Promise<boolean> {
  const hash = await deriveSecret(secret, pepper, workOf(verifier), hashBytes);
  const expected = Buffer.from(verifier.hash, 'base64');
  return expected.length === hash.length && timingSafeEqual(expected, hash);
}

/** A verifier nothing fits: what it holds was never the hash of anything. */
export function emptyVerifier(
  { memoryKiB, iterations }: VerifierCost,
  random: Randomness,
): Verifier {
  const work = { memoryKiB, iterations, salt: random.bytes(saltBytes) };
  return { ...writtenVerifier(work, random.bytes(hashBytes), { name: null }), empty: true };
}

/** How much work a hash is, and its salt. */
export interface SecretWork {
  readonly memoryKiB: number;
  readonly iterations: number;
  readonly salt: Uint8Array;
}

/** What a new secret is hashed with. @param cost of finding out whether one is right */
export function freshWork(random: Randomness, cost: VerifierCost = verifierCost): SecretWork {
  return { ...cost, salt: random.bytes(saltBytes) };
}

/** @throws ReanError `shape.invalid` when a verifier asks for more work than any of ours */
export function workOf({ memoryKiB, iterations, salt }: Verifier): SecretWork {
  if (memoryKiB > most.memoryKiB || iterations > most.iterations) {
    throw new ReanError('shape.invalid', { what: 'verifier' });
  }
  return { memoryKiB, iterations, salt: Buffer.from(salt, 'base64') };
}

/** A hash as it is kept, with what it takes to make it again. */
export function writtenVerifier(
  { salt, memoryKiB, iterations }: SecretWork,
  hash: Uint8Array,
  { name }: Pick<Pepper, 'name'>,
): Verifier {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  const made = { salt: base64(salt), hash: base64(hash), memoryKiB, iterations };
  return { algorithm: 'argon2id', ...made, ...(name === null ? {} : { pepper: name }) };
}

/** argon2id over the peppered secret: so many bytes of it. */
export function deriveSecret(
  secret: SignInSecret,
  pepper: string,
  work: SecretWork,
  bytes: number,
): Promise<Buffer> {
  return argon2Apart({
    password: written(secret),
    secret: Buffer.from(pepper, 'base64'),
    salt: work.salt,
    memorySize: work.memoryKiB,
    iterations: work.iterations,
    hashLength: bytes,
  });
}

/** Two keyboards may write one passphrase differently (NFC), and a space at its end is no part of it. */
function written(secret: SignInSecret): string {
  switch (secret.kind) {
    case 'pictures':
      return `pictures:${secret.code.join(' ')}`;
    case 'pin':
    case 'number':
      return `${secret.kind}:${secret.digits}`;
    case 'passphrase':
      return `passphrase:${secret.text.normalize('NFC').trim()}`;
  }
}
