import { BehaviorSubject } from 'rxjs';
import type { Observable } from 'rxjs';
import * as z from 'zod';
import { isReanError } from '../../shared/errors.ts';
import { generationSchema } from '../../shared/ids.ts';
import { sequenceSchema } from '../../shared/sequence.ts';
import type { Sequence } from '../../shared/sequence.ts';
import type { Generation } from '../../shared/ids.ts';
import { openOrSetAside } from '../store/set-aside.ts';
import type { Database, Storage, StoredDocument } from '../store/storage.ts';
import { pullTargets } from './replication-state.ts';
import type { Pulled, PullTarget } from './replication-state.ts';
import type { SyncMemory } from './sync-memory.ts';

/** The hub's databases as pulled, of one generation. */
export interface Replica {
  readonly generation: Generation;
  readonly directory: Database;
  readonly journal: Database;
  readonly state: Database;
}

const markName = 'pulled';
const replicaName = /^(directory|journal|state)-([0-9a-f]{16})$/;

const markSchema = z.looseObject({
  _rev: z.string(),
  /** The hub's update sequence this database was pulled up to. */
  since: sequenceSchema,
  /** The highest Lamport counter in it. */
  lamport: z.number().int().min(0),
});

export interface Page {
  readonly documents: readonly StoredDocument[];
  readonly lastSeq: Sequence;
  /** The highest Lamport counter among them; 0 where there is none. */
  readonly lamport: number;
}

/**
 * What this station has pulled from its hub. Each generation has databases of its own; a new one is
 * shown only once it is complete, and only then is the old one dropped ([SYN7]).
 */
export class Replicas {
  readonly #storage: Storage;
  readonly #memory: SyncMemory['replicas'];
  readonly #current = new BehaviorSubject<Replica | null>(null);
  readonly #setAside: string[] = [];
  /** The one pulled into: the current one, or its successor. */
  #target: Replica | null = null;

  private constructor(storage: Storage, memory: SyncMemory['replicas']) {
    this.#storage = storage;
    this.#memory = memory;
  }

  /** Opens the generation shown last. One half pulled stays until a hello says if it is wanted. */
  static async open(storage: Storage, memory: SyncMemory['replicas']): Promise<Replicas> {
    const replicas = new Replicas(storage, memory);
    const generation = (await memory.load())?.generation ?? null;
    if (generation !== null) {
      replicas.#target = await replicas.#openAll(generation);
      replicas.#current.next(replicas.#target);
    }
    return replicas;
  }

  /** The databases to show, at once and after each switch; null before the first full pull. */
  get current$(): Observable<Replica | null> {
    return this.#current;
  }

  get current(): Replica | null {
    return this.#current.value;
  }

  /** Names that replicas which would not open are kept under ([STO3]). */
  get setAside(): readonly string[] {
    return this.#setAside;
  }

  /** The databases now pulled into; null before the first hello. */
  get target(): Replica | null {
    return this.#target;
  }

  /** Pulls go into this generation from now on. */
  async aim(generation: Generation): Promise<void> {
    if (this.#target?.generation === generation) return;
    const held = this.#current.value;
    this.#target = held?.generation === generation ? held : await this.#openAll(generation);
    await this.#dropOthers();
  }

  /** Up to where each database pulled into has come. */
  async pulled(): Promise<Pulled> {
    const [directory, journal, state] = await Promise.all(
      pullTargets.map((target) => this.since(target)),
    );
    return { directory: directory ?? 0, journal: journal ?? 0, state: state ?? 0 };
  }

  async since(target: PullTarget): Promise<Sequence> {
    return (await this.#mark(target))?.since ?? 0;
  }

  /** The highest Lamport counter in the pulled state; 0 before any. */
  async lamport(): Promise<number> {
    return (await this.#mark('state'))?.lamport ?? 0;
  }

  /** Writes a pulled page and how far it reaches in one atomic write ([SYN8]). */
  async save(target: PullTarget, page: Page): Promise<void> {
    const database = this.#target?.[target];
    if (!database) return;
    const mark = await this.#mark(target);
    const lamport = Math.max(page.lamport, mark?.lamport ?? 0);
    const body = { since: page.lastSeq, lamport };
    const local = { name: markName, body, ...(mark ? { _rev: mark._rev } : {}) };
    await database.carry(page.documents, [local]);
  }

  /** Makes the databases pulled into the current ones, and drops the others. */
  async switch(): Promise<void> {
    const target = this.#target;
    if (!target || this.#current.value === target) return;
    await this.#memory.save({ v: 1, generation: target.generation });
    this.#current.next(target);
    await this.#dropOthers();
  }

  /** Sets databases found damaged aside and begins them anew; says which. */
  async replaceDamaged(): Promise<readonly PullTarget[]> {
    const damaged: PullTarget[] = [];
    for (const target of pullTargets) if (await this.#isDamaged(target)) damaged.push(target);
    const before = this.#target;
    if (damaged.length === 0 || !before) return [];
    for (const target of damaged) {
      this.#setAside.push(await this.#storage.setAside(nameOf(target, before.generation)));
    }
    this.#target = await this.#openAll(before.generation);
    if (this.#current.value === before) this.#current.next(this.#target);
    return damaged;
  }

  close(): void {
    this.#current.complete();
  }

  async #isDamaged(target: PullTarget): Promise<boolean> {
    try {
      await this.#target?.[target].info();
      return false;
    } catch (error) {
      if (isReanError(error, 'store.unopenable')) return true;
      throw error;
    }
  }

  async #mark(target: PullTarget) {
    const held = (await this.#target?.[target].getLocal(markName)) ?? null;
    return markSchema.safeParse(held).data ?? null;
  }

  async #openAll(generation: Generation): Promise<Replica> {
    const directory = await this.#open(nameOf('directory', generation));
    const journal = await this.#open(nameOf('journal', generation));
    const state = await this.#open(nameOf('state', generation));
    return { generation, directory, journal, state };
  }

  async #open(name: string): Promise<Database> {
    const { database, setAside } = await openOrSetAside(this.#storage, name, [markName]);
    if (setAside !== null) this.#setAside.push(setAside);
    return database;
  }

  async #dropOthers(): Promise<void> {
    const kept = [this.#current.value, this.#target].map((replica) => replica?.generation);
    for (const name of await this.#storage.list()) {
      const generation = generationSchema.safeParse(replicaName.exec(name)?.[2]).data;
      if (generation && !kept.includes(generation)) await this.#storage.destroy(name);
    }
  }
}

/** What the hub and the station both call it. */
export function nameOf(target: PullTarget, generation: Generation): string {
  return `${target}-${generation}`;
}
