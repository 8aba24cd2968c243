import type {
  DirectoryDocument,
  JournalEntry,
} from '../../shared/contracts/documents/directory.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import { prevailing } from '../directory/prevailing.ts';
import { openJournalEntry } from '../journal/journal-chain.ts';

/**
 * The directory that a journal makes, from its first entry on ([DIR1]).
 * @throws ReanError `seal.broken` where the key is another site's
 */
export function replayJournal(
  entries: readonly JournalEntry[],
  siteKey: SealingKey,
): readonly DirectoryDocument[] {
  const directory = new Map<string, DirectoryDocument>();
  for (const entry of entries) {
    const { documents, recovered } = openJournalEntry(entry, siteKey);
    for (const document of documents) {
      const held = directory.get(document._id);
      const decided = recovered !== undefined || held === undefined;
      directory.set(document._id, decided ? document : prevailing(held, document));
    }
  }
  return [...directory.values()];
}
