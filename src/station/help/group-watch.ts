import {
  EMPTY,
  BehaviorSubject,
  catchError,
  combineLatest,
  concatMap,
  defer,
  distinctUntilChanged,
  from,
  map,
  merge,
  switchMap,
} from 'rxjs';
import type { Observable, Subscription } from 'rxjs';
import type { LearnerId } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import type { Directory } from '../directory/directory.ts';
import { reasonOf } from '../failure-reason.ts';
import { learnerNow } from '../learners/learner-now.ts';
import { summarize } from '../learners/learner-summary.ts';
import type { LearnerSummary } from '../learners/learner-summary.ts';
import type { LiveLearnerSource } from '../learners/live-learner.ts';
import type { Moved } from '../replica/state-replica.ts';
import type { Followed } from './help-board.ts';

export interface GroupWatchParts {
  readonly directory$: Observable<Directory>;
  /** Without a learner's key nothing of theirs can be read. */
  readonly keys$: Observable<unknown>;
  readonly learners: LiveLearnerSource;
  /** Whoever moved: in the fold, at other stations, at this one. */
  readonly moved$: Observable<Moved>;
  readonly log: Log;
}

/**
 * At a kiosk, the learners of groups that have a peer tutor now, and no others: an answer of anybody
 * else costs nothing here, and what nobody here may see is not read ([HLQ8], [VIE4]).
 */
export class GroupWatch {
  readonly #parts: GroupWatchParts;
  readonly #all = new Map<LearnerId, LearnerSummary>();
  readonly #now = new BehaviorSubject<Followed>({ all: this.#all, moved: null, loaded: false });
  readonly #following: Subscription;

  constructor(parts: GroupWatchParts) {
    this.#parts = parts;
    const watched$ = parts.directory$.pipe(
      map(watchedIn),
      distinctUntilChanged((a, b) => a.join() === b.join()),
    );
    this.#following = combineLatest([watched$, parts.keys$])
      .pipe(switchMap(([watched]) => this.#follow(new Set(watched))))
      .subscribe();
  }

  get followed$(): Observable<Followed> {
    return this.#now;
  }

  close(): void {
    this.#following.unsubscribe();
  }

  #follow(watched: ReadonlySet<LearnerId>): Observable<void> {
    for (const learner of this.#all.keys()) if (!watched.has(learner)) this.#all.delete(learner);
    const everybody = () => this.#read([...watched], false);
    if (watched.size === 0) {
      this.#now.next({ all: this.#all, moved: null, loaded: true });
      return EMPTY;
    }
    return merge(from([everybody]), this.#moves(watched, everybody)).pipe(
      concatMap((read) =>
        defer(read).pipe(
          catchError((error: unknown) => {
            this.#parts.log.warn('group.not-read', { reason: reasonOf(error) });
            return EMPTY;
          }),
        ),
      ),
    );
  }

  #moves(
    watched: ReadonlySet<LearnerId>,
    everybody: () => Promise<void>,
  ): Observable<() => Promise<void>> {
    return this.#parts.moved$.pipe(
      concatMap((moved) => {
        if (moved === 'everybody') return [everybody];
        return watched.has(moved) ? [() => this.#read([moved], true)] : [];
      }),
    );
  }

  async #read(learners: readonly LearnerId[], fresh: boolean): Promise<void> {
    for (const learner of learners) {
      this.#all.set(learner, summarize(await learnerNow(learner, this.#parts.learners)));
    }
    const moved = fresh ? new Set(learners) : null;
    this.#now.next({ all: this.#all, moved, loaded: true });
  }
}

function watchedIn({ learners, tutors }: Directory): readonly LearnerId[] {
  const tutored = new Set(
    [...tutors.values()].flatMap(({ group, until }) => (until === null ? [group] : [])),
  );
  if (tutored.size === 0) return [];
  return [...learners.values()]
    .filter(({ group, disabled }) => !disabled && tutored.has(group))
    .map(({ learner }) => learner)
    .toSorted();
}
