import { createHash } from 'node:crypto';
import type { X509Certificate } from 'node:crypto';
import { stationIdSchema } from '../../shared/ids.ts';
import type { StationId } from '../../shared/ids.ts';

/** What the site's authority writes as the hub's name; a station's is its id ([IDN4]). */
export const hubName = 'hub';

interface Held {
  /** SHA-256 of the certificate's DER, lower-case hex. */
  readonly fingerprint: string;
}
export interface StationHolder extends Held {
  readonly role: 'station';
  readonly station: StationId;
}
export interface HubHolder extends Held {
  readonly role: 'hub';
}
/** Whose a certificate of this site is. */
export type CertificateHolder = HubHolder | StationHolder;

/**
 * Whose certificate this is; null when this site's authority did not sign it. No date is looked at,
 * as clocks in a lab are wrong by decades: whether a certificate still counts is for the directory to
 * say ([IDN6]). That the other end has the key to it is the handshake's part.
 */
export function readHolder(
  certificate: X509Certificate,
  authority: X509Certificate,
): CertificateHolder | null {
  if (!certificate.checkIssued(authority) || !certificate.verify(authority.publicKey)) return null;
  const [, name] = /^O=[a-z0-9-]+\nCN=([a-z0-9-]+)$/.exec(certificate.subject) ?? [];
  const fingerprint = fingerprintOf(certificate);
  if (name === hubName) return { role: 'hub', fingerprint };
  const station = stationIdSchema.safeParse(name);
  return station.success ? { role: 'station', station: station.data, fingerprint } : null;
}

/** SHA-256 of a certificate's DER, lower-case hex: what the directory names it by. */
export function fingerprintOf({ raw }: X509Certificate): string {
  return createHash('sha256').update(raw).digest('hex');
}
