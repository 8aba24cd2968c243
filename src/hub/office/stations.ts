import { createHash, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { StationKind } from '../../shared/contracts/documents/directory.ts';
import type { Localized } from '../../shared/contracts/phrase.ts';
import type { StationConfig } from '../../shared/contracts/station-config.ts';
import type { StationId } from '../../shared/ids.ts';
import { rawPublicKey } from '../../sync/envelope/signing.ts';
import { freshIds } from '../site/fresh-ids.ts';
import { certificateFingerprint } from '../site/hub-certificate.ts';
import { siteFiles } from '../site/site-files.ts';
import type { StationSecrets } from '../site/site-files.ts';
import { readRequired } from '../site/site-vault.ts';
import type { SiteOffice } from './site-office.ts';

export interface NewStation {
  readonly name: Localized;
  readonly kind: StationKind;
  /** Where the station will reach this hub: `https://…`. */
  readonly hubUrl: string;
}

const tokenBytes = 32;

/**
 * Adds a station, and makes its config with keys and token of its own. Nothing here can make the
 * token again: the hub keeps its hash ([IDN1]).
 */
export async function addStation(office: SiteOffice, new_: NewStation): Promise<StationConfig> {
  const station = freshIds.station(office.random);
  const token = Buffer.from(office.random.bytes(tokenBytes)).toString('base64');
  const signing = generateKeyPairSync('ed25519').privateKey;
  const wrapping = generateKeyPairSync('x25519').privateKey;
  const tls = await readRequired(office.vault, siteFiles.tls);
  await keepSecrets(office, {
    station,
    kind: new_.kind,
    tokenHash: hashToken(token),
    wrappingKey: rawPublicKey(wrapping),
  });
  await recordStation(office, station, new_, rawPublicKey(signing));
  return {
    v: 1,
    site: office.site.site,
    station,
    kind: new_.kind,
    name: new_.name,
    hub: {
      url: new_.hubUrl,
      fingerprint: certificateFingerprint(tls.certificate),
      token,
    },
    signingKey: { number: 1, privateKey: exportKey(signing) },
    wrappingKey: { privateKey: exportKey(wrapping) },
  };
}

/** SHA-256 of a token's text, hex. Tokens are 256 random bits, so a plain hash can't be searched. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}

async function keepSecrets(office: SiteOffice, secrets: StationSecrets): Promise<void> {
  const held = await readRequired(office.vault, siteFiles.stations);
  await office.vault.write(siteFiles.stations, {
    v: 1,
    stations: [...held.stations, secrets],
  });
}

async function recordStation(
  office: SiteOffice,
  station: StationId,
  { name, kind }: NewStation,
  signingKey: string,
): Promise<void> {
  const seats = (await office.directory.all('station:')).flatMap((document) =>
    document.type === 'station' ? [document.seat] : [],
  );
  await office.record({
    type: 'station.enrolled',
    documents: (hubSeq) => [
      {
        _id: `station:${station}`,
        type: 'station',
        v: 1,
        hubSeq,
        station,
        name,
        kind,
        signingKeys: { '1': signingKey },
        seat: Math.max(0, ...seats) + 1,
        disabled: false,
      },
    ],
  });
}

function exportKey(key: KeyObject): string {
  return key.export({ format: 'der', type: 'pkcs8' }).toString('base64');
}
