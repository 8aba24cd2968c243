import 'reflect-metadata';
import { createHash, webcrypto, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import * as x509 from '@peculiar/x509';
import type { Randomness } from '../../shared/ports.ts';
import type { TlsFileContent } from './site-files.ts';

// Electron's TLS takes no Ed25519 server certificate, hence P-256 (DESIGN section 4, Identity).
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const serverAuth = '1.3.6.1.5.5.7.3.1';
const alwaysThere = ['localhost', '127.0.0.1'];

/**
 * Makes the hub's TLS key and its self-signed certificate. It is valid from 1970 to 9999, as no
 * clock in a lab can be trusted; stations pin its fingerprint ([IDN4]).
 * @param hosts further names and addresses that stations reach the hub by
 */
export async function makeHubCertificate(
  hosts: readonly string[],
  random: Randomness,
): Promise<TlsFileContent> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: Buffer.from([1, ...random.bytes(15)]).toString('hex'),
      name: 'CN=Rean hub',
      notBefore: new Date(0),
      notAfter: new Date('9999-12-31T23:59:59Z'),
      signingAlgorithm: algorithm,
      keys,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        new x509.ExtendedKeyUsageExtension([serverAuth]),
        new x509.SubjectAlternativeNameExtension(subjectNames(hosts)),
      ],
    },
    webcrypto,
  );
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    v: 1,
    certificate: certificate.toString('pem'),
    privateKey: x509.PemConverter.encode(pkcs8, 'PRIVATE KEY'),
  };
}

/** SHA-256 of a PEM certificate's DER, lower-case hex: what stations pin. */
export function certificateFingerprint(pem: string): string {
  return createHash('sha256').update(new X509Certificate(pem).raw).digest('hex');
}

function subjectNames(hosts: readonly string[]): { type: 'ip' | 'dns'; value: string }[] {
  const names = [...new Set([...alwaysThere, ...hosts])];
  return names.map((value) => ({ type: isIP(value) === 0 ? 'dns' : 'ip', value }));
}
