import { createPublicKey, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import sodium from 'sodium-native';

/** Bytes of a raw public key, and of a signature. */
export const keyBytes = 32;
export const signatureBytes = 64;

/** A signature to be checked by a raw public key: {@link signatureBytes} and {@link keyBytes} long. */
export interface Signed {
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
  readonly key: Uint8Array;
}

/**
 * Whether an Ed25519 signature holds. Libsodium needs half of OpenSSL's time; what it refuses OpenSSL
 * decides over, so that a hub takes just what stations take from each other. Never throws.
 */
export function isSigned({ message, signature, key }: Signed): boolean {
  try {
    if (sodium.crypto_sign_verify_detached(signature, message, key)) return true;
    return verify(null, message, publicKey(key), signature);
  } catch {
    return false;
  }
}

const rawKeys = new WeakMap<KeyObject, Uint8Array>();

/** The raw bytes of a public key: taken out of it once. */
export function rawKeyOf(key: KeyObject): Uint8Array {
  const held = rawKeys.get(key);
  if (held) return held;
  const raw = key.export({ format: 'der', type: 'spki' }).subarray(-keyBytes);
  rawKeys.set(key, raw);
  return raw;
}

// SubjectPublicKeyInfo of Ed25519 is this prefix and the 32 raw bytes (RFC 8410).
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

function publicKey(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([spkiPrefix, raw]), format: 'der', type: 'spki' });
}
