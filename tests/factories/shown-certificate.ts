import { X509Certificate } from 'node:crypto';
import type { StationConfig } from '../../src/shared/contracts/station-config.ts';
import type { Authorities } from '../../src/sync/transport/authorities.ts';
import type { CertificateHolder } from '../../src/sync/transport/site-certificate.ts';
import type { CallerReader } from '../../src/sync/transport/site-server.ts';

const header = 'client-certificate';

/** Stands for a connection's client certificate, where requests are given to a hub in this process. */
export function showCertificate({ tls }: Pick<StationConfig, 'tls'>): Record<string, string> {
  return { [header]: new X509Certificate(tls.certificate).raw.toString('base64') };
}

/** Reads what {@link showCertificate} shows, by the authorities that count just then. */
export function shownCertificates(authorities: Authorities): CallerReader {
  let known = new Map<string, CertificateHolder | null>();
  let by = authorities.certificates;
  return ({ headers }) => {
    const shown = headers[header];
    if (typeof shown !== 'string') return null;
    if (by !== authorities.certificates) known = new Map();
    by = authorities.certificates;
    const held = known.get(shown);
    if (held !== undefined) return held;
    const holder = authorities.holderOf(new X509Certificate(Buffer.from(shown, 'base64')));
    known.set(shown, holder);
    return holder;
  };
}
