import type { DirectoryDocument } from '../../shared/contracts/documents/directory.ts';
import type { JournalEntry } from '../../shared/contracts/documents/journal.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import { erasedId, ownerOf } from '../directory/erased.ts';
import { prevailing } from '../directory/prevailing.ts';
import { openJournalEntry } from '../journal/journal-chain.ts';

/** The directory that a journal makes, entry by entry from its first on ([DIR1]). */
export class JournalReplay {
  readonly #siteKey: SealingKey;
  readonly #directory = new Map<string, DirectoryDocument>();

  constructor(siteKey: SealingKey) {
    this.#siteKey = siteKey;
  }

  /** The next entry. @throws ReanError `seal.broken` where the key is another site's */
  take(entry: JournalEntry): void {
    const directory = this.#directory;
    const { documents, recovered } = openJournalEntry(entry, this.#siteKey);
    for (const document of withoutErased(documents, directory)) {
      const held = directory.get(document._id);
      const decided = recovered !== undefined || held === undefined;
      directory.set(document._id, decided ? document : prevailing(held, document));
    }
  }

  get documents(): readonly DirectoryDocument[] {
    return [...this.#directory.values()];
  }
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
