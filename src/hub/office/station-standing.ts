import type {
  DirectoryDocumentOf,
  JournalEntry,
} from '../../shared/contracts/documents/directory.ts';
import type { SiteTls } from '../../shared/contracts/station-config.ts';
import { ReanError } from '../../shared/errors.ts';
import type { StationId } from '../../shared/ids.ts';
import type { Asker, SiteOffice } from './site-office.ts';
import { fingerprintIn, issueTls } from './stations.ts';

type StationDocument = DirectoryDocumentOf<'station'>;

/**
 * Gives a station another key and certificate. From the moment this is durable the earlier one counts
 * no more ([IDN6]).
 * @throws ReanError `station.not-enrolled`, with `problem: 'disabled'` for one that is shut out
 */
export async function renewCertificate(office: SiteOffice, station: StationId): Promise<SiteTls> {
  const held = await findStation(office, station);
  if (held.disabled) throw new ReanError('station.not-enrolled', { station, problem: 'disabled' });
  const tls = await issueTls(office, station);
  await change(office, 'station.certified', { ...held, certificate: fingerprintIn(tls) });
  return tls;
}

/**
 * Shuts a station out, for good: disabled beats enabled ([DIR3]). Records it made still count.
 * @throws ReanError `station.not-enrolled`
 */
export async function disableStation(
  office: SiteOffice,
  station: StationId,
  asker: Asker = {},
): Promise<void> {
  const held = await findStation(office, station);
  if (!held.disabled) await change(office, 'station.disabled', { ...held, disabled: true }, asker);
}

/**
 * Gives a station another name.
 * @throws ReanError `station.not-enrolled`, with `problem: 'disabled'` for one that is shut out
 */
export async function renameStation(
  office: SiteOffice,
  { station, name }: Pick<StationDocument, 'station' | 'name'>,
  asker: Asker = {},
): Promise<void> {
  const held = await findStation(office, station);
  if (held.disabled) throw new ReanError('station.not-enrolled', { station, problem: 'disabled' });
  await change(office, 'station.renamed', { ...held, name }, asker);
}

/** @throws ReanError `station.not-enrolled` */
export async function findStation(
  office: SiteOffice,
  station: StationId,
): Promise<StationDocument> {
  const found = await office.directory.all(`station:${station}`);
  const document = found.find(({ _id }) => _id === `station:${station}`);
  if (document?.type !== 'station') throw new ReanError('station.not-enrolled', { station });
  return document;
}

function change(
  office: SiteOffice,
  type: JournalEntry['type'],
  document: StationDocument,
  asker: Asker = {},
): Promise<void> {
  return office.record({ ...asker, type, documents: (hubSeq) => [{ ...document, hubSeq }] });
}
