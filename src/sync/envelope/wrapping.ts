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
import type { WrappedSecret } from '../../shared/contracts/override.ts';
import { readNewer } from '../../shared/contracts/read-newer.ts';
import { ReanError } from '../../shared/errors.ts';
import type { StationId } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';
import { canonicalBytes } from './canonical.ts';
import { openBytes, sealBytes } from './sealing.ts';
import { rawPublicKey } from './signing.ts';

// SubjectPublicKeyInfo of X25519 is this prefix and the 32 raw bytes (RFC 8410).
const spkiPrefix = Buffer.from('302a300506032b656e032100', 'hex');
const keyringPurpose = 'rean keyring v1';

/** Whom something is wrapped to, and what it is: what was wrapped as one thing opens as no other. */
interface Wrapping {
  readonly station: StationId;
  readonly purpose: string;
}

/**
 * Wraps a keyring so that only `station` can open it ([KEY1]).
 * @param stationKey the station's raw X25519 public key, base64
 */
export function wrapKeyring(
  keyring: Keyring,
  station: StationId,
  stationKey: string,
  random: Randomness,
): WrappedKeyring {
  return wrapSecret(keyring, { station, purpose: keyringPurpose }, stationKey, random);
}

/**
 * Wraps what only one station may read: a one-time X25519 key agreed with the station's, HKDF-SHA-256,
 * AES-256-GCM ([KEY1]).
 * @param stationKey as of {@link wrapKeyring}
 */
export function wrapSecret(
  content: object,
  { station, purpose }: Wrapping,
  stationKey: string,
  random: Randomness,
): WrappedSecret {
  const { privateKey } = generateKeyPairSync('x25519');
  const ephemeral = rawPublicKey(privateKey);
  const key = readWrappingPublicKey(stationKey);
  const secret = sharedSecret(privateKey, key, { purpose, station, ephemeral });
  const bytes = canonicalBytes(content);
  const sealed = sealBytes(secret, contextOf({ purpose, station }), bytes, random);
  return { v: 1, station, ephemeral, sealed };
}

/** Opens it, as JSON. @throws ReanError `seal.broken` when it was wrapped to another, or changed */
export function unwrapSecret(
  { station, ephemeral, sealed }: WrappedSecret,
  purpose: string,
  stationKey: KeyObject,
): unknown {
  const key = readWrappingPublicKey(ephemeral);
  const secret = sharedSecret(stationKey, key, { purpose, station, ephemeral });
  const what = purpose === keyringPurpose ? 'keyring' : 'secret';
  const bytes = openBytes(secret, contextOf({ purpose, station }), sealed, what);
  return JSON.parse(bytes.toString('utf8'));
}

/**
 * Opens a keyring wrapped to this station.
 * @throws ReanError `seal.broken` when it was wrapped to another, or changed; `shape.invalid`
 */
export function unwrapKeyring(wrapped: WrappedKeyring, stationKey: KeyObject): Keyring {
  const keyring = readNewer(keyringSchema, unwrapSecret(wrapped, keyringPurpose, stationKey));
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
  named: Wrapping & { readonly ephemeral: string },
): Uint8Array {
  const agreed = diffieHellman({ privateKey, publicKey });
  const { purpose, station, ephemeral } = named;
  const info = canonicalBytes({ purpose, station, ephemeral });
  return new Uint8Array(hkdfSync('sha256', agreed, Buffer.alloc(0), info, 32));
}

function contextOf({ purpose, station }: Wrapping): Buffer {
  return canonicalBytes({ purpose, station });
}
