import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import * as z from 'zod';
import { base64Schema } from '../../shared/ids.ts';
import type { StationKeys } from '../../shared/contracts/enrolment.ts';
import { rawPublicKey, readSigningKey } from '../../sync/envelope/signing.ts';
import { readWrappingKey } from '../../sync/envelope/wrapping.ts';

/** The keys a station makes for itself; they never leave it ([ENR2]). */
export const stationSecretsSchema = z.strictObject({
  /** ECDSA P-256, PKCS #8 PEM. */
  tls: z.string().startsWith('-----BEGIN PRIVATE KEY-----\n').max(1024),
  /** Ed25519, PKCS #8 DER. */
  signing: base64Schema(64),
  /** X25519, PKCS #8 DER. */
  wrapping: base64Schema(64),
});
export type StationSecrets = z.infer<typeof stationSecretsSchema>;

export function makeStationSecrets(): StationSecrets {
  const tls = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  return {
    tls: tls.export({ format: 'pem', type: 'pkcs8' }).toString(),
    signing: exported(generateKeyPairSync('ed25519').privateKey),
    wrapping: exported(generateKeyPairSync('x25519').privateKey),
  };
}

/** What the hub is told of them. */
export function publicHalves({ tls, signing, wrapping }: StationSecrets): StationKeys {
  const spki = createPublicKey(createPrivateKey(tls)).export({ format: 'der', type: 'spki' });
  return {
    tls: spki.toString('base64'),
    signing: rawPublicKey(readSigningKey(signing)),
    wrapping: rawPublicKey(readWrappingKey(wrapping)),
  };
}

function exported(key: KeyObject): string {
  return key.export({ format: 'der', type: 'pkcs8' }).toString('base64');
}
