import { directoryDocumentSchema } from '../../shared/contracts/documents/directory.ts';
import type { DirectoryDocument } from '../../shared/contracts/documents/directory.ts';
import { ReanError } from '../../shared/errors.ts';
import { canonicalHash } from '../../sync/envelope/canonical.ts';
import type { Database, NewDocument, StoredDocument } from '../../sync/store/storage.ts';
import { prevailing } from './prevailing.ts';

/** The directory database, written by the hub alone. */
export class Directory {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Puts documents in, each prevailing over what was there by [DIR3]; doing it twice changes
   * nothing. All in one atomic write.
   */
  async apply(documents: readonly DirectoryDocument[]): Promise<void> {
    const changed: NewDocument[] = [];
    for (const document of documents) {
      const held = await this.#database.get(document._id);
      const next = held === null ? document : prevailing(parseDocument(held), document);
      if (held === null || next === document) changed.push(withRevision(next, held));
    }
    await this.#write(changed);
  }

  async #write(changed: readonly NewDocument[]): Promise<void> {
    if (changed.length === 0) return;
    const outcomes = await this.#database.putMany(changed);
    const conflict = outcomes.find(({ ok }) => !ok);
    if (conflict) throw new ReanError('store.conflict', { id: conflict.id });
  }

  /** Puts documents in place of what was there, whatever it was; doing it twice changes nothing. */
  async replace(documents: readonly DirectoryDocument[]): Promise<void> {
    const changed: NewDocument[] = [];
    for (const document of documents) {
      const held = await this.#database.get(document._id);
      if (held !== null && canonicalHash(parseDocument(held)) === canonicalHash(document)) continue;
      changed.push(withRevision(document, held));
    }
    await this.#write(changed);
  }

  /** Every document there is, or those whose id begins with `prefix`. */
  async all(prefix = ''): Promise<readonly DirectoryDocument[]> {
    const stored = await this.#database.range({ from: prefix, to: `${prefix}\uffff` });
    return stored.map(parseDocument);
  }
}

/** SHA-256 over a whole directory, whatever order it comes in, hex. */
export function directoryDigest(documents: readonly DirectoryDocument[]): string {
  return canonicalHash(documents.toSorted((a, b) => (a._id < b._id ? -1 : 1)));
}

function withRevision(document: DirectoryDocument, held: StoredDocument | null): NewDocument {
  return held === null ? document : { ...document, _rev: held._rev };
}

function parseDocument({ _rev, ...stored }: StoredDocument): DirectoryDocument {
  const document = directoryDocumentSchema.safeParse(stored);
  if (document.success) return document.data;
  throw new ReanError('shape.invalid', { what: 'directory', id: stored._id }, document.error);
}
