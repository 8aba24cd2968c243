import type { Range, StoredDocument } from '../storage.ts';

/** Remembered of a database; a copy that lags by more writes than these is no longer made up for. */
const mostRemembered = 4096;

interface Written {
  readonly rev: string;
  readonly deleted: boolean;
}

/**
 * What was last written here, by id. CouchDB reads a list from one copy of a cluster, which may not have
 * heard of it yet; a single document from a majority of them, one of which has ([CDB9]).
 */
export class OwnWrites {
  readonly #written = new Map<string, Written>();

  note(id: string, written: Written): void {
    // Newest last, so that the oldest go first.
    this.#written.delete(id);
    this.#written.set(id, written);
    if (this.#written.size <= mostRemembered) return;
    for (const oldest of this.#written.keys()) {
      this.#written.delete(oldest);
      return;
    }
  }

  /** Ids that a list tells otherwise than was written: an older body, or none, or one that was deleted. */
  missedBy(rows: readonly StoredDocument[], range: Range): readonly string[] {
    const listed = new Map(rows.map(({ _id, _rev }) => [_id, _rev]));
    return [...this.#written].flatMap(([id, written]) => {
      if (!isWithin(id, rows, range)) return [];
      const rev = listed.get(id);
      if (rev === undefined) return written.deleted ? [] : [id];
      return isOlder(rev, written.rev) ? [id] : [];
    });
  }
}

/** What lies beyond the end of a page that is full comes with the next one. */
function isWithin(id: string, rows: readonly StoredDocument[], range: Range): boolean {
  const { from, to, limit, descending = false } = range;
  if (id < from || id > to) return false;
  const last = rows.at(-1);
  if (last === undefined || limit === undefined || rows.length < limit) return true;
  return descending ? id > last._id : id < last._id;
}

/** Of the same number the winner is CouchDB's to say. */
function isOlder(rev: string, than: string): boolean {
  return numberOf(rev) < numberOf(than);
}

const numberOf = (rev: string) => Number.parseInt(rev, 10);
