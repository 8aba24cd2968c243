import { createHmac, timingSafeEqual, X509Certificate } from 'node:crypto';
import { lettersOf } from '../../shared/checked-letters.ts';
import { authorityMarkLength } from '../../shared/enrolment-code.ts';
import type { EnrolmentCode } from '../../shared/enrolment-code.ts';
import type { Enrolled, EnrolmentAsk } from '../../shared/contracts/enrolment.ts';
import { canonicalBytes } from '../envelope/canonical.ts';
import { argon2Apart } from '../identity/argon2.ts';
import { fingerprintOf } from '../transport/site-certificate.ts';

/**
 * How station and hub show each other that they know a one-time code, without saying it (ADR 20).
 */

/** As for a keys file: who heard a proof and searches for its code pays this for each guess. */
const cost = { memorySize: 64 * 1024, iterations: 3, parallelism: 1 } as const;
const keyBytes = 32;

/** SHA-256 of an authority's certificate, hex. @param ca PEM */
export function authorityFingerprint(ca: string): string {
  return fingerprintOf(new X509Certificate(ca));
}

/** The beginning of an authority's fingerprint, as codes hold it. @param ca PEM */
export function authorityMark(ca: string): string {
  const bytes = Buffer.from(authorityFingerprint(ca), 'hex');
  return lettersOf(bytes.subarray(0, authorityMarkLength));
}

/**
 * What a code becomes: all that a hub keeps of it, and the key of both proofs.
 * @param ca PEM of the authority: the same code at another site becomes something else
 */
export function enrolmentKey(
  { name, secret }: Pick<EnrolmentCode, 'name' | 'secret'>,
  ca: string,
): Promise<Buffer> {
  return argon2Apart({
    ...cost,
    password: secret,
    salt: canonicalBytes({ purpose: 'rean enrolment v1', name, ca: authorityFingerprint(ca) }),
    hashLength: keyBytes,
  });
}

/** The station's proof: it knows the code, and asks just this of just this authority. Base64. */
export function stationProof(key: Uint8Array, ca: string, ask: EnrolmentAsk): string {
  return proof(key, { from: 'station', ca: authorityFingerprint(ca), ask });
}

/** The hub's proof: it knew the code before it was asked, and answers just this. Base64. */
export function hubProof(
  key: Uint8Array,
  ca: string,
  exchange: { readonly ask: EnrolmentAsk; readonly enrolled: Enrolled },
): string {
  return proof(key, { from: 'hub', ca: authorityFingerprint(ca), ...exchange });
}

/** Compares two proofs in constant time. */
export function sameProof(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one, 'base64'), Buffer.from(other, 'base64')];
  return a.length === b.length && timingSafeEqual(a, b);
}

function proof(key: Uint8Array, said: object): string {
  return createHmac('sha256', key).update(canonicalBytes(said)).digest('base64');
}
