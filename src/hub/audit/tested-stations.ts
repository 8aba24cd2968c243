import type { Noted } from '../../shared/contracts/audit.ts';
import type { DirectoryDocument } from '../../shared/contracts/documents/directory.ts';
import { stationOf } from '../../shared/event-id.ts';
import type { SiteOffice } from '../office/site-office.ts';

/** What stations found of their PCs, into what the directory says of each: the last of what is noted holds ([SLF5]). */
export async function testedStations(
  { directory }: Pick<SiteOffice, 'directory'>,
  noted: readonly Noted[],
  hubSeq: number,
): Promise<readonly DirectoryDocument[]> {
  const documents = new Map<string, DirectoryDocument>();
  for (const each of noted) {
    if (!('what' in each) || each.what !== 'self-test') continue;
    const { code, results, event, clock } = each;
    const [held] = await directory.all(`station:${stationOf(event)}`);
    if (held?.type !== 'station') continue;
    const tested = { code, results, date: clock.labDay.date };
    documents.set(held._id, { ...held, hubSeq, tested });
  }
  return [...documents.values()];
}
