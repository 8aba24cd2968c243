import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { systemRandomness } from '../../sync/machine/system-ports.ts';
import { siteIdSchema, stationIdSchema } from '../../shared/ids.ts';
import { readHolder } from '../../sync/transport/site-certificate.ts';
import { certifyHub, certifyStation, makeAuthority } from './site-authority.ts';
import { tlsFileSchema } from './site-files.ts';

const random = systemRandomness();
const site = siteIdSchema.parse('site-abcdefgh');
const station = stationIdSchema.parse('st-abcdefgh');
const read = (pem: string) => new X509Certificate(pem);

const clientAuth = '1.3.6.1.5.5.7.3.2';
const serverAuth = '1.3.6.1.5.5.7.3.1';

describe('[IDN4] a site’s authority', () => {
  it('signs P-256 certificates, its own among them, valid whatever a clock says', async () => {
    const authority = await makeAuthority(site, random);
    const hub = await certifyHub(authority, { site, hosts: [] }, random);
    const kiosk = await certifyStation(authority, { site, station }, random);
    for (const each of [authority, hub, kiosk].map(({ certificate }) => read(certificate))) {
      expect([each.validFrom, each.validTo]).toEqual([
        'Jan  1 00:00:00 1970 GMT',
        'Dec 31 23:59:59 9999 GMT',
      ]);
      expect(each.publicKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
      expect(each.verify(read(authority.certificate).publicKey)).toBe(true);
    }
    expect([authority, hub, kiosk].map((each) => read(each.certificate).ca)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('names the hub, with the hosts given, to serve', async () => {
    const authority = await makeAuthority(site, random);
    const hosts = ['hub.lab', '10.0.0.2'];
    const { certificate, privateKey } = await certifyHub(authority, { site, hosts }, random);
    const hub = read(certificate);
    expect(readHolder(hub, read(authority.certificate))).toMatchObject({ role: 'hub' });
    for (const host of ['localhost', 'hub.lab']) expect(hub.checkHost(host)).toBe(host);
    for (const ip of ['127.0.0.1', '10.0.0.2']) expect(hub.checkIP(ip)).toBe(ip);
    expect(hub.keyUsage).toEqual([serverAuth]);
    expect(privateKey).not.toBe(authority.privateKey);
  });

  it('names a station, to ask and to serve, another certificate each time', async () => {
    const authority = await makeAuthority(site, random);
    const made = [1, 2].map(() => certifyStation(authority, { site, station }, random));
    const [first, second] = (await Promise.all(made)).map(({ certificate }) => read(certificate));
    expect(first?.keyUsage).toEqual([clientAuth, serverAuth]);
    for (const each of [first, second]) {
      const holder = each && readHolder(each, read(authority.certificate));
      expect(holder).toMatchObject({ role: 'station', station });
    }
    expect(first?.fingerprint256).not.toBe(second?.fingerprint256);
  });

  it('is kept as it is: half a certificate or key is told as wrong content', async () => {
    const made = await makeAuthority(site, random);
    const half = (text: string) => text.slice(0, text.length / 2);
    expect(tlsFileSchema.safeParse(made).success).toBe(true);
    const halves = [
      { ...made, certificate: half(made.certificate) },
      { ...made, privateKey: half(made.privateKey) },
    ];
    for (const each of halves) expect(tlsFileSchema.safeParse(each).success).toBe(false);
  });
});
