import * as z from 'zod';
import type { Sequence } from '../../shared/sequence.ts';
import type { ChangesQuery, LeavesPage, StoredDocument } from './storage.ts';

/** Characters kept of each database: what eight stations send at a time. */
const mostKept = 8 * 1024 * 1024;

interface Page {
  /** Update sequences: the first document's comes next after it; the last document's. */
  readonly after: number;
  readonly upTo: number;
  readonly documents: readonly StoredDocument[];
  readonly characters: number;
}

/**
 * What was carried into a database a moment ago, by update sequence, for a reader who wants it at once
 * and need not have it read from the disk again. Only what is durable gets here; what is not here is
 * on the disk all the same.
 */
export class WrittenPages {
  #pages: readonly Page[] = [];

  /** Documents of which each was new, in the order of their sequences, the last one's being `upTo`. */
  keep(documents: readonly StoredDocument[], upTo: number): void {
    const characters = documents.reduce((sum, each) => sum + charactersOf(each), 0);
    const page = { after: upTo - documents.length, upTo, documents, characters };
    const pages = [...this.#pages, page];
    let left = pages.reduce((sum, each) => sum + each.characters, 0);
    this.#pages = pages.filter((each) => {
      const stays = left <= mostKept;
      if (!stays) left -= each.characters;
      return stays;
    });
  }

  /**
   * What a database's `leaves` would read from the disk; null when not all of it is here. Lets go of
   * what lies before.
   * @param newest where the database stands: only there may a page be shorter than asked
   */
  read({ since, limit }: ChangesQuery, newest: Sequence): LeavesPage | null {
    if (typeof since !== 'number') return null;
    this.#pages = this.#pages.filter(({ upTo }) => upTo > since);
    const found: StoredDocument[] = [];
    for (const { after, documents } of this.#pages) {
      const at = since + found.length - after;
      if (at < 0 || found.length >= limit) break;
      found.push(...documents.slice(at, at + limit - found.length));
    }
    const lastSeq = since + found.length;
    if (found.length === 0 || (found.length < limit && lastSeq !== newest)) return null;
    return { moved: found.map((only) => ({ id: only._id, only })), lastSeq };
  }
}

function charactersOf(document: StoredDocument): number {
  return Object.values(document).reduce<number>((sum, member) => {
    if (typeof member === 'string') return sum + member.length;
    return sum + (typeof member === 'object' ? JSON.stringify(member).length : 1);
  }, 0);
}

interface Counters {
  readonly update_seq: number;
  readonly doc_count: number;
}

/** Of each document; none for one that was there already. */
type Written = { readonly ok?: boolean } | undefined;
type Answer = (error: unknown, written?: readonly Written[]) => void;

interface Request {
  readonly docs: readonly StoredDocument[];
}

/** What an adapter puts on each database, as far as it is used here. */
interface Adapted {
  _bulkDocs(request: Request, options: { readonly new_edits: boolean }, answer: Answer): void;
  /** As they are when it is called. */
  _info(done: (error: unknown, counters: Counters) => void): void;
}

type Adapter = (this: Adapted, options: unknown, done: unknown) => void;
const adapterSchema = z.custom<Adapter>((value) => typeof value === 'function');

const pagesByDatabase = new WeakMap<object, WrittenPages>();

/** What was carried into this PouchDB lately, through this object. */
export function writtenPages(pouch: object): WrittenPages | null {
  return pagesByDatabase.get(pouch) ?? null;
}

/**
 * The adapter, but for its keeping what was carried in. Whatever else is written, by whomever, moves the
 * counters otherwise than the documents of one request alone, and then nothing is kept of it.
 */
export function withWrittenPages(adapter: object): Adapter {
  const inner = adapterSchema.parse(adapter);
  return function keepingAdapter(options, done) {
    inner.call(this, options, done);
    const pages = new WrittenPages();
    pagesByDatabase.set(this, pages);
    const bulkDocs = this._bulkDocs;
    let before: Counters | null = null;
    this._bulkDocs = (request, asked, answer) => {
      // Writes queue up: only the first finds the counters as they are before it.
      if (before === null) this._info((_error, counters) => (before ??= counters));
      bulkDocs(request, asked, (error, written = []) => {
        this._info((_error, after) => {
          const isCarried = !error && !asked.new_edits;
          const isAll = isCarried && allNew(written, request.docs.length, { before, after });
          if (isAll) pages.keep(request.docs.map(asStored), after.update_seq);
          before = after;
          answer(error, written);
        });
      });
    };
  };
}

/** Whether each document of a request was new to the database, and nothing else was written. */
function allNew(
  written: readonly Written[],
  count: number,
  { before, after }: { readonly before: Counters | null; readonly after: Counters },
): boolean {
  if (before === null || written.filter((each) => each?.ok === true).length !== count) return false;
  const moved = after.update_seq - before.update_seq;
  return moved === count && after.doc_count - before.doc_count === count;
}

/** Less what PouchDB keeps apart from the document. */
function asStored({ _revisions, _rev_tree: _tree, ...document }: StoredDocument): StoredDocument {
  return document;
}
