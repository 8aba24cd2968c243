import {
  EMPTY,
  Subject,
  catchError,
  concatMap,
  defer,
  filter,
  from,
  map,
  merge,
  startWith,
  switchMap,
} from 'rxjs';
import type { Observable, Subscription } from 'rxjs';
import * as z from 'zod';
import { isToldAt } from '../../domain/fold/told-where.ts';
import type { StationKind } from '../../shared/contracts/documents/directory.ts';
import type { OpenedEvent } from '../../shared/contracts/documents/event.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import { parseEventId } from '../../shared/event-id.ts';
import { eventIdSchema, learnerIdSchema } from '../../shared/ids.ts';
import type { LearnerId, StationId } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import { isCopied } from '../../sync/peer/peer-copies.ts';
import type { CopiesMove } from '../../sync/peer/peer-copies.ts';
import type { StoredDocument } from '../../sync/store/storage.ts';
import { reasonOf } from '../failure-reason.ts';
import { openStored } from '../record/open-stored.ts';
import { UnfoldedIndex } from '../record/unfolded-index.ts';
import type { Moved, StateReplica } from '../replica/state-replica.ts';
import type { LabPeers } from './lab-peers.ts';

export interface PeerEventsParts {
  readonly copies: LabPeers['copies'];
  readonly states: StateReplica;
  readonly learnerKey: (learner: LearnerId) => SealingKey | null;
  /** Null for a station nobody knows. */
  readonly kindOf: (station: StationId) => StationKind | null;
  readonly logger: Log;
}

const pageSize = 500;

const carriedSchema = z.looseObject({
  _id: eventIdSchema,
  learner: learnerIdSchema.nullable().catch(null),
});

/** What other stations recorded of the learners and no fold pulled so far holds ([PER8]). */
export class PeerEvents {
  readonly #parts: PeerEventsParts;
  readonly #index = new UnfoldedIndex();
  readonly #moved = new Subject<LearnerId>();
  readonly #following: Subscription;
  #turn: Promise<unknown>;

  constructor(parts: PeerEventsParts) {
    this.#parts = parts;
    const { copies, states } = parts;
    // Before the first look, so that nothing copied meanwhile is missed.
    const copied = copies.moves$.pipe(map((move) => () => this.#follow(move)));
    const folded = states.moved$.pipe(map((moved) => () => this.#fold(moved)));
    this.#turn = this.#build().catch((error: unknown) => this.#tell(error));
    this.#following = merge(copied, folded)
      .pipe(concatMap((work) => this.#inTurn(work)))
      .subscribe();
  }

  /** Whose events came, or went: each at once, and nobody twice for one move. */
  get moved$(): Observable<LearnerId> {
    return this.#moved;
  }

  /** Everybody of whom there are events now. */
  async learners(): Promise<readonly LearnerId[]> {
    await this.#turn;
    return this.#index.learners();
  }

  /** A learner's events at other stations, at once and as they move. */
  of$(learner: LearnerId): Observable<readonly OpenedEvent[]> {
    const read = () =>
      defer(() => from(this.of(learner))).pipe(
        catchError((error: unknown) => {
          this.#tell(error);
          return EMPTY;
        }),
      );
    return this.#moved.pipe(
      filter((moved) => moved === learner),
      startWith(learner),
      switchMap(read),
    );
  }

  /** @throws ReanError `store.*` */
  async of(learner: LearnerId): Promise<readonly OpenedEvent[]> {
    await this.#turn;
    const { copies, learnerKey, kindOf, logger } = this.#parts;
    const key = learnerKey(learner);
    if (key === null) return [];
    const stored = await Promise.all(this.#index.of(learner).map((id) => copies.get(id)));
    const opened = stored.flatMap((event) =>
      event === null ? [] : openStored(event, key, logger),
    );
    return opened.filter(({ envelope, payload }) =>
      isToldAt(payload, kindOf(parseEventId(envelope._id).station)),
    );
  }

  async close(): Promise<void> {
    this.#following.unsubscribe();
    await this.#turn;
    this.#moved.complete();
  }

  async #build(): Promise<void> {
    const { copies } = this.#parts;
    for (const [key, { after, upTo }] of copies.stores) {
      for (let seq = after; seq < upTo; seq += pageSize) {
        this.#add(await copies.read(key, seq, pageSize));
      }
    }
    for (const learner of this.#index.learners()) await this.#prune(learner);
  }

  async #follow(move: CopiesMove): Promise<void> {
    if (move.move === 'dropped') return this.#dropUncopied();
    for (const learner of this.#add(move.events)) this.#moved.next(learner);
  }

  #add(events: readonly StoredDocument[]): ReadonlySet<LearnerId> {
    const learners = new Set<LearnerId>();
    for (const event of events) {
      const { _id, learner } = carriedSchema.parse(event);
      if (learner === null) continue;
      this.#index.add(learner, _id);
      learners.add(learner);
    }
    return learners;
  }

  #dropUncopied(): void {
    for (const learner of this.#index.learners()) {
      const { copies } = this.#parts;
      if (this.#index.keep(learner, (id) => isCopied(copies, id))) this.#moved.next(learner);
    }
  }

  async #fold(moved: Moved): Promise<void> {
    if (moved !== 'everybody') return this.#prune(moved);
    // What was folded in the last generation need not be in this one.
    const before = this.#index.learners();
    this.#index.clear();
    await this.#build();
    for (const learner of new Set([...before, ...this.#index.learners()])) {
      this.#moved.next(learner);
    }
  }

  async #prune(learner: LearnerId): Promise<void> {
    if (!this.#index.has(learner)) return;
    const document = await this.#parts.states.document(learner);
    if (document !== null && this.#index.prune(learner, document.folded)) this.#moved.next(learner);
  }

  /** One after the other; one failure, on a database just being replaced say, ends nothing. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(work).catch((error: unknown) => this.#tell(error));
    this.#turn = done;
    return done;
  }

  #tell(error: unknown): void {
    this.#parts.logger.warn('peer-events.not-read', { reason: reasonOf(error) });
  }
}
