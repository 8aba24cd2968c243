import { EMPTY, Subject, auditTime, catchError, concatMap, defer, merge } from 'rxjs';
import type { Observable, Subscription } from 'rxjs';
import * as z from 'zod';
import type { OpenedEvent } from '../../shared/contracts/documents/event.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import { parseEventId } from '../../shared/event-id.ts';
import { eventIdSchema, learnerIdSchema } from '../../shared/ids.ts';
import type { LearnerId, StoreId } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import type { EventLog, StoreState } from '../../sync/log/event-log.ts';
import type { EventStore } from '../../sync/log/event-store.ts';
import type { AppendedEvent } from '../../sync/log/make-event.ts';
import type { Moved, StateReplica } from '../replica/state-replica.ts';
import type { LocalDocument } from './local-documents.ts';
import { openStored } from './open-stored.ts';
import { UnfoldedIndex } from './unfolded-index.ts';
import { reasonOf } from '../failure-reason.ts';

/** Up to which seq of each store every event was folded, and in which generation. */
export const foldedMarkSchema = z.object({
  v: z.literal(1),
  generation: z.string().nullable(),
  stores: z.record(z.string(), z.number().int().min(0)),
});
type FoldedMark = z.infer<typeof foldedMarkSchema>;

export interface OwnEventsParts {
  readonly log: EventLog;
  readonly states: StateReplica;
  readonly mark: LocalDocument<FoldedMark>;
  readonly learnerKey: (learner: LearnerId) => SealingKey | null;
  readonly logger: Log;
}

const pageSize = 500;
/** The mark is written this often at most, ms; losing it costs a longer look at the next start. */
const markEveryMs = 5000;

const carriedSchema = z.looseObject({
  _id: eventIdSchema,
  learner: learnerIdSchema.nullable().catch(null),
});

/**
 * This station's events that no fold pulled so far holds. Kept as an index with a mark on disk, so
 * that a start reads only what came after the mark, and a sign-in only that learner's ([LSN9]).
 */
export class OwnEvents {
  readonly #parts: OwnEventsParts;
  readonly #index = new UnfoldedIndex();
  readonly #pruned = new Subject<void>();
  readonly #moved = new Subject<LearnerId>();
  readonly #following: Subscription;
  #ready: Promise<void>;
  #generation: string | null = null;

  constructor(parts: OwnEventsParts) {
    this.#parts = parts;
    // Before the first read, so that nothing appended meanwhile is missed.
    this.#following = parts.log.appended$.subscribe((events) => this.#append(events));
    this.#following.add(
      parts.log.dropped$.subscribe((stores) => {
        for (const store of stores) this.#index.forget(store);
      }),
    );
    this.#ready = this.#build();
    // Whoever asks for events hears of a start that failed; nobody asking must not end the process.
    this.#ready.catch(() => undefined);
    this.#following.add(this.#followFolds());
  }

  /** A learner's events that may not be folded. @throws ReanError `store.*` */
  async of(learner: LearnerId): Promise<readonly OpenedEvent[]> {
    await this.#ready;
    const key = this.#parts.learnerKey(learner);
    if (key === null) return [];
    const ids = this.#index.of(learner);
    const read = await Promise.all(
      ids.map(async (id) => {
        const { store } = parseEventId(id);
        return this.#unlessDropped(store, (held) => held.database.get(id));
      }),
    );
    return read.flatMap((stored) =>
      stored === null ? [] : openStored(stored, key, this.#parts.logger),
    );
  }

  /** Whose events were recorded here, or came to be folded. */
  get moved$(): Observable<LearnerId> {
    return this.#moved;
  }

  /** Everybody of whom there are events now. @throws ReanError `store.*` */
  async learners(): Promise<readonly LearnerId[]> {
    await this.#ready;
    return this.#index.learners();
  }

  /** How many there are, of everybody. @throws ReanError `store.*` */
  async count(): Promise<number> {
    await this.#ready;
    return this.#index.size;
  }

  /** Reads from a store; null where it is not on this disk, or goes while it is read ([RET2]). */
  async #unlessDropped<Value>(
    id: StoreId,
    read: (store: EventStore) => Promise<Value>,
  ): Promise<Value | null> {
    const store = this.#parts.log.store(id);
    if (store === null) return null;
    try {
      return await read(store);
    } catch (error) {
      if (this.#parts.log.store(id) === null) return null;
      throw error;
    }
  }

  /** Lets go, and writes the mark. */
  async close(): Promise<void> {
    this.#following.unsubscribe();
    await this.#ready.then(() => this.#saveMark()).catch(() => undefined);
    this.#moved.complete();
  }

  async #build(): Promise<void> {
    const { log, states, mark } = this.#parts;
    const { generation } = states;
    const saved = await mark.load();
    // Another generation may have folded less: a hub restored from an older backup.
    const known = saved?.generation === generation ? saved.stores : {};
    this.#generation = generation;
    for (const state of log.stores()) await this.#indexStore(state, known[state.store] ?? 0);
    for (const learner of this.#index.learners()) await this.#prune(learner);
  }

  async #indexStore({ store, lastSeq }: StoreState, after: number): Promise<void> {
    for (let seq = after; seq < lastSeq;) {
      const from = seq;
      const page = await this.#unlessDropped(store, (held) => held.read(from, pageSize));
      if (page === null || page.length === 0) return;
      for (const stored of page) {
        const { _id, learner } = carriedSchema.parse(stored);
        seq = parseEventId(_id).seq;
        if (learner !== null && seq <= lastSeq) this.#index.add(learner, _id);
      }
    }
  }

  #append(events: readonly AppendedEvent[]): void {
    const whose = new Set<LearnerId>();
    for (const { _id, learner } of events.map(({ opened }) => opened.envelope)) {
      if (learner === null) continue;
      this.#index.add(learner, _id);
      whose.add(learner);
    }
    for (const learner of whose) this.#moved.next(learner);
  }

  /** One failure, on a database that is just being replaced say, ends nothing. */
  #followFolds(): Subscription {
    const { states, logger } = this.#parts;
    const attempt = (work: () => Promise<void>) =>
      defer(work).pipe(
        catchError((error: unknown) => {
          logger.warn('own-events.not-pruned', { reason: reasonOf(error) });
          return EMPTY;
        }),
      );
    return merge(
      states.moved$.pipe(concatMap((moved) => attempt(() => this.#fold(moved)))),
      this.#pruned.pipe(
        auditTime(markEveryMs),
        concatMap(() => attempt(() => this.#saveMark())),
      ),
    ).subscribe();
  }

  async #fold(moved: Moved): Promise<void> {
    await this.#ready;
    if (moved !== 'everybody') return this.#prune(moved);
    // What was folded in the last generation need not be in this one.
    const before = this.#index.learners();
    this.#index.clear();
    this.#ready = this.#build();
    await this.#ready;
    for (const learner of new Set([...before, ...this.#index.learners()])) {
      this.#moved.next(learner);
    }
  }

  async #prune(learner: LearnerId): Promise<void> {
    if (!this.#index.has(learner)) return;
    const document = await this.#parts.states.document(learner);
    if (document === null || !this.#index.prune(learner, document.folded)) return;
    this.#pruned.next();
    this.#moved.next(learner);
  }

  async #saveMark(): Promise<void> {
    const { log, mark } = this.#parts;
    const first = this.#index.firstSeqs();
    const stores = log.stores().map(({ store, lastSeq }): [string, number] => {
      const unfolded = first.get(store);
      return [store, unfolded === undefined ? lastSeq : unfolded - 1];
    });
    await mark.save({ v: 1, generation: this.#generation, stores: Object.fromEntries(stores) });
  }
}
