import { createPrivateKey, timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Verifier, VerifierCost } from '../../shared/contracts/keyring.ts';
import type { Randomness } from '../../shared/ports.ts';
import { rawPublicKey } from '../envelope/signing.ts';
import type { Pepper } from './peppers.ts';
import { deriveSecret, freshWork, workOf, writtenVerifier } from './verifier.ts';
import type { SecretWork } from './verifier.ts';

/**
 * A staff member's signing key comes out of their passphrase: argon2id gives 64 bytes, of which the
 * first half proves the passphrase and the second is the seed of an Ed25519 key ([CMD1]). Only the
 * first half and the public key are ever written down.
 */

const halfBytes = 32;
/** PKCS #8 of Ed25519 is this prefix and the seed (RFC 8410). */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A verifier with the public half of its signing key: base64 of 32 bytes. */
export interface StaffVerifier extends Verifier {
  readonly signingKey: string;
}

/**
 * Makes the verifier of a passphrase, with a fresh salt.
 * @param pepper the site's newest
 * @param cost of a try at it; what all new ones do when left out
 */
export async function makeStaffVerifier(
  passphrase: string,
  pepper: Pepper,
  random: Randomness,
  cost?: VerifierCost,
): Promise<StaffVerifier> {
  const work = freshWork(random, cost);
  const derived = await derive(passphrase, pepper.secret, work);
  const signingKey = rawPublicKey(staffSigningKey(seedIn(derived)));
  const verifier = { ...writtenVerifier(work, derived.subarray(0, halfBytes), pepper), signingKey };
  derived.fill(0);
  return verifier;
}

/**
 * The seed of the signing key where the passphrase fits, else null. Its owner wipes it. Compares in
 * constant time; takes as long whether it fits or not.
 * @param pepper the one the verifier was made with, base64 of 32 bytes
 * @throws ReanError `shape.invalid` when the verifier asks for more work than any of ours
 */
export async function openStaffSeed(
  passphrase: string,
  pepper: string,
  verifier: Verifier,
): Promise<Uint8Array | null> {
  const derived = await derive(passphrase, pepper, workOf(verifier));
  const expected = Buffer.from(verifier.hash, 'base64');
  const proof = derived.subarray(0, halfBytes);
  const fits = expected.length === proof.length && timingSafeEqual(expected, proof);
  if (!fits) derived.fill(0);
  return fits ? seedIn(derived) : null;
}

/** The Ed25519 private key of a seed of 32 bytes. */
export function staffSigningKey(seed: Uint8Array): KeyObject {
  const der = Buffer.concat([pkcs8Prefix, seed]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  der.fill(0);
  return key;
}

function derive(passphrase: string, pepper: string, work: SecretWork) {
  return deriveSecret({ kind: 'passphrase', text: passphrase }, pepper, work, 2 * halfBytes);
}

function seedIn(derived: Buffer): Uint8Array {
  return derived.subarray(halfBytes);
}
