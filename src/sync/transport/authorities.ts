import { createPrivateKey, sign, verify, X509Certificate } from 'node:crypto';
import type { SiteTls } from '../../shared/contracts/station-config.ts';
import type { SiteId } from '../../shared/ids.ts';
import { canonicalBytes } from '../envelope/canonical.ts';
import { readHolder } from './site-certificate.ts';
import type { CertificateHolder } from './site-certificate.ts';

/**
 * The authorities whose certificates count just now: one, or two while the site goes over from one to
 * the other ([IDN13]). Whoever holds this sees changes at once.
 */
export class Authorities {
  #certificates: readonly X509Certificate[];

  constructor(pems: readonly string[]) {
    this.#certificates = pems.map((pem) => new X509Certificate(pem));
  }

  /** @param tls without an authority nobody is known */
  static of({ ca, also = [] }: Partial<SiteTls>): Authorities {
    return new Authorities(ca === undefined ? [] : [ca, ...also]);
  }

  /** Another array after each change. */
  get certificates(): readonly X509Certificate[] {
    return this.#certificates;
  }

  use(pems: readonly string[]): void {
    this.#certificates = pems.map((pem) => new X509Certificate(pem));
  }

  /** Whose certificate this is; null when none of these signed it. */
  holderOf(certificate: X509Certificate): CertificateHolder | null {
    for (const authority of this.#certificates) {
      const holder = readHolder(certificate, authority);
      if (holder !== null) return holder;
    }
    return null;
  }
}

interface HandOver {
  readonly site: SiteId;
  /** The next authority's certificate, PEM. */
  readonly next: string;
}

const said = ({ site, next }: HandOver) =>
  canonicalBytes({ what: 'rean-authority', site, next: new X509Certificate(next).fingerprint256 });

/** The present authority's word for the next; ECDSA over SHA-256, base64. @param privateKey PEM */
export function signHandOver(handOver: HandOver, privateKey: string): string {
  return sign('sha256', said(handOver), createPrivateKey(privateKey)).toString('base64');
}

/** Whether an authority that counts has given its word for the next. @param pem its certificate */
export function isHandedOverBy(pem: string, handOver: HandOver, signature: string): boolean {
  const { publicKey } = new X509Certificate(pem);
  return verify('sha256', said(handOver), publicKey, Buffer.from(signature, 'base64'));
}
