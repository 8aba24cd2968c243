import type { Segment } from '../../shared/ids.ts';
import type { Sequence } from '../../shared/sequence.ts';
import type { Database, DatabaseInfo, Revision, StoredDocument } from '../../sync/store/storage.ts';

/** Reads an events database as the intake needs it: every leaf of every moved document. */

export interface Leaf {
  readonly segment: Segment;
  readonly rev: string;
  readonly document: unknown;
}

export interface Moved {
  readonly id: string;
  /** Null when there are several leaves, to be read by `leavesOf`. */
  readonly only: Leaf | null;
}

export interface Page {
  readonly moved: readonly Moved[];
  readonly lastSeq: Sequence;
  /** Events held when the page was read. */
  readonly documents: number;
}

export class SegmentReader {
  readonly segment: Segment;
  readonly #database: Database;

  constructor(segment: Segment, database: Database) {
    this.segment = segment;
    this.#database = database;
  }

  info(): Promise<DatabaseInfo> {
    return this.#database.info();
  }

  /** Takes documents over as they are; durable when it resolves. */
  carry(documents: readonly StoredDocument[]): Promise<void> {
    return this.#database.carry(documents);
  }

  async page(since: Sequence, limit: number): Promise<Page> {
    const { moved, lastSeq } = await this.#database.leaves({ since, limit });
    const { documents } = await this.#database.info();
    return {
      moved: moved.map(({ id, only }) => ({ id, only: only && this.#leaf(only) })),
      lastSeq,
      documents,
    };
  }

  /** Every content held under an id; none when the id isn't there. */
  async leavesOf(id: string): Promise<readonly Leaf[]> {
    return (await this.#database.leavesOf(id)).map((document) => this.#leaf(document));
  }

  /** Documents at given revisions, in the order asked; what isn't there is left out. */
  fetch(wanted: readonly Revision[]): Promise<readonly StoredDocument[]> {
    return this.#database.fetch(wanted.map(({ id, rev }) => ({ id, rev })));
  }

  #leaf(document: StoredDocument): Leaf {
    return { segment: this.segment, rev: document._rev, document };
  }
}
