import type { DirectoryDocumentOf } from '../../shared/contracts/documents/directory.ts';
import type { StationKeys } from '../../shared/contracts/enrolment.ts';
import type { RenewalAnswer, RenewalRequest } from '../../shared/contracts/renewal.ts';
import { ReanError } from '../../shared/errors.ts';
import type { StationId } from '../../shared/ids.ts';
import { isProven } from '../../sync/enrolment/renewal-proof.ts';
import { certifyStationKey, readTlsPublicKey } from '../site/site-authority.ts';
import { siteFiles } from '../site/site-files.ts';
import { readRequired } from '../site/site-vault.ts';
import type { Asker, SiteOffice } from './site-office.ts';
import { changeStation, findStation, requireEnabled } from './station-standing.ts';
import { fingerprintIn } from './stations.ts';

type StationDocument = DirectoryDocumentOf<'station'>;

/**
 * Asks a station for other keys, which it makes by itself when it hears of it ([IDN12]). One that was
 * asked and has not answered yet is not asked again.
 * @throws ReanError `station.not-enrolled`, with `problem: 'disabled'` for one that is shut out
 */
export async function askForKeys(
  office: SiteOffice,
  station: StationId,
  asker: Asker = {},
): Promise<void> {
  const held = requireEnabled(await findStation(office, station));
  if (held.renewal !== undefined && held.nextCertificate === undefined) return;
  const what = { station, type: 'station.renewal-asked', asker } as const;
  await changeStation(
    office,
    what,
    ({ nextCertificate: _next, renewalFor: _for, ...now }, hubSeq) => ({
      ...requireEnabled(now),
      renewal: hubSeq,
    }),
  );
}

/**
 * Takes in keys that a station made. The same keys again get the same standing, so that an answer that
 * was lost is asked for once more; other keys for the same request never.
 * @param machine which PC brings them; null where it doesn't say
 * @throws ReanError `signature.invalid`, `permission.denied`, `station.not-enrolled`
 */
export async function takeKeys(
  office: SiteOffice,
  station: StationId,
  request: RenewalRequest,
  machine: string | null,
): Promise<RenewalAnswer> {
  const key = readTlsPublicKey(request.keys.tls);
  if (key === null || !isProven(station, request)) throw new ReanError('signature.invalid');
  const { site } = office.site;
  requireAsked(await findStation(office, station), request, machine);
  const authority = await readRequired(office.vault, siteFiles.authority);
  const certificate = await certifyStationKey(authority, { site, station, key }, office.random);
  const nextCertificate = fingerprintIn({ certificate });
  await keepNext(office, station, {
    certificate: nextCertificate,
    wrappingKey: request.keys.wrapping,
  });
  const taken = { number: 0 };
  const what = { station, type: 'station.rekeyed', asker: { by: 'hub' } } as const;
  await changeStation(office, what, (held) => {
    requireAsked(held, request, machine);
    const signing = withKey(held.signingKeys, request.keys);
    taken.number = signing.number;
    return { ...held, signingKeys: signing.keys, nextCertificate };
  });
  return { certificate, signingKey: taken.number };
}

/** The station has come with its new certificate: the earlier one counts no more. */
export async function settleKeys(
  office: SiteOffice,
  station: StationId,
  certificate: string,
): Promise<void> {
  if ((await findStation(office, station)).nextCertificate !== certificate) return;
  const what = { station, type: 'station.certified', asker: { by: 'hub' } } as const;
  await changeStation(
    office,
    what,
    ({ nextCertificate, renewal: _asked, renewalFor, ...held }) => ({
      ...held,
      ...(nextCertificate === undefined ? {} : { certificate: nextCertificate }),
      ...(renewalFor === undefined ? {} : { bringsOnly: withFormer(held) }),
    }),
  );
}

/** What the others of its kind may bring with what they recorded ([CLO2]). */
function withFormer({ bringsOnly = [], certificate }: StationDocument): string[] {
  return [...bringsOnly, ...(certificate === undefined ? [] : [certificate])].slice(-16);
}

/** It was asked for these keys, or for any as long as it has brought none. */
function requireAsked(
  held: StationDocument,
  { asked, keys }: RenewalRequest,
  machine: string | null,
): void {
  const { station, renewal, renewalFor = machine, ...standing } = requireEnabled(held);
  const { nextCertificate, signingKeys } = standing;
  const others = nextCertificate !== undefined && newest(signingKeys)?.[1] !== keys.signing;
  if (renewal !== asked || renewalFor !== machine || others)
    throw new ReanError('permission.denied', { station });
}

function newest(keys: StationDocument['signingKeys']): readonly [string, string] | undefined {
  return Object.entries(keys).toSorted(([a], [b]) => Number(b) - Number(a))[0];
}

function withKey(held: StationDocument['signingKeys'], { signing }: StationKeys) {
  const [last, key] = newest(held) ?? ['0', ''];
  const number = key === signing ? Number(last) : Number(last) + 1;
  return { number, keys: { ...held, [number]: signing } };
}

/** What keyrings are wrapped to once the station comes with its new certificate. */
async function keepNext(
  office: SiteOffice,
  station: StationId,
  next: { readonly certificate: string; readonly wrappingKey: string },
): Promise<void> {
  const { kind } = await findStation(office, station);
  await office.changeStationSecrets(station, (held) => ({
    ...(held ?? { station, kind, wrappingKey: next.wrappingKey }),
    next,
  }));
}
