import { directoryDocumentSchema } from '../../shared/contracts/documents/directory.ts';
import type { DirectoryDocument } from '../../shared/contracts/documents/directory.ts';
import { ReanError } from '../../shared/errors.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { canonicalHash } from '../../sync/envelope/canonical.ts';
import type { Database, NewDocument, StoredDocument } from '../../sync/store/storage.ts';
import { erasedId, ownerOf, tracesOf } from './erased.ts';
import { prevailing } from './prevailing.ts';

/** The directory database, written by the hub alone. */
export class Directory {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Puts documents in, each prevailing over what was there by [DIR3]; doing it twice changes
   * nothing. All in one atomic write. What erases a learner takes away what there is of them, and
   * nothing of them is put in again ([ERA1]).
   */
  async apply(documents: readonly DirectoryDocument[]): Promise<void> {
    const changed: NewDocument[] = [];
    for (const document of await this.#effective(documents)) {
      const held = await this.#database.get(document._id);
      const next = held === null ? document : prevailing(parseDocument(held), document);
      if (held === null || next === document) changed.push(withRevision(next, held));
    }
    await this.#write([...changed, ...(await this.#tracesOf(documents))]);
  }

  /** Less what belongs to somebody erased, now or before. */
  async #effective(documents: readonly DirectoryDocument[]): Promise<DirectoryDocument[]> {
    const now = new Set(documents.flatMap((each) => (each.type === 'erased' ? each.learner : [])));
    const effective: DirectoryDocument[] = [];
    for (const document of documents) {
      const owner = ownerOf(document);
      const gone = owner !== null && (now.has(owner) || (await this.isErased(owner)));
      if (!gone) effective.push(document);
    }
    return effective;
  }

  /** Whether a learner's record was erased. */
  async isErased(learner: LearnerId): Promise<boolean> {
    return (await this.#database.get(erasedId(learner))) !== null;
  }

  async #tracesOf(documents: readonly DirectoryDocument[]): Promise<readonly NewDocument[]> {
    const traces: NewDocument[] = [];
    for (const document of documents) {
      if (document.type !== 'erased') continue;
      for (const from of tracesOf(document.learner)) {
        const held = await this.#database.range({ from, to: `${from}\uffff` });
        traces.push(...held.map(({ _id, _rev }) => ({ _id, _rev, _deleted: true })));
      }
    }
    return traces;
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
    for (const document of await this.#effective(documents)) {
      const held = await this.#database.get(document._id);
      if (held !== null && canonicalHash(parseDocument(held)) === canonicalHash(document)) continue;
      changed.push(withRevision(document, held));
    }
    await this.#write([...changed, ...(await this.#tracesOf(documents))]);
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
