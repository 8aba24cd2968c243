import { X509Certificate } from 'node:crypto';
import type { DirectoryDocumentOf } from '../../shared/contracts/documents/directory.ts';
import type { StationKeys } from '../../shared/contracts/enrolment.ts';
import type { RenewalAnswer, RenewalRequest } from '../../shared/contracts/renewal.ts';
import { ReanError } from '../../shared/errors.ts';
import type { StationId } from '../../shared/ids.ts';
import { isProven } from '../../sync/enrolment/renewal-proof.ts';
import { certifyStationKey, readTlsPublicKey } from '../site/site-authority.ts';
import { siteFiles } from '../site/site-files.ts';
import type { StationSecrets } from '../site/site-files.ts';
import { readRequired } from '../site/site-vault.ts';
import type { SiteOffice } from './site-office.ts';
import type { Asker } from './office-change.ts';
import { changeStation, findStation, requireEnabled } from './station-standing.ts';
import { fingerprintIn } from './stations.ts';

type StationDocument = DirectoryDocumentOf<'station'>;

/**
 * Asks a station for other keys, which it makes by itself when it hears of it ([IDN12]). One that was
 * asked and has not answered yet is not asked again, unless one of its PCs was meant, which may be gone.
 * What it was given for a former request counts until it comes with what answers this one.
 * @throws ReanError `station.not-enrolled`, with `problem: 'disabled'` for one that is shut out
 */
export async function askForKeys(
  office: SiteOffice,
  station: StationId,
  asker: Asker = {},
): Promise<void> {
  const held = requireEnabled(await findStation(office, station));
  const waits = held.renewal !== undefined && !hasAnswered(held);
  if (waits && held.renewalFor === undefined) return;
  const what = { station, type: 'station.renewal-asked', asker } as const;
  await changeStation(office, what, ({ renewalFor, ...now }, hubSeq) => ({
    ...requireEnabled(now),
    ...(renewalFor !== undefined && hasAnswered(now) ? { renewalFor } : {}),
    renewal: hubSeq,
  }));
}

/** Whether a station has brought the keys it was last asked for. */
export function hasAnswered({ nextCertificate, nextOf, renewal }: StationDocument): boolean {
  return nextCertificate !== undefined && (nextOf?.renewal ?? renewal) === renewal;
}

/**
 * Takes in keys that a station made. The same keys again get the same certificate, so that an answer
 * that was lost is asked for once more; other keys for the same request never.
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
  const held = await findStation(office, station);
  requireAsked(held, request, machine);
  const given = await givenBefore(office, held, request);
  if (given !== null) return given;
  const authority = await readRequired(office.vault, siteFiles.authority);
  const certificate = await certifyStationKey(authority, { site, station, key }, office.random);
  const nextCertificate = fingerprintIn({ certificate });
  await keepNext(office, station, {
    certificate: nextCertificate,
    wrappingKey: request.keys.wrapping,
    issued: certificate,
  });
  const nextOf = { renewal: request.asked, machine };
  const taken = { number: 0 };
  const what = { station, type: 'station.rekeyed', asker: { by: 'hub' } } as const;
  await changeStation(office, what, (now) => {
    requireAsked(now, request, machine);
    const signing = withKey(now.signingKeys, request.keys);
    taken.number = signing.number;
    return { ...now, signingKeys: signing.keys, nextCertificate, nextOf };
  });
  return { certificate, signingKey: taken.number };
}

/** What was answered to the same keys; null where nothing was. */
async function givenBefore(
  office: SiteOffice,
  held: StationDocument,
  { keys }: RenewalRequest,
): Promise<RenewalAnswer | null> {
  if (!hasAnswered(held)) return null;
  const { stations } = await readRequired(office.vault, siteFiles.stations);
  const { next } = stations.find(({ station }) => station === held.station) ?? {};
  const number = Number(newest(held.signingKeys)?.[0] ?? 0);
  if (next?.issued === undefined || next.certificate !== held.nextCertificate) return null;
  const { publicKey } = new X509Certificate(next.issued);
  const tls = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  if (tls !== keys.tls || next.wrappingKey !== keys.wrapping) return null;
  return { certificate: next.issued, signingKey: number };
}

/** The station has come with its new certificate: the earlier one counts no more. */
export async function settleKeys(
  office: SiteOffice,
  station: StationId,
  certificate: string,
): Promise<void> {
  if ((await findStation(office, station)).nextCertificate !== certificate) return;
  const what = { station, type: 'station.certified', asker: { by: 'hub' } } as const;
  await changeStation(office, what, (now) => {
    const { nextCertificate: _next, nextOf: _of, renewal, renewalFor, ...held } = now;
    // It was asked for others since: those are still to come.
    const asked = renewalFor === undefined ? { renewal } : { renewal, renewalFor };
    const former = held.certificate === undefined ? [] : [held.certificate];
    return {
      ...held,
      certificate,
      ...(hasAnswered(now) ? {} : asked),
      ...(renewalFor === undefined ? {} : { bringsOnly: withFormer(held.bringsOnly, ...former) }),
    };
  });
}

/** What the others of its kind may bring with what they recorded ([CLO2]). */
export function withFormer(held: readonly string[] = [], ...former: readonly string[]): string[] {
  return [...held, ...former].slice(-16);
}

/** It was asked for these keys, or for any as long as it has brought none. */
function requireAsked(
  held: StationDocument,
  { asked, keys }: RenewalRequest,
  machine: string | null,
): void {
  const { station, renewal, renewalFor = machine, signingKeys } = requireEnabled(held);
  const others = hasAnswered(held) && newest(signingKeys)?.[1] !== keys.signing;
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

/**
 * What keyrings are wrapped to once the station comes with its new certificate. What it had been given
 * before that, and has come with, is from here on its present key.
 */
async function keepNext(
  office: SiteOffice,
  station: StationId,
  next: NonNullable<StationSecrets['next']>,
): Promise<void> {
  const { kind, certificate } = await findStation(office, station);
  await office.changeStationSecrets(station, (held) => {
    const present = held?.next?.certificate === certificate ? held?.next : held;
    return { station, kind, wrappingKey: (present ?? next).wrappingKey, next };
  });
}
