import 'reflect-metadata';
import { createPrivateKey, createPublicKey, webcrypto } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
import * as x509 from '@peculiar/x509';
import type { SiteId, StationId } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';
import { hubName } from '../../sync/transport/site-certificate.ts';
import type { TlsFileContent } from './site-files.ts';

/**
 * The site's own certificate authority, and what it signs ([IDN4]): the hub's certificate and one for
 * each station. All are valid from 1970 to 9999, as no clock in a lab can be trusted; which ones
 * still count is in the directory.
 */

// Electron's TLS takes no Ed25519 server certificate, hence P-256 (DESIGN section 4, Identity).
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const serverAuth = '1.3.6.1.5.5.7.3.1';
const clientAuth = '1.3.6.1.5.5.7.3.2';
const alwaysThere = ['localhost', '127.0.0.1'];
const always = { notBefore: new Date(0), notAfter: new Date('9999-12-31T23:59:59Z') } as const;

/** Makes the authority of a new site. Its key never leaves the hub. */
export async function makeAuthority(site: SiteId, random: Randomness): Promise<TlsFileContent> {
  const keys = await makeKeys();
  const { keyCertSign, cRLSign } = x509.KeyUsageFlags;
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      ...always,
      serialNumber: serialNumber(random),
      name: `O=${site}, CN=authority`,
      signingAlgorithm: algorithm,
      keys,
      extensions: [
        new x509.BasicConstraintsExtension(true, 0, true),
        new x509.KeyUsagesExtension(keyCertSign | cRLSign, true),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto),
      ],
    },
    webcrypto,
  );
  return fileContent(certificate, keys.privateKey);
}

/** @param hosts further names and addresses that clients other than stations reach the hub by */
export async function certifyHub(
  authority: TlsFileContent,
  { site, hosts }: { readonly site: SiteId; readonly hosts: readonly string[] },
  random: Randomness,
): Promise<TlsFileContent> {
  const extensions = [
    new x509.ExtendedKeyUsageExtension([serverAuth]),
    new x509.SubjectAlternativeNameExtension(subjectNames(hosts)),
  ];
  const keys = await makeKeys();
  const wanted = { site, name: hubName, extensions, publicKey: keys.publicKey };
  return fileContent(await certify(authority, wanted, random), keys.privateKey);
}

interface StationName {
  readonly site: SiteId;
  readonly station: StationId;
}

/** A station's key and certificate: to show to the hub, and to serve other stations with. */
export async function certifyStation(
  authority: TlsFileContent,
  station: StationName,
  random: Randomness,
): Promise<TlsFileContent> {
  const keys = await makeKeys();
  const wanted = { ...forStation(station), publicKey: keys.publicKey };
  return fileContent(await certify(authority, wanted, random), keys.privateKey);
}

/** The certificate, PEM, to a key that a station made itself. @param key its public half */
export async function certifyStationKey(
  authority: TlsFileContent,
  station: StationName & { readonly key: KeyObject },
  random: Randomness,
): Promise<string> {
  const spki = station.key.export({ format: 'der', type: 'spki' });
  const publicKey = await webcrypto.subtle.importKey('spki', spki, algorithm, true, ['verify']);
  const certificate = await certify(authority, { ...forStation(station), publicKey }, random);
  return certificate.toString('pem');
}

/**
 * A TLS key as the authority certifies it; null for anything else.
 * @param spki SubjectPublicKeyInfo DER, base64
 */
export function readTlsPublicKey(spki: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : null;
  } catch {
    return null;
  }
}

const forStation = ({ site, station }: StationName) => ({
  site,
  name: station,
  extensions: [new x509.ExtendedKeyUsageExtension([clientAuth, serverAuth])],
});

interface Wanted {
  readonly site: SiteId;
  readonly name: string;
  readonly extensions: readonly x509.Extension[];
  readonly publicKey: webcrypto.CryptoKey;
}

async function certify(
  authority: TlsFileContent,
  { site, name, extensions, publicKey }: Wanted,
  random: Randomness,
): Promise<x509.X509Certificate> {
  const issuer = new x509.X509Certificate(authority.certificate);
  return x509.X509CertificateGenerator.create(
    {
      ...always,
      serialNumber: serialNumber(random),
      subject: `O=${site}, CN=${name}`,
      issuer: issuer.subjectName,
      signingAlgorithm: algorithm,
      signingKey: await readKey(authority.privateKey),
      publicKey,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        await x509.AuthorityKeyIdentifierExtension.create(issuer, false, webcrypto),
        ...extensions,
      ],
    },
    webcrypto,
  );
}

function makeKeys() {
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

function readKey(pem: string) {
  const der = createPrivateKey(pem).export({ format: 'der', type: 'pkcs8' });
  return webcrypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']);
}

function serialNumber(random: Randomness): string {
  return Buffer.from([1, ...random.bytes(15)]).toString('hex');
}

async function fileContent(
  certificate: x509.X509Certificate,
  privateKey: webcrypto.CryptoKey,
): Promise<TlsFileContent> {
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', privateKey);
  return {
    v: 1,
    certificate: certificate.toString('pem'),
    privateKey: x509.PemConverter.encode(pkcs8, 'PRIVATE KEY'),
  };
}

function subjectNames(hosts: readonly string[]): { type: 'ip' | 'dns'; value: string }[] {
  const names = [...new Set([...alwaysThere, ...hosts])];
  return names.map((value) => ({ type: isIP(value) === 0 ? 'dns' : 'ip', value }));
}
