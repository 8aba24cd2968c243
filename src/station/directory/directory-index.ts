import { BehaviorSubject } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Generation } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import type { Keys } from '../keyring/keys.ts';
import type { Batch } from '../replica/follow-database.ts';
import type { Directory } from './directory.ts';
import { DirectoryTables } from './directory-tables.ts';

/** The directory as windows see it: whole from the first look, and never half a generation. */
export class DirectoryIndex {
  readonly #log: Log;
  readonly #current: BehaviorSubject<Directory>;
  #tables: DirectoryTables;
  #whole = false;
  #keys: Keys | null = null;
  #tellLoaded: () => void = () => undefined;
  /**
   * Resolves once what lay on the disk at the start has been read, or there was nothing: until then
   * nobody can tell a stranger from a learner not read yet.
   */
  readonly loaded: Promise<void>;

  constructor(log: Log) {
    this.loaded = new Promise((resolve) => {
      this.#tellLoaded = resolve;
    });
    this.#log = log;
    this.#tables = new DirectoryTables(log, null, null);
    this.#current = new BehaviorSubject(this.#tables.snapshot());
  }

  /** The newest directory at once, then after every batch. */
  get directory$(): Observable<Directory> {
    return this.#current;
  }

  get directory(): Directory {
    return this.#current.value;
  }

  useKeys(keys: Keys | null): void {
    this.#keys = keys;
    this.#tables.useKeys(keys);
    this.#tell();
  }

  apply({ documents, removed, caughtUp }: Batch): void {
    for (const id of removed) this.#tables.forget(id);
    for (const document of documents) this.#tables.take(document);
    this.#whole ||= caughtUp;
    this.#tell();
    if (this.#whole) this.#tellLoaded();
  }

  /** There is nothing to read now, or it can't be read. */
  endLoading(): void {
    this.#tellLoaded();
  }

  /** Another generation follows; until it has been read to its end, the last one stays in sight. */
  beginGeneration(generation: Generation): void {
    this.#tables = new DirectoryTables(this.#log, this.#keys, generation);
    this.#whole = false;
  }

  #tell(): void {
    if (this.#whole) this.#current.next(this.#tables.snapshot());
  }
}
