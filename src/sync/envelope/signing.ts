import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { canonicalBytes } from './canonical.ts';

// SubjectPublicKeyInfo of Ed25519 is this prefix and the 32 raw bytes (RFC 8410).
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** Reads an Ed25519 private key: PKCS #8 DER, base64. */
export function readSigningKey(base64: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'pkcs8' });
}

/** Reads a raw Ed25519 public key: 32 bytes, base64. */
export function readVerifyingKey(base64: string): KeyObject {
  const raw = Buffer.from(base64, 'base64');
  return createPublicKey({ key: Buffer.concat([spkiPrefix, raw]), format: 'der', type: 'spki' });
}

/** The raw public half of a key pair: 32 bytes, base64. Takes Ed25519 and X25519 alike. */
export function rawPublicKey(key: KeyObject): string {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  return publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');
}

/** Signs a JSON value's canonical form with Ed25519; base64 of 64 bytes. */
export function signValue(value: unknown, privateKey: KeyObject): string {
  return sign(null, canonicalBytes(value), privateKey).toString('base64');
}

/** True when `signature` is by `publicKey` over the value's canonical form. */
export function verifyValue(value: unknown, signature: string, publicKey: KeyObject): boolean {
  return verify(null, canonicalBytes(value), publicKey, Buffer.from(signature, 'base64'));
}
