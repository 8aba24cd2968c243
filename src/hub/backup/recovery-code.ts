import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import * as z from 'zod';
import { lettersOf, readChecked, writeChecked } from '../../shared/checked-letters.ts';
import { base64Schema } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';
import { canonicalBytes } from '../../sync/envelope/canonical.ts';
import { openBytes, sealBytes } from '../../sync/envelope/sealing.ts';
import { rawPublicKey } from '../../sync/envelope/signing.ts';

/**
 * The code on a site's recovery sheet: it opens every keys file made since, and nothing else (ADR 21).
 * It is the private half of an X25519 pair, of which the hub keeps the public half only: a hub can
 * seal for the sheet, and nobody can read the sheet's secret off a hub.
 */

/** 130 bits. */
const codeLength = 26;
// PKCS #8 and SubjectPublicKeyInfo of X25519 are these prefixes and 32 bytes (RFC 8410).
const pkcs8Prefix = Buffer.from('302e020100300506032b656e04220420', 'hex');
const spkiPrefix = Buffer.from('302a300506032b656e032100', 'hex');
const purpose = 'rean recovery code v1';

/** A secret sealed for the sheet. */
export const sealedForSheetSchema = z.strictObject({
  /** One-time X25519 public key, raw. */
  ephemeral: base64Schema(32),
  sealed: base64Schema(128),
});
export type SealedForSheet = z.infer<typeof sealedForSheetSchema>;

export interface RecoveryCode {
  /** As it is printed: 28 characters in fours. */
  readonly code: string;
  /** X25519, raw, base64: what the hub keeps. */
  readonly publicKey: string;
}

export function drawRecoveryCode(random: Randomness): RecoveryCode {
  const body = lettersOf(random.bytes(codeLength));
  return { code: writeChecked(body), publicKey: rawPublicKey(keyOf(body)) };
}

/** @param secret 32 bytes */
export function sealForSheet(
  secret: Uint8Array,
  publicKey: string,
  random: Randomness,
): SealedForSheet {
  const { privateKey } = generateKeyPairSync('x25519');
  const ephemeral = rawPublicKey(privateKey);
  const shared = sharedSecret(privateKey, publicKey, ephemeral);
  return { ephemeral, sealed: sealBytes(shared, canonicalBytes({ purpose }), secret, random) };
}

/** The secret, if `typed` is the sheet's code; null where it is none, or another's. */
export function openFromSheet({ ephemeral, sealed }: SealedForSheet, typed: string): Buffer | null {
  const body = readChecked(typed, codeLength);
  if (body === null) return null;
  const shared = sharedSecret(keyOf(body), ephemeral, ephemeral);
  try {
    return openBytes(shared, canonicalBytes({ purpose }), sealed, 'recovery code');
  } catch {
    return null;
  }
}

function keyOf(body: string): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', body, Buffer.alloc(0), purpose, 32));
  return createPrivateKey({
    key: Buffer.concat([pkcs8Prefix, seed]),
    format: 'der',
    type: 'pkcs8',
  });
}

function sharedSecret(privateKey: KeyObject, other: string, ephemeral: string): Uint8Array {
  const key = Buffer.concat([spkiPrefix, Buffer.from(other, 'base64')]);
  const publicKey = createPublicKey({ key, format: 'der', type: 'spki' });
  const agreed = diffieHellman({ privateKey, publicKey });
  const info = canonicalBytes({ purpose, ephemeral });
  return new Uint8Array(hkdfSync('sha256', agreed, Buffer.alloc(0), info, 32));
}
