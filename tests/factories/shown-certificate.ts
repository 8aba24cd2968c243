import { X509Certificate } from 'node:crypto';
import type { StationConfig } from '../../src/shared/contracts/station-config.ts';
import { readHolder } from '../../src/sync/transport/site-certificate.ts';
import type { CertificateHolder } from '../../src/sync/transport/site-certificate.ts';
import type { CallerReader } from '../../src/sync/transport/site-server.ts';

const header = 'client-certificate';

/** Stands for a connection's client certificate, where requests are given to a hub in this process. */
export function showCertificate({ tls }: Pick<StationConfig, 'tls'>): Record<string, string> {
  return { [header]: new X509Certificate(tls.certificate).raw.toString('base64') };
}

/** Reads what {@link showCertificate} shows. @param ca PEM of the site's authority */
export function shownCertificates(ca: string): CallerReader {
  const authority = new X509Certificate(ca);
  const known = new Map<string, CertificateHolder | null>();
  return ({ headers }) => {
    const shown = headers[header];
    if (typeof shown !== 'string') return null;
    const held = known.get(shown);
    if (held !== undefined) return held;
    const holder = readHolder(new X509Certificate(Buffer.from(shown, 'base64')), authority);
    known.set(shown, holder);
    return holder;
  };
}
