import { createHmac } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import * as z from 'zod';
import { checkDigit } from '../../domain/check-digit.ts';
import { codesOnSheet, overrideDigits } from '../../shared/contracts/override.ts';
import type { WrappedSecret } from '../../shared/contracts/override.ts';
import { ReanError } from '../../shared/errors.ts';
import type { StationId } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';
import { unwrapSecret, wrapSecret } from '../envelope/wrapping.ts';

/** Of a sheet's secret. */
const secretBytes = 32;
const secretDigits = overrideDigits - 1;

const secretSchema = z.strictObject({ sheet: z.number().int(), secret: z.base64() });

/** Draws the secret of a new sheet. */
export const drawOverrideSecret = (random: Randomness): Uint8Array => random.bytes(secretBytes);

/**
 * The code of a number of its sheet: HOTP (RFC 4226, 5.3) with HMAC-SHA-256 in place of SHA-1, eight digits, and a
 * check digit behind them ([OVR3]).
 */
export function overrideCode(secret: Uint8Array, number: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(number));
  const mac = createHmac('sha256', secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  const value = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** secretDigits;
  const digits = String(value).padStart(secretDigits, '0');
  return `${digits}${checkDigit(digits)}`;
}

export const codesOf = (secret: Uint8Array): string[] =>
  Array.from({ length: codesOnSheet }, (_, at) => overrideCode(secret, at + 1));

/** Wraps a sheet's secret for its station. @param stationKey raw X25519 public key, base64 */
export function wrapOverride(
  { station, sheet, secret }: SheetSecret,
  stationKey: string,
  random: Randomness,
): WrappedSecret {
  const content = { sheet, secret: Buffer.from(secret).toString('base64') };
  return wrapSecret(content, { station, purpose }, stationKey, random);
}

/**
 * Opens it, with the station's key of now or an earlier one.
 * @throws ReanError `seal.broken` where it is wrapped to none of them, or is another sheet's than it says
 */
export function unwrapOverride(
  wrapped: WrappedSecret,
  sheet: number,
  keys: readonly KeyObject[],
): Uint8Array {
  for (const key of keys) {
    const content = secretSchema.safeParse(openWith(wrapped, key)).data;
    if (content?.sheet === sheet) return new Uint8Array(Buffer.from(content.secret, 'base64'));
  }
  throw new ReanError('seal.broken', { what: 'override' });
}

interface SheetSecret {
  readonly station: StationId;
  readonly sheet: number;
  readonly secret: Uint8Array;
}

const purpose = 'rean override v1';

function openWith(wrapped: WrappedSecret, key: KeyObject): unknown {
  try {
    return unwrapSecret(wrapped, purpose, key);
  } catch {
    return null;
  }
}
