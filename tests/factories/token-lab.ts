import 'reflect-metadata';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as x509 from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const hexZeros = '0'.repeat(64);
const someKey = Buffer.alloc(48).toString('base64');

/**
 * Writes a practice lab's files as Rean did when stations had tokens: a hub whose certificate is
 * signed by itself, and a station. Its databases are left out.
 * @returns the files, by path
 */
export async function writeTokenLab(folder: string): Promise<Readonly<Record<string, string>>> {
  const site = 'site-abcdefgh';
  const station = 'st-abcdefgh';
  const contents: Readonly<Record<string, object>> = {
    'rean-lab.json': {
      v: 1,
      hubPort: 8643,
      stations: [{ name: 'station-1', kind: 'kiosk' }],
    },
    'hub/site.json': {
      v: 1,
      site,
      name: { km: 'សាកល្បង' },
      demo: true,
      generation: '0123456789abcdef',
    },
    'hub/secrets/tls.json': await selfSigned(),
    'hub/secrets/stations.json': {
      v: 1,
      stations: [{ station, kind: 'kiosk', tokenHash: hexZeros, wrappingKey: someKey }],
    },
    'stations/station-1/station.json': {
      v: 1,
      site,
      station,
      kind: 'kiosk',
      name: { km: 'ទី១' },
      hub: { url: 'https://127.0.0.1:8643', fingerprint: hexZeros, token: someKey },
      signingKey: { number: 1, privateKey: someKey },
      wrappingKey: { privateKey: someKey },
    },
  };
  const texts = Object.entries(contents).map(([path, content]) => {
    return [path, `${JSON.stringify(content, null, 2)}\n`] as const;
  });
  for (const [path, text] of texts) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return Object.fromEntries(texts);
}

async function selfSigned(): Promise<object> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: '01',
      name: 'CN=Rean hub',
      notBefore: new Date(0),
      notAfter: new Date('9999-12-31T23:59:59Z'),
      signingAlgorithm: algorithm,
      keys,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      ],
    },
    crypto,
  );
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    v: 1,
    certificate: certificate.toString('pem'),
    privateKey: x509.PemConverter.encode(pkcs8, 'PRIVATE KEY'),
  };
}
