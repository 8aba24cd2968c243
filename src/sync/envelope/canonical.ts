import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { ReanError } from '../../shared/errors.ts';

/**
 * The one byte form of a JSON value, RFC 8785: what is signed, hashed and bound to a seal.
 * @throws ReanError `shape.invalid` for what JSON can't say
 */
export function canonicalBytes(value: unknown): Buffer {
  const text = canonicalize(value);
  if (text === undefined) throw new ReanError('shape.invalid', { what: 'not JSON' });
  return Buffer.from(text, 'utf8');
}

/** SHA-256 of a value's canonical form, hex. */
export function canonicalHash(value: unknown): string {
  return createHash('sha256').update(canonicalBytes(value)).digest('hex');
}
