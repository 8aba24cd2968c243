import { ReanError } from '../../shared/errors.ts';
import type { Randomness } from '../../shared/ports.ts';
import { decodeBase64Line, encodeBase64Line, readKeyLine, writeKeyLine } from './base64-line.ts';
import { ed25519KeyLength, publicKeyOfSeed } from './ed25519.ts';

/** A key whose signatures can be checked. */
export interface PublicKey {
  /** 16 upper-case hex digits, as minisign prints them. */
  readonly keyId: string;
  /** 32 bytes. */
  readonly bytes: Uint8Array;
}

/** A key that signs. Never logged, never part of an error. */
export interface SecretKey {
  readonly publicKey: PublicKey;
  /** 32 bytes. */
  readonly seed: Uint8Array;
}

const keyIdLength = 8;
const algorithm = Buffer.from('Ed');
const publicLength = algorithm.length + keyIdLength + ed25519KeyLength;

// algorithm, kdf algorithm, checksum algorithm, kdf salt, kdf limits, then id, seed, public, checksum
const kdfFieldsLength = 2 + 2 + 32 + 8 + 8;
const secretLength = algorithm.length + kdfFieldsLength + keyIdLength + 3 * ed25519KeyLength;
const noKdf = Buffer.from([0, 0]);
const checksumAlgorithm = Buffer.from('B2');

/** Mints a key pair from 40 random bytes. */
export function mintSecretKey(randomness: Randomness): SecretKey {
  const seed = randomness.bytes(ed25519KeyLength);
  return {
    seed,
    publicKey: { keyId: keyIdText(randomness.bytes(keyIdLength)), bytes: publicKeyOfSeed(seed) },
  };
}

/** minisign's public key without its comment line, as passed to `minisign -P`. */
export function formatPublicKey({ keyId, bytes }: PublicKey): string {
  return encodeBase64Line(Buffer.concat([algorithm, keyIdBytes(keyId), bytes]));
}

/** Reads one line of base64. Throws `shape.invalid`. */
export function parsePublicKey(line: string): PublicKey {
  const bytes = decodeBase64Line(line, publicLength);
  if (bytes === null || !startsWith(bytes, algorithm)) {
    throw new ReanError('shape.invalid', { what: 'minisign public key' });
  }
  return {
    keyId: keyIdText(bytes.subarray(2, 2 + keyIdLength)),
    bytes: bytes.slice(2 + keyIdLength),
  };
}

/** A public key file, readable by `minisign -V -p`. */
export function formatPublicKeyFile(key: PublicKey): string {
  return writeKeyLine(`minisign public key ${key.keyId}`, formatPublicKey(key));
}

/** Reads a public key file written by us or by minisign. Throws `shape.invalid`. */
export function parsePublicKeyFile(text: string): PublicKey {
  return parsePublicKey(readKeyLine(text, 'minisign public key'));
}

/**
 * A secret key file without a passphrase, as `minisign -G -W` writes it: the key derivation fields
 * and the checksum are zero, since minisign fills them only for a passphrase.
 */
export function formatSecretKeyFile({ seed, publicKey }: SecretKey): string {
  const kdfFields = Buffer.alloc(kdfFieldsLength);
  noKdf.copy(kdfFields, 0);
  checksumAlgorithm.copy(kdfFields, noKdf.length);
  const checksum = Buffer.alloc(ed25519KeyLength);
  const parts = [
    algorithm,
    kdfFields,
    keyIdBytes(publicKey.keyId),
    seed,
    publicKey.bytes,
    checksum,
  ];
  // "encrypted" is minisign's own fixed wording, with or without a passphrase
  return writeKeyLine('minisign encrypted secret key', encodeBase64Line(Buffer.concat(parts)));
}

/**
 * Reads a secret key file. Throws `shape.invalid`; `reason: passphrase` says that the key is sealed
 * with a passphrase, and that only minisign itself can sign with it.
 */
export function parseSecretKeyFile(text: string): SecretKey {
  const what = 'minisign secret key';
  const bytes = decodeBase64Line(readKeyLine(text, what), secretLength);
  if (bytes === null || !startsWith(bytes, algorithm))
    throw new ReanError('shape.invalid', { what });
  if (!startsWith(bytes.subarray(algorithm.length), noKdf)) {
    throw new ReanError('shape.invalid', { what, reason: 'passphrase' });
  }
  const key = bytes.subarray(algorithm.length + kdfFieldsLength);
  const seed = key.slice(keyIdLength, keyIdLength + ed25519KeyLength);
  const publicBytes = key.slice(keyIdLength + ed25519KeyLength, keyIdLength + 2 * ed25519KeyLength);
  if (!Buffer.from(publicBytes).equals(publicKeyOfSeed(seed))) {
    throw new ReanError('shape.invalid', { what, reason: 'halves differ' });
  }
  return {
    seed,
    publicKey: { keyId: keyIdText(key.subarray(0, keyIdLength)), bytes: publicBytes },
  };
}

/** minisign prints the id's bytes last first. */
export function keyIdText(bytes: Uint8Array): string {
  return Buffer.from(bytes).reverse().toString('hex').toUpperCase();
}

/** The id as it stands in files. */
export function keyIdBytes(keyId: string): Uint8Array {
  return Buffer.from(keyId, 'hex').reverse();
}

const startsWith = (bytes: Uint8Array, start: Buffer) =>
  start.equals(bytes.subarray(0, start.length));
