import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { keyringSchema } from '../../shared/contracts/keyring.ts';
import type { Keyring, WrappedKeyring } from '../../shared/contracts/keyring.ts';
import { readNewer } from '../../shared/contracts/read-newer.ts';
import { ReanError } from '../../shared/errors.ts';
import type { StationId } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';
import { canonicalBytes } from './canonical.ts';
import { openBytes, sealBytes } from './sealing.ts';
import { rawPublicKey } from './signing.ts';

// SubjectPublicKeyInfo of X25519 is this prefix and the 32 raw bytes (RFC 8410).
const spkiPrefix = Buffer.from('302a300506032b656e032100', 'hex');
const purpose = 'rean keyring v1';

/**
 * Wraps a keyring so that only `station` can open it: a one-time X25519 key agreed with the
 * station's, HKDF-SHA-256, AES-256-GCM ([KEY1]).
 * @param stationKey the station's raw X25519 public key, base64
 */
export function wrapKeyring(
  keyring: Keyring,
  station: StationId,
  stationKey: string,
  random: Randomness,
): WrappedKeyring {
  const { privateKey } = generateKeyPairSync('x25519');
  const ephemeral = rawPublicKey(privateKey);
  const secret = sharedSecret(privateKey, readWrappingPublicKey(stationKey), station, ephemeral);
  const sealed = sealBytes(secret, contextOf(station), canonicalBytes(keyring), random);
  return { v: 1, station, ephemeral, sealed };
}

/**
 * Opens a keyring wrapped to this station.
 * @throws ReanError `seal.broken` when it was wrapped to another, or changed; `shape.invalid`
 */
export function unwrapKeyring(wrapped: WrappedKeyring, stationKey: KeyObject): Keyring {
  const { station, ephemeral } = wrapped;
  const secret = sharedSecret(stationKey, readWrappingPublicKey(ephemeral), station, ephemeral);
  const bytes = openBytes(secret, contextOf(station), wrapped.sealed, 'keyring');
  const keyring = readNewer(keyringSchema, JSON.parse(bytes.toString('utf8')));
  if (!keyring.success) throw new ReanError('shape.invalid', { what: 'keyring' }, keyring.error);
  return keyring.data;
}

/** Reads an X25519 private key: PKCS #8 DER, base64. */
export function readWrappingKey(base64: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'pkcs8' });
}

function readWrappingPublicKey(base64: string): KeyObject {
  const raw = Buffer.from(base64, 'base64');
  return createPublicKey({ key: Buffer.concat([spkiPrefix, raw]), format: 'der', type: 'spki' });
}

function sharedSecret(
  privateKey: KeyObject,
  publicKey: KeyObject,
  station: StationId,
  ephemeral: string,
): Uint8Array {
  const agreed = diffieHellman({ privateKey, publicKey });
  const info = canonicalBytes({ purpose, station, ephemeral });
  return new Uint8Array(hkdfSync('sha256', agreed, Buffer.alloc(0), info, 32));
}

function contextOf(station: StationId): Buffer {
  return canonicalBytes({ purpose, station });
}
