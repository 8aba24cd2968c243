import { BehaviorSubject, Subscription, firstValueFrom } from 'rxjs';
import type { Observable } from 'rxjs';
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
  /** Other stations' events of the learner that the fold may not hold yet, at once, then as they move. */
  peerEvents$(learner: LearnerId): Observable<readonly OpenedEvent[]>;
  /** Has other stations asked what they recorded lately, where that is needed; not for long. */
  freshen(): Promise<void>;
}

/**
 * One learner's state while they sit here: moves with every event recorded here, every one that comes
 * from another station, and every fold pulled ([LSN9], [PER8]).
 */
export class LiveLearner {
  readonly #state: BehaviorSubject<LearnerState>;
  readonly #following = new Subscription();
  #base: FoldedLearner;
  #own: readonly OpenedEvent[];
  #peers: readonly OpenedEvent[];

  /** @throws ReanError when the store can't be read, or the learner's state can't be opened */
  static async open(learner: LearnerId, source: LiveLearnerSource): Promise<LiveLearner> {
    const folded$ = source.folded$(learner);
    const peers$ = source.peerEvents$(learner);
    const [base, own, peers] = await Promise.all([
      firstValueFrom(folded$),
      source.ownEvents(learner),
      firstValueFrom(peers$, { defaultValue: [] }),
    ]);
    const live = new LiveLearner(base, own, peers);
    live.#follow(folded$, peers$);
    return live;
  }

  private constructor(
    base: FoldedLearner,
    own: readonly OpenedEvent[],
    peers: readonly OpenedEvent[],
  ) {
    this.#base = base;
    this.#own = own;
    this.#peers = peers;
    this.#state = new BehaviorSubject(liveState(base, [...own, ...peers]));
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
    this.#show();
  }

  close(): void {
    this.#following.unsubscribe();
    this.#state.complete();
  }

  /** What was read last, with what is recorded here, stays true when the replica can't be read. */
  #follow(folded$: Observable<FoldedLearner>, peers$: Observable<readonly OpenedEvent[]>): void {
    const error = () => undefined;
    const rebase = (base: FoldedLearner) => {
      this.#base = base;
      this.#show();
    };
    const take = (peers: readonly OpenedEvent[]) => {
      this.#peers = peers;
      this.#show();
    };
    this.#following.add(folded$.subscribe({ next: rebase, error }));
    this.#following.add(peers$.subscribe({ next: take, error }));
  }

  #show(): void {
    this.#state.next(liveState(this.#base, [...this.#own, ...this.#peers]));
  }
}
