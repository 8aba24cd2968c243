import 'reflect-metadata';
import { createPrivateKey } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import { siteIdSchema, stationIdSchema } from '../../src/shared/ids.ts';
import type { StationId } from '../../src/shared/ids.ts';
import type { SiteTls } from '../../src/shared/contracts/station-config.ts';
import { certifyHub, certifyStation, makeAuthority } from '../../src/hub/site/site-authority.ts';
import type { TlsFileContent } from '../../src/hub/site/site-files.ts';
import { seededRandomness } from './seeded-randomness.ts';

/** A site as far as certificates go. */
export interface TlsSite {
  readonly ca: string;
  readonly hub: SiteTls;
  /** Makes a station's certificate, a new one each time. */
  station(id: StationId): Promise<SiteTls>;
  /** The same certificate, but valid from the one year to the other only. */
  redated(tls: SiteTls, from: number, to: number): Promise<SiteTls>;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

export const tlsStation = stationIdSchema.parse('st-abcdefgh');
export const otherTlsStation = stationIdSchema.parse('st-bcdefghj');

export async function makeTlsSite(seed = 1): Promise<TlsSite> {
  const random = seededRandomness(seed);
  const site = siteIdSchema.parse('site-abcdefgh');
  const authority = await makeAuthority(site, random);
  const { certificate: ca } = authority;
  const held = ({ certificate, privateKey }: TlsFileContent) => ({ ca, certificate, privateKey });
  return {
    ca,
    hub: held(await certifyHub(authority, { site, hosts: [] }, random)),
    redated: (tls, from, to) => redated(authority, tls, [from, to]),
    station: async (station) => held(await certifyStation(authority, { site, station }, random)),
  };
}

async function redated(
  authority: TlsFileContent,
  tls: SiteTls,
  [from, to]: readonly [from: number, to: number],
): Promise<SiteTls> {
  const { subject, issuer, publicKey, serialNumber, extensions } = new x509.X509Certificate(
    tls.certificate,
  );
  const der = createPrivateKey(authority.privateKey).export({ format: 'der', type: 'pkcs8' });
  const certificate = await x509.X509CertificateGenerator.create(
    {
      subject,
      issuer,
      publicKey,
      serialNumber,
      extensions,
      notBefore: new Date(Date.UTC(from, 0)),
      notAfter: new Date(Date.UTC(to, 0)),
      signingAlgorithm: algorithm,
      signingKey: await crypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']),
    },
    crypto,
  );
  return { ...tls, certificate: certificate.toString('pem') };
}
