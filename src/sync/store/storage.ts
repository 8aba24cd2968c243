import type { Observable } from 'rxjs';
import type { Sequence } from '../../shared/sequence.ts';

/**
 * The storage port: what Rean asks of a place that keeps documents. LevelDB, memory and a hub over
 * HTTP all pass one contract suite (tests/contract), so that the adapter can change ([STO1]).
 */

/** A document as kept: shape unknown but for its id and revision. Parse before use. */
export interface StoredDocument {
  readonly _id: string;
  readonly _rev: string;
  readonly [member: string]: unknown;
}

/** A document to write. `_rev` names the revision it replaces; none means that it is new. */
export interface NewDocument {
  readonly _id: string;
  readonly _rev?: string;
  readonly _deleted?: boolean;
  readonly [member: string]: unknown;
}

export interface PutConflict {
  readonly id: string;
  readonly ok: false;
}

export interface PutDone {
  readonly id: string;
  readonly ok: true;
  readonly rev: string;
}

export type PutOutcome = PutDone | PutConflict;

/** One moved document. */
export interface Change {
  readonly id: string;
  readonly seq: Sequence;
  readonly rev: string;
  readonly deleted: boolean;
}

export interface ChangesPage {
  readonly changes: readonly Change[];
  /** Where to go on from. */
  readonly lastSeq: Sequence;
}

export interface ChangesQuery {
  readonly since: Sequence;
  readonly limit: number;
}

/** A document named by id and revision. */
export interface Revision {
  readonly id: string;
  readonly rev: string;
}

/** A moved document with every branch it has. */
export interface MovedLeaves {
  readonly id: string;
  /** Its content where it has one branch only; null where `leavesOf` has to be asked. */
  readonly only: StoredDocument | null;
}

export interface LeavesPage {
  readonly moved: readonly MovedLeaves[];
  readonly lastSeq: Sequence;
}

/** Both ends count. */
export interface Range {
  readonly from: string;
  readonly to: string;
  readonly limit?: number;
  readonly descending?: boolean;
}

export interface DatabaseInfo {
  readonly documents: number;
  readonly updateSeq: Sequence;
}

/**
 * What replication asks of a database, wherever it lies: on this PC or at a hub. Methods reject with
 * a ReanError; those of a hub with its `hub.*` codes.
 */
export interface SharedDatabase {
  readonly name: string;
  /** The winning revision; null when missing or deleted. */
  get(id: string): Promise<StoredDocument | null>;
  /**
   * Takes documents over as they are, revisions included, as replication does; all in one atomic
   * write. Documents already held are left as they are.
   */
  carry(documents: readonly StoredDocument[]): Promise<void>;
  /** Documents with their revision history, for `carry` elsewhere; missing ones are left out. */
  fetchForCarrying(changes: readonly Change[]): Promise<readonly StoredDocument[]>;
  /** Moved documents after `since`, oldest first, each once with its newest revision. */
  changes(query: ChangesQuery): Promise<ChangesPage>;
  info(): Promise<DatabaseInfo>;
  /** A document of this database alone, never replicated. `name` has no `_local/` before it. */
  getLocal(name: string): Promise<StoredDocument | null>;
  /** Writes over whatever is there. */
  putLocal(name: string, body: Readonly<Record<string, unknown>>): Promise<void>;
  close(): Promise<void>;
}

/**
 * A database of one's own: on this PC, or in a CouchDB. Every promise of a write resolves only once the write is durable
 * ([STO2]). Rejects with `store.full`, `store.unopenable` (damage found while reading),
 * `store.closed` or `unexpected`.
 */
export interface Database extends SharedDatabase {
  /** Resolves to the new revision. Rejects with `store.conflict` when `_rev` is not the newest. */
  put(document: NewDocument): Promise<string>;
  /** All in one atomic write, but for those in conflict, which are left out and told. */
  putMany(documents: readonly NewDocument[]): Promise<readonly PutOutcome[]>;
  /** As above, atomic together with `local` documents, if any. */
  carry(documents: readonly StoredDocument[], local?: readonly LocalDocument[]): Promise<void>;
  /** As `get` of each, in the order of the ids: much less work than one after another. */
  getMany(ids: readonly string[]): Promise<readonly (StoredDocument | null)[]>;
  /** Documents by id order, deleted ones left out. */
  range(range: Range): Promise<readonly StoredDocument[]>;
  /** As `changes`, until the database is closed, upon which it completes. Errors with a ReanError. */
  changes$(since: Sequence): Observable<Change>;
  /** As `changes`, with the contents of every branch: one id written twice has two. */
  leaves(query: ChangesQuery): Promise<LeavesPage>;
  /** Every content held under an id; none when it isn't there. */
  leavesOf(id: string): Promise<readonly StoredDocument[]>;
  /** Documents at just these revisions; what isn't there is left out. */
  fetch(wanted: readonly Revision[]): Promise<readonly StoredDocument[]>;
}

/** A `_local/` document for `carry`; `_rev` is the one held, if any. */
export interface LocalDocument {
  readonly name: string;
  readonly _rev?: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Where databases lie. `name`: lower-case letters, digits and hyphens, at most 64. */
export interface Databases {
  /**
   * Opens, making it when new; the same object for the same name. Really open when it resolves.
   * Rejects with `store.unopenable`, `store.in-use` or `store.full`.
   */
  open(name: string): Promise<Database>;
  /** Names of databases there, open or not. Ones set aside are left out. */
  list(): Promise<readonly string[]>;
  /** Closes and deletes; nothing happens when it isn't there. */
  destroy(name: string): Promise<void>;
  close(): Promise<void>;
}

/** A folder of databases on this PC, where damaged ones are set aside. */
export interface Storage extends Databases {
  /** Closes, and renames to `<name>.set-aside-<n>`, which is kept. Resolves to that new name. */
  setAside(name: string): Promise<string>;
  /** Names that earlier stores of this name were set aside under. */
  asides(name: string): Promise<readonly string[]>;
  /** Databases of which stores were set aside, whether one was begun anew under the name or not. */
  namesSetAside(): Promise<readonly string[]>;
  /**
   * Hands over whatever documents can still be read in one set aside, in pages, in no order and
   * unchecked; reads from a repaired copy, so that the original stays as it is. What the disk won't
   * give is left out. Resolves to whether all of it could be read; rejects where no copy can be made
   * (`store.full`), and as `take` does: then it is worth another try.
   */
  salvage(
    aside: string,
    take: (page: readonly StoredDocument[]) => Promise<void>,
  ): Promise<boolean>;
}
