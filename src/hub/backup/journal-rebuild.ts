import type { DirectoryDocument } from '../../shared/contracts/documents/directory.ts';
import type { JournalEntry } from '../../shared/contracts/documents/journal.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Database } from '../../sync/store/storage.ts';
import { JournalCheck } from '../journal/journal-check.ts';
import type { RebuildKeys } from './rebuild-site.ts';
import { JournalReplay } from './replay-journal.ts';

const batchSize = 500;

interface JournalRebuildOptions {
  /** The backup's, for who is told what is wrong with it. */
  readonly folder: string;
  readonly keys: RebuildKeys;
}

/**
 * A journal put into its database entry by entry, each checked against the one before, with the
 * directory that follows from it: never more than a page of it is in memory, however long it is.
 */
export class JournalRebuild {
  readonly #journal: Database;
  readonly #folder: string;
  readonly #check: JournalCheck;
  readonly #replay: JournalReplay;
  #batch: JournalEntry[] = [];

  constructor(journal: Database, { folder, keys }: JournalRebuildOptions) {
    this.#journal = journal;
    this.#folder = folder;
    this.#check = new JournalCheck(keys.hubKeys);
    this.#replay = new JournalReplay(keys.siteKey);
  }

  /** The next entry. @throws ReanError `backup.unverified` where it does not follow, `seal.broken`, `store.*` */
  async take(entry: JournalEntry): Promise<void> {
    if (!this.#check.take(entry)) throw unverified(this.#folder, entry._id);
    this.#replay.take(entry);
    this.#batch.push(entry);
    if (this.#batch.length >= batchSize) await this.#flush();
  }

  async finish() {
    await this.#flush();
    const directory: readonly DirectoryDocument[] = this.#replay.documents;
    const { entries, head } = this.#check;
    return { entries, head, directory };
  }

  async #flush(): Promise<void> {
    if (this.#batch.length > 0) await this.#journal.putMany(this.#batch);
    this.#batch = [];
  }
}

/** The journal of a backup is not what its manifest says, or not this site's. */
export function unverified(folder: string, at: string): ReanError {
  return new ReanError('backup.unverified', { path: folder, what: 'journal', at });
}
