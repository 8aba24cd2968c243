import { EMPTY, defer } from 'rxjs';
import LevelPouch from 'pouchdb-adapter-leveldb-core';
import { ReanError, isReanError } from '../../shared/errors.ts';
import { withSafeLatest } from './latest-revision.ts';
import { awaitDone } from './level.ts';
import type { Level, LevelDone } from './level.ts';
import type { DurableLevel } from './durable-level.ts';
import { PouchDB } from './pouch.ts';
import type { PouchConstructor } from './pouch.ts';
import { PouchDatabase } from './pouch-database.ts';
import { openError, storeError } from './store-errors.ts';
import { withWrittenPages } from './written-pages.ts';
import { readRevisions } from './read-revisions.ts';
import type { Storage, StoredDocument } from './storage.ts';

const adapterName = 'rean-level';
PouchDB.adapter(
  adapterName,
  Object.assign(withWrittenPages(withSafeLatest(LevelPouch)), {
    valid: () => true,
    use_prefix: false,
  }),
  false,
);

/** The place under a storage: where its levels lie, and how they are moved and removed. */
export interface LevelFolder {
  /** Put before a database's name to make its level's location; unique in this process. */
  readonly prefix: string;
  makeLevel(location: string): DurableLevel;
  /** Names of databases there, ones set aside too. */
  list(): Promise<readonly string[]>;
  rename(from: string, to: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** A copy of this one's files, repaired as far as can be. */
  repairedCopy(name: string): Promise<RepairedCopy>;
  removeCopy(name: string): Promise<void>;
  /** Makes a new database's entry in the folder itself durable. */
  settle(): Promise<void>;
}

export interface RepairedCopy {
  /** Not opened yet. */
  readonly level: Level;
  /** Whether all of the files could be read. */
  readonly whole: boolean;
}

export interface PouchStorageOptions {
  /** Revisions remembered of each document, newest first. Their bodies are dropped at once. */
  readonly revisions: number;
}

const databaseName = /^[a-z][a-z0-9-]{0,63}$/;

/** Storage through PouchDB over any kind of level ([STO1]). */
export class PouchStorage implements Storage {
  /** One database is opened once: a second opening has PouchDB read its counters anew. */
  readonly #PouchDB: PouchConstructor;
  readonly #folder: LevelFolder;
  readonly #levels = new Map<string, DurableLevel>();
  readonly #open = new Map<string, Promise<PouchDatabase>>();
  /** Databases on their way out, by name: until one is gone, none of its name is opened. */
  readonly #leaving = new Map<string, Promise<unknown>>();
  #closed = false;

  constructor(folder: LevelFolder, options: PouchStorageOptions) {
    this.#folder = folder;
    this.#PouchDB = bindPouch(folder, options, (location) => this.#makeLevel(location));
  }

  open(name: string): Promise<PouchDatabase> {
    checkName(name);
    const held = this.#open.get(name);
    if (held) return held;
    if (this.#closed) return Promise.reject(new ReanError('store.closed', { database: name }));
    const forget = () => {
      if (this.#open.get(name) === opening) this.#open.delete(name);
    };
    const opening = this.#gone(name).then(() => this.#reallyOpen(name, forget));
    this.#open.set(name, opening);
    opening.catch(forget);
    return opening;
  }

  async list(): Promise<readonly string[]> {
    const names = await this.#folder.list();
    return names.filter((name) => databaseName.test(name)).sort();
  }

  async destroy(name: string): Promise<void> {
    checkName(name);
    await this.#leave(name, async (database) => {
      await database?.destroy();
      await this.#folder.remove(name);
    });
  }

  async setAside(name: string): Promise<string> {
    checkName(name);
    return this.#leave(name, async (database) => {
      await database?.close();
      const taken = await this.asides(name);
      let count = 1;
      while (taken.includes(asideName(name, count))) count += 1;
      const aside = asideName(name, count);
      await this.#folder.rename(name, aside);
      return aside;
    });
  }

  async asides(name: string): Promise<readonly string[]> {
    const prefix = `${name}.set-aside-`;
    const names = await this.#folder.list();
    return names.filter(
      (each) => each.startsWith(prefix) && /^\d+$/.test(each.slice(prefix.length)),
    );
  }

  async namesSetAside(): Promise<readonly string[]> {
    const names = (await this.#folder.list()).flatMap((each) => asideOf.exec(each)?.[1] ?? []);
    return [...new Set(names)].sort();
  }

  async salvage(
    aside: string,
    take: (page: readonly StoredDocument[]) => Promise<void>,
  ): Promise<boolean> {
    try {
      const { level, whole } = await this.#folder.repairedCopy(aside);
      let broken = false;
      for await (const page of pagesOf(level, () => (broken = true))) await take(page);
      return whole && !broken;
    } catch (error) {
      throw storeError(error, aside);
    } finally {
      await this.#folder.removeCopy(aside);
    }
  }

  /** What takes a database away: it alone holds it, and who opens that name waits. */
  #leave<Result>(
    name: string,
    work: (database: PouchDatabase | null) => Promise<Result>,
  ): Promise<Result> {
    const held = this.#open.get(name);
    this.#open.delete(name);
    const leaving = this.#gone(name).then(async () =>
      work((await held?.catch(() => null)) ?? null),
    );
    this.#leaving.set(name, leaving);
    const forget = () => {
      if (this.#leaving.get(name) === leaving) this.#leaving.delete(name);
    };
    leaving.then(forget, forget);
    return leaving;
  }

  async #gone(name: string): Promise<void> {
    await this.#leaving.get(name)?.catch(() => undefined);
  }

  async close(): Promise<void> {
    this.#closed = true;
    const opened = await Promise.allSettled(this.#open.values());
    await Promise.all(
      opened.map((each) => (each.status === 'fulfilled' ? each.value.close() : undefined)),
    );
  }

  async #reallyOpen(name: string, onClose: () => void): Promise<PouchDatabase> {
    const location = this.#folder.prefix + name;
    const isNew = !(await this.#folder.list()).includes(name);
    const pouch = new this.#PouchDB(name);
    try {
      // PouchDB tells of a failed opening only at the first operation.
      await pouch.info();
      const damage = this.#levels.get(location)?.damage;
      if (damage) throw damage;
      if (isNew) await this.#folder.settle();
    } catch (error) {
      await pouch.close().catch(() => undefined);
      throw openError(error, location);
    }
    return new PouchDatabase({
      name,
      pouch,
      nameError: (error) => storeError(error, name),
      damage: () => this.#levels.get(location)?.damage ?? null,
      mend: async () => this.#levels.get(location)?.mend(),
      isLost: () => this.#levels.get(location)?.isLost ?? false,
      broken$: defer(() => this.#levels.get(location)?.broken$ ?? EMPTY),
      onClose,
    });
  }

  #makeLevel(location: string): DurableLevel {
    const level = this.#folder.makeLevel(location);
    this.#levels.set(location, level);
    return level;
  }
}

/** All that can be read; `noteBroken` hears of what can't. Rejects where another try may read more. */
async function* pagesOf(level: Level, noteBroken: () => void) {
  try {
    await awaitDone((done) => level.open({ createIfMissing: false }, done));
    yield* readRevisions(level);
  } catch (error) {
    if (isReanError(openError(error, 'copy'), 'store.full') || isPassing(error)) throw error;
    noteBroken();
  } finally {
    await awaitDone((done) => level.close(done)).catch(() => undefined);
  }
}

/** Of a PC that has too much open at the moment, or too little memory. */
function isPassing(error: unknown): boolean {
  return /Too many open files|Cannot allocate memory/.test(String(error));
}

const asideOf = /^([a-z][a-z0-9-]{0,63})\.set-aside-\d+$/;
const asideName = (name: string, count: number) => `${name}.set-aside-${count}`;

function checkName(name: string): void {
  if (!databaseName.test(name)) throw new ReanError('shape.invalid', { database: name });
}

let storages = 0;

/**
 * The PouchDB constructor for one folder. The adapter shares open levels by the factory's name and
 * location, so each storage gets a factory name of its own: a second storage on the same folder is
 * then refused by the level's lock, and does not share its files unawares.
 */
function bindPouch(
  { prefix }: LevelFolder,
  { revisions }: PouchStorageOptions,
  makeLevel: (location: string) => DurableLevel,
): PouchConstructor {
  storages += 1;
  const destroy = (_location: string, done: LevelDone) => done();
  const db = Object.defineProperty(
    Object.assign((location: string) => makeLevel(location), { destroy }),
    'name',
    { value: `rean-level-${storages}` },
  );
  const options = {
    adapter: adapterName,
    prefix,
    db,
    revs_limit: revisions,
    auto_compaction: true,
  };
  return PouchDB.defaults(options);
}
