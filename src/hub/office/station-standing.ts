import type { DirectoryDocumentOf } from '../../shared/contracts/documents/directory.ts';
import type { JournalEntry } from '../../shared/contracts/documents/journal.ts';
import type { SiteTls } from '../../shared/contracts/station-config.ts';
import { ReanError } from '../../shared/errors.ts';
import type { StationId } from '../../shared/ids.ts';
import type { SiteOffice } from './site-office.ts';
import type { Asker } from './office-change.ts';
import { fingerprintIn, issueTls } from './stations.ts';

type StationDocument = DirectoryDocumentOf<'station'>;

/**
 * Gives a station another key and certificate. From the moment this is durable the earlier one counts
 * no more ([IDN6]).
 * @throws ReanError `station.not-enrolled`, with `problem: 'disabled'` for one that is shut out
 */
export async function renewCertificate(office: SiteOffice, station: StationId): Promise<SiteTls> {
  requireEnabled(await findStation(office, station));
  const tls = await issueTls(office, station);
  const certificate = fingerprintIn(tls);
  const what = { station, type: 'station.certified' } as const;
  await changeStation(
    office,
    what,
    ({ nextCertificate: _next, nextOf: _of, renewal: _asked, renewalFor: _for, ...held }) => ({
      ...requireEnabled(held),
      certificate,
    }),
  );
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
  if ((await findStation(office, station)).disabled) return;
  const what = { station, type: 'station.disabled', asker } as const;
  await changeStation(office, what, (held) => ({ ...held, disabled: true }));
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
  const what = { station, type: 'station.renamed', asker } as const;
  await changeStation(office, what, (held) => ({ ...requireEnabled(held), name }));
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

interface StationChange {
  readonly station: StationId;
  readonly type: JournalEntry['type'];
  readonly asker?: Asker;
}

/** Reads the station in the office's turn: what was changed meanwhile is not written back ([DIR1]). */
export function changeStation(
  office: SiteOffice,
  { station, type, asker = {} }: StationChange,
  changed: (held: StationDocument, hubSeq: number) => StationDocument,
): Promise<void> {
  return office.record({
    ...asker,
    type,
    documents: async (hubSeq) => [
      { ...changed(await findStation(office, station), hubSeq), hubSeq },
    ],
  });
}

/** @throws ReanError `station.not-enrolled`, with `problem: 'disabled'` for one that is shut out */
export function requireEnabled(held: StationDocument): StationDocument {
  const { station, disabled } = held;
  if (disabled) throw new ReanError('station.not-enrolled', { station, problem: 'disabled' });
  return held;
}
