import {
  BehaviorSubject,
  Subject,
  catchError,
  concatMap,
  defer,
  filter,
  map,
  of,
  startWith,
  switchMap,
  throwError,
} from 'rxjs';
import type { Observable, Subscription } from 'rxjs';
import { stateDocumentSchema } from '../../shared/contracts/documents/state.ts';
import type { StateDocument } from '../../shared/contracts/documents/state.ts';
import { isReanError } from '../../shared/errors.ts';
import { learnerIdSchema } from '../../shared/ids.ts';
import type { Generation, LearnerId } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import type { Database } from '../../sync/store/storage.ts';
import type { Replica } from './replica.ts';

const prefix = 'learner:';

/** One learner moved, or, at a new generation, everybody may have. */
export type Moved = LearnerId | 'everybody';

/** The hub's folded learners as this station has pulled them, looked up one at a time. */
export class StateReplica {
  readonly #log: Log;
  readonly #replica = new BehaviorSubject<Replica | null>(null);
  readonly #moved = new Subject<Moved>();
  readonly #following: Subscription;

  constructor(replica$: Observable<Replica | null>, log: Log) {
    this.#log = log;
    this.#following = replica$
      .pipe(
        switchMap((replica) => {
          this.#replica.next(replica);
          return replica === null ? of<Moved>('everybody') : movesIn(replica.state);
        }),
      )
      .subscribe({
        next: (moved) => this.#moved.next(moved),
        error: (error: unknown) => log.error('state.not-followed', { reason: nameOf(error) }),
      });
  }

  /** The generation pulled, or null before the first pull. */
  get generation(): Generation | null {
    return this.#replica.value?.generation ?? null;
  }

  get moved$(): Observable<Moved> {
    return this.#moved;
  }

  /** A learner's newest state document, at once and after each move; null while there is none. */
  document$(learner: LearnerId): Observable<StateDocument | null> {
    return this.#moved.pipe(
      filter((moved) => moved === 'everybody' || moved === learner),
      startWith(learner),
      concatMap(() => this.document(learner)),
    );
  }

  /** @throws ReanError `store.*` */
  async document(learner: LearnerId): Promise<StateDocument | null> {
    const stored = (await this.#replica.value?.state.get(prefix + learner)) ?? null;
    if (stored === null) return null;
    const { _rev, ...document } = stored;
    const parsed = stateDocumentSchema.safeParse(document);
    if (!parsed.success) this.#log.warn('state.unreadable', { learner });
    return parsed.data ?? null;
  }

  close(): void {
    this.#following.unsubscribe();
    this.#moved.complete();
  }
}

/** Everybody once, as whatever was shown is of another database; then each learner who moves. */
function movesIn(state: Database): Observable<Moved> {
  return defer(() => state.info()).pipe(
    switchMap(({ updateSeq }) => state.changes$(updateSeq)),
    map(({ id }) => learnerIdSchema.safeParse(id.slice(prefix.length)).data),
    filter((learner) => learner !== undefined),
    startWith<Moved>('everybody'),
    // A generation left behind is closed while it is still followed.
    catchError((error: unknown) =>
      isReanError(error, 'store.closed') ? of<Moved>('everybody') : throwError(() => error),
    ),
  );
}

const nameOf = (error: unknown) => (error instanceof Error ? error.message : 'unknown');
