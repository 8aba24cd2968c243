import type {
  DirectoryDocument,
  JournalEntry,
} from '../../shared/contracts/documents/directory.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import { erasedId, ownerOf } from '../directory/erased.ts';
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
    for (const document of withoutErased(documents, directory)) {
      const held = directory.get(document._id);
      const decided = recovered !== undefined || held === undefined;
      directory.set(document._id, decided ? document : prevailing(held, document));
    }
  }
  return [...directory.values()];
}

/** As the directory takes them ([ERA1]): what erases a learner takes away the rest, for good. */
function withoutErased(
  documents: readonly DirectoryDocument[],
  directory: Map<string, DirectoryDocument>,
): readonly DirectoryDocument[] {
  const now = new Set(documents.flatMap((each) => (each.type === 'erased' ? each.learner : [])));
  for (const [id, held] of now.size === 0 ? [] : directory) {
    const owner = ownerOf(held);
    if (owner !== null && now.has(owner)) directory.delete(id);
  }
  return documents.filter((document) => {
    const owner = ownerOf(document);
    return owner === null || !(now.has(owner) || directory.has(erasedId(owner)));
  });
}
