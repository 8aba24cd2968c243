import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { ReanError } from '../../shared/errors.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import type { Randomness } from '../../shared/ports.ts';
import { canonicalBytes } from './canonical.ts';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Seals a JSON value with AES-256-GCM, bound to `context`: opened beside any other context it
 * breaks. Each key seals far fewer than 2^32 values, as random 96-bit nonces ask (NIST SP 800-38D).
 * @returns base64 of nonce (12 bytes) ‖ ciphertext ‖ tag (16 bytes)
 */
export function seal(
  key: SealingKey,
  context: unknown,
  value: unknown,
  random: Randomness,
): string {
  return sealBytes(secretOf(key), canonicalBytes(context), canonicalBytes(value), random);
}

/**
 * The key of this name: this one, or one that it took the place of ([KEY2]).
 * @throws ReanError `key.missing`
 */
export function keyNamed(key: SealingKey, name: SealingKey['id']): SealingKey {
  const found = key.id === name ? key : key.earlier?.find(({ id }) => id === name);
  if (found === undefined) throw new ReanError('key.missing', { key: name });
  return found;
}

/**
 * Opens what `seal` made. The result is still foreign: parse it.
 * @throws ReanError `seal.broken` when key, context or bytes don't fit together
 */
export function openSealed(key: SealingKey, context: unknown, sealed: string): unknown {
  return openBound(key, canonicalBytes(context), sealed);
}

/** {@link openSealed} where the context is in its canonical form already. */
export function openBound(key: SealingKey, context: Uint8Array, sealed: string): unknown {
  const bytes = openBytes(secretOf(key), context, sealed, key.id);
  const value: unknown = JSON.parse(bytes.toString('utf8'));
  return value;
}

/** {@link seal} for raw bytes: `secret` is 32 bytes. */
export function sealBytes(
  secret: Uint8Array | KeyObject,
  context: Uint8Array,
  plain: Uint8Array,
  random: Randomness,
): string {
  const nonce = random.bytes(nonceBytes);
  const cipher = createCipheriv(algorithm, secret, nonce).setAAD(context);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64');
}

/** {@link openSealed} for raw bytes; `keyName` goes into the error. */
export function openBytes(
  secret: Uint8Array | KeyObject,
  context: Uint8Array,
  sealed: string,
  keyName: string,
): Buffer {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < nonceBytes + tagBytes) throw new ReanError('seal.broken', { key: keyName });
  const decipher = createDecipheriv(algorithm, secret, bytes.subarray(0, nonceBytes))
    .setAAD(context)
    .setAuthTag(bytes.subarray(-tagBytes));
  try {
    return Buffer.concat([
      decipher.update(bytes.subarray(nonceBytes, -tagBytes)),
      decipher.final(),
    ]);
  } catch (cause) {
    throw new ReanError('seal.broken', { key: keyName }, cause);
  }
}

/** A fresh AES-256 key under the given id. */
export function newSealingKey(id: SealingKey['id'], random: Randomness): SealingKey {
  return { id, secret: Buffer.from(random.bytes(32)).toString('base64') };
}

const secrets = new WeakMap<SealingKey, KeyObject>();

/** Made once for each key: making it, or handing over bare bytes, costs more than a seal does. */
function secretOf(key: SealingKey): KeyObject {
  const held = secrets.get(key);
  if (held) return held;
  const secret = createSecretKey(Buffer.from(key.secret, 'base64'));
  secrets.set(key, secret);
  return secret;
}
