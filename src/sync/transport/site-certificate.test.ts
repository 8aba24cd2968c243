import { X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeTlsSite, tlsStation } from '../../../tests/factories/site-tls.ts';
import type { TlsSite } from '../../../tests/factories/site-tls.ts';
import { fingerprintOf, readHolder } from './site-certificate.ts';

let site: TlsSite;
let other: TlsSite;
const read = (pem: string) => new X509Certificate(pem);

beforeAll(async () => {
  [site, other] = await Promise.all([makeTlsSite(1), makeTlsSite(2)]);
});

describe('[IDN6] a certificate', () => {
  it('says whose it is to those of its site', async () => {
    const { certificate } = await site.station(tlsStation);
    const fingerprint = fingerprintOf(read(certificate));
    expect(readHolder(read(certificate), read(site.ca))).toEqual({
      role: 'station',
      station: tlsStation,
      fingerprint,
    });
    expect(fingerprint).toBe(read(certificate).fingerprint256.replaceAll(':', '').toLowerCase());
    expect(readHolder(read(site.hub.certificate), read(site.ca))?.role).toBe('hub');
  });

  it('says nothing to another site, though the names are the same', async () => {
    const { certificate } = await other.station(tlsStation);
    expect(readHolder(read(certificate), read(site.ca))).toBeNull();
    expect(readHolder(read(other.hub.certificate), read(site.ca))).toBeNull();
  });

  it('is nobody’s when it is the authority’s own', () => {
    expect(readHolder(read(site.ca), read(site.ca))).toBeNull();
  });
});
