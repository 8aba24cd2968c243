import {
  BehaviorSubject,
  EMPTY,
  Subject,
  catchError,
  concatMap,
  defer,
  filter,
  map,
  merge,
  of,
  startWith,
  switchMap,
} from 'rxjs';
import type { Observable, Subscription } from 'rxjs';
import { stateDocumentSchema } from '../../shared/contracts/documents/state.ts';
import { readNewerDocument } from '../../shared/contracts/read-newer.ts';
import type { StateDocument } from '../../shared/contracts/documents/state.ts';
import { learnerIdSchema } from '../../shared/ids.ts';
import type { Generation, LearnerId } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import type { Database } from '../../sync/store/storage.ts';
import type { UnreadDocuments } from '../status/unread-documents.ts';
import type { Replica } from './replica.ts';
import { reasonOf } from '../failure-reason.ts';

const prefix = 'learner:';

const everybody = 'everybody';

/** One learner moved, or, at a new generation, everybody may have. */
export type Moved = LearnerId | typeof everybody;

/** The hub's folded learners as this station has pulled them, looked up one at a time. */
export class StateReplica {
  readonly #log: Log;
  readonly #unread: UnreadDocuments;
  readonly #replica = new BehaviorSubject<Replica | null>(null);
  readonly #moved = new Subject<Moved>();
  readonly #following: Subscription;

  constructor(replica$: Observable<Replica | null>, log: Log, unread: UnreadDocuments) {
    this.#log = log;
    this.#unread = unread;
    this.#following = replica$
      .pipe(
        switchMap((replica) => {
          unread.forgetStates();
          this.#replica.next(replica);
          return replica === null
            ? of<Moved>(everybody)
            : movesIn(replica.state).pipe(catchError(this.#skip));
        }),
      )
      .subscribe((moved) => this.#moved.next(moved));
  }

  /** The generation pulled, or null before the first pull. */
  get generation(): Generation | null {
    return this.#replica.value?.generation ?? null;
  }

  get moved$(): Observable<Moved> {
    return this.#moved;
  }

  /**
   * A learner's newest state document, at once and after each move; null while there is none. Fails
   * only when the first read does: a later one may meet a database that is just being replaced, and
   * whatever replaces it tells of everybody.
   */
  document$(learner: LearnerId): Observable<StateDocument | null> {
    const later = () => defer(() => this.document(learner)).pipe(catchError(this.#skip));
    return this.#moved.pipe(
      filter((moved) => moved === everybody || moved === learner),
      map(() => later),
      startWith(() => defer(() => this.document(learner))),
      concatMap((read) => read()),
    );
  }

  /** @throws ReanError `store.*` */
  async document(learner: LearnerId): Promise<StateDocument | null> {
    const stored = (await this.#replica.value?.state.get(prefix + learner)) ?? null;
    if (stored === null) return null;
    const { _rev, ...document } = stored;
    const parsed = readNewerDocument(stateDocumentSchema, document);
    this.#unread.noteState(document._id, parsed !== null);
    if (parsed === null) this.#log.warn('state.unreadable', { learner });
    return parsed;
  }

  readonly #skip = (error: unknown): Observable<never> => {
    this.#log.warn('state.not-read', { reason: reasonOf(error) });
    return EMPTY;
  };

  close(): void {
    this.#following.unsubscribe();
    this.#moved.complete();
  }
}

/**
 * Each learner who moves, and everybody once, as whatever was shown is of another database; only
 * when moves are being followed, so that none falls between the first look and the first move.
 */
function movesIn(state: Database): Observable<Moved> {
  return defer(() => state.info()).pipe(
    switchMap(({ updateSeq }) => merge(state.changes$(updateSeq), of({ id: everybody }))),
    map(({ id }) => (id === everybody ? everybody : learnerIn(id))),
    filter((moved) => moved !== undefined),
  );
}

const learnerIn = (id: string) => learnerIdSchema.safeParse(id.slice(prefix.length)).data;
