import * as z from 'zod';
import type { Segment } from '../../shared/ids.ts';
import { storeError } from '../../sync/store/store-errors.ts';
import type { Database } from '../../sync/store/storage.ts';
import { leafPouch } from './leaf-pouch.ts';
import type { LeafPouch } from './leaf-pouch.ts';

/** Reads an events database as the intake needs it: every leaf of every moved document. */

const pageSchema = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      changes: z.array(z.object({ rev: z.string() })).min(1),
      doc: z.looseObject({ _rev: z.string() }).nullish(),
    }),
  ),
  last_seq: z.number(),
});

const leavesSchema = z.array(
  z.object({ ok: z.looseObject({ _id: z.string(), _rev: z.string() }).optional() }),
);

const bulkGetSchema = z.object({
  results: z.array(
    z.object({ docs: z.array(z.object({ ok: z.looseObject({ _rev: z.string() }).optional() })) }),
  ),
});

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
  readonly lastSeq: number;
}

export class SegmentReader {
  readonly segment: Segment;
  readonly #database: Database;
  readonly #pouch: LeafPouch;

  constructor(segment: Segment, database: Database) {
    this.segment = segment;
    this.#database = database;
    this.#pouch = leafPouch(database.pouch);
  }

  async updateSeq(): Promise<number> {
    return (await this.#database.info()).updateSeq;
  }

  /** Events held. */
  async count(): Promise<number> {
    return (await this.#database.info()).documents;
  }

  async page(since: number, limit: number): Promise<Page> {
    const options = { since, limit, style: 'all_docs', include_docs: true } as const;
    const found = await this.#run(() => this.#pouch.changes(options));
    const { results, last_seq } = pageSchema.parse(found);
    const moved = results.map(({ id, changes, doc }) => {
      const single = changes.length === 1 && doc;
      const only = single ? { segment: this.segment, rev: doc._rev, document: doc } : null;
      return { id, only };
    });
    return { moved, lastSeq: last_seq };
  }

  /** Every content held under an id; none when the id isn't there. */
  async leavesOf(id: string): Promise<readonly Leaf[]> {
    const found = await this.#run(() =>
      this.#pouch.get(id, { open_revs: 'all' }).catch((error: unknown) => {
        if (isMissing(error)) return [];
        throw error;
      }),
    );
    return leavesSchema.parse(found).flatMap(({ ok }) => {
      return ok ? [{ segment: this.segment, rev: ok._rev, document: ok }] : [];
    });
  }

  /** Documents at given revisions, in the order asked; what isn't there is left out. */
  async fetch(wanted: readonly { readonly id: string; readonly rev: string }[]) {
    if (wanted.length === 0) return [];
    const docs = wanted.map(({ id, rev }) => ({ id, rev }));
    const { results } = bulkGetSchema.parse(await this.#run(() => this.#pouch.bulkGet({ docs })));
    return results.flatMap(({ docs: found }) =>
      found.flatMap(({ ok }) => (ok === undefined ? [] : [ok])),
    );
  }

  async #run(read: () => PromiseLike<unknown>): Promise<unknown> {
    try {
      const found = await read();
      // PouchDB takes a damaged file for a missing document: the port knows better, and says so.
      await this.#database.info();
      return found;
    } catch (error) {
      throw storeError(error, this.segment);
    }
  }
}

function isMissing(error: unknown): boolean {
  return z.looseObject({ status: z.literal(404) }).safeParse(error).success;
}
