import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';

// Ed25519 through DER, because that is what both OpenSSL (Node) and BoringSSL (Electron) read.
// The prefixes are the fixed ASN.1 headers of RFC 8410 for a 32-byte key.
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Bytes of an Ed25519 seed and of a public key. */
export const ed25519KeyLength = 32;
export const ed25519SignatureLength = 64;

/** The public key (32 bytes) of a seed (32 bytes). */
export function publicKeyOfSeed(seed: Uint8Array): Uint8Array {
  const spki = createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' });
  return new Uint8Array(spki.subarray(spkiPrefix.length));
}

/** Signs `message` with a seed (32 bytes); the same message always gives the same 64 bytes. */
export function signEd25519(message: Uint8Array, seed: Uint8Array): Uint8Array {
  return new Uint8Array(sign(null, message, privateKey(seed)));
}

/** Whether `signature` (64 bytes) is the holder of `publicKey` (32 bytes) signing `message`. */
export function verifyEd25519(
  message: Uint8Array,
  publicKey: Uint8Array,
  signature: Uint8Array,
): boolean {
  const key = createPublicKey({
    key: Buffer.concat([spkiPrefix, publicKey]),
    format: 'der',
    type: 'spki',
  });
  return verify(null, message, key, signature);
}

function privateKey(seed: Uint8Array) {
  return createPrivateKey({
    key: Buffer.concat([pkcs8Prefix, seed]),
    format: 'der',
    type: 'pkcs8',
  });
}
