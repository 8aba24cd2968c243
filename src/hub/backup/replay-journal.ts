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
    for (const document of openJournalEntry(entry, siteKey).documents) {
      const held = directory.get(document._id);
      directory.set(document._id, held ? prevailing(held, document) : document);
    }
  }
  return [...directory.values()];
}
