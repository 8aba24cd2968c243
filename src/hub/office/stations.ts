import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { StationKind } from '../../shared/contracts/documents/directory.ts';
import type { Localized } from '../../shared/contracts/phrase.ts';
import type { SiteTls, StationConfig } from '../../shared/contracts/station-config.ts';
import type { StationId } from '../../shared/ids.ts';
import { rawPublicKey } from '../../sync/envelope/signing.ts';
import { fingerprintOf } from '../../sync/transport/site-certificate.ts';
import { freshIds } from '../site/fresh-ids.ts';
import { certifyStation } from '../site/site-authority.ts';
import { siteFiles } from '../site/site-files.ts';
import { readRequired } from '../site/site-vault.ts';
import type { SiteOffice } from './site-office.ts';

export interface NewStation {
  readonly name: Localized;
  readonly kind: StationKind;
  /** Where the station will reach this hub: `https://…`. */
  readonly hubUrl: string;
}

/**
 * Adds a station, and makes its config with keys and certificate of its own. Nothing here can make
 * them again: the hub keeps what is public of them ([IDN1]).
 */
export async function addStation(office: SiteOffice, new_: NewStation): Promise<StationConfig> {
  const station = freshIds.station(office.random);
  const signing = generateKeyPairSync('ed25519').privateKey;
  const wrapping = generateKeyPairSync('x25519').privateKey;
  const tls = await issueTls(office, station);
  const { kind } = new_;
  await office.keepStation({ station, kind, wrappingKey: rawPublicKey(wrapping) });
  await recordStation(office, station, new_, {
    signingKey: rawPublicKey(signing),
    certificate: fingerprintIn(tls),
  });
  return {
    v: 2,
    site: office.site.site,
    station,
    kind,
    name: new_.name,
    hub: { url: new_.hubUrl },
    tls,
    signingKey: { number: 1, privateKey: exportKey(signing) },
    wrappingKey: { privateKey: exportKey(wrapping) },
  };
}

/** A new key for a station, and the certificate to it. Not registered yet. */
export async function issueTls(office: SiteOffice, station: StationId): Promise<SiteTls> {
  const { site } = office.site;
  const authority = await readRequired(office.vault, siteFiles.authority);
  const made = await certifyStation(authority, { site, station }, office.random);
  const { certificate, privateKey } = made;
  return { ca: authority.certificate, certificate, privateKey };
}

/** What the directory names a certificate by. */
export function fingerprintIn({ certificate }: Pick<SiteTls, 'certificate'>): string {
  return fingerprintOf(new X509Certificate(certificate));
}

async function recordStation(
  office: SiteOffice,
  station: StationId,
  { name, kind }: NewStation,
  { signingKey, certificate }: { readonly signingKey: string; readonly certificate: string },
): Promise<void> {
  await office.record({
    type: 'station.enrolled',
    documents: async (hubSeq) => [
      {
        _id: `station:${station}`,
        type: 'station',
        v: 1,
        hubSeq,
        station,
        name,
        kind,
        signingKeys: { '1': signingKey },
        certificate,
        seat: await nextSeat(office, kind),
        disabled: false,
      },
    ],
  });
}

/** The place after all others of its kind. */
export async function nextSeat({ directory }: SiteOffice, kind: StationKind): Promise<number> {
  const seats = (await directory.all('station:')).flatMap((document) =>
    document.type === 'station' && document.kind === kind ? [document.seat] : [],
  );
  return Math.max(0, ...seats) + 1;
}

function exportKey(key: KeyObject): string {
  return key.export({ format: 'der', type: 'pkcs8' }).toString('base64');
}
