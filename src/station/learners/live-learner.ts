import { BehaviorSubject, firstValueFrom } from 'rxjs';
import type { Observable, Subscription } from 'rxjs';
import type { OpenedEvent } from '../../shared/contracts/documents/event.ts';
import type { LearnerState } from '../../shared/contracts/documents/state.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { liveState } from './live-state.ts';
import type { FoldedLearner } from './live-state.ts';

export interface LiveLearnerSource {
  /** The folded learner at once, then each time the hub's fold moves on. */
  folded$(learner: LearnerId): Observable<FoldedLearner>;
  /** This station's events of the learner that the fold may not hold yet. */
  ownEvents(learner: LearnerId): Promise<readonly OpenedEvent[]>;
}

/** One learner's state while they sit here: moves with every event recorded and every fold pulled. */
export class LiveLearner {
  readonly #state: BehaviorSubject<LearnerState>;
  readonly #following: Subscription;
  #base: FoldedLearner;
  #own: readonly OpenedEvent[];

  /** @throws ReanError when the store can't be read, or the learner's state can't be opened */
  static async open(learner: LearnerId, source: LiveLearnerSource): Promise<LiveLearner> {
    const folded$ = source.folded$(learner);
    const [base, own] = await Promise.all([firstValueFrom(folded$), source.ownEvents(learner)]);
    return new LiveLearner(base, own, folded$);
  }

  private constructor(
    base: FoldedLearner,
    own: readonly OpenedEvent[],
    folded$: Observable<FoldedLearner>,
  ) {
    this.#base = base;
    this.#own = own;
    this.#state = new BehaviorSubject(liveState(base, own));
    this.#following = folded$.subscribe({
      next: (next) => this.#rebase(next),
      // What was read last, with what is recorded here, stays true when the replica can't be read.
      error: () => undefined,
    });
  }

  get state$(): Observable<LearnerState> {
    return this.#state;
  }

  get state(): LearnerState {
    return this.#state.value;
  }

  /** Takes in events just recorded here. */
  add(events: readonly OpenedEvent[]): void {
    this.#own = [...this.#own, ...events];
    this.#state.next(liveState(this.#base, this.#own));
  }

  close(): void {
    this.#following.unsubscribe();
    this.#state.complete();
  }

  #rebase(base: FoldedLearner): void {
    this.#base = base;
    this.#state.next(liveState(base, this.#own));
  }
}
