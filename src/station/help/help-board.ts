import { BehaviorSubject } from 'rxjs';
import type { Observable, Subscription } from 'rxjs';
import type { LearnerId } from '../../shared/ids.ts';
import type { Clock } from '../../shared/ports.ts';
import type { LearnerSummary } from '../learners/learner-summary.ts';
import type { Summaries } from '../learners/summary-index.ts';
import { HelpTimes } from './help-times.ts';

/** Learners in short, as they move. */
export type Followed = Pick<Summaries, 'all' | 'moved' | 'loaded'>;

/** Whoever ever asked for help, and everybody there is. Read at once; the maps move on. */
export interface HelpBoardNow {
  readonly askers: ReadonlyMap<LearnerId, LearnerSummary>;
  readonly all: ReadonlyMap<LearnerId, LearnerSummary>;
}

/** Whoever asks for help, kept up from what moves, and how long each waits, whether anybody looks or not ([VIE4]). */
export class HelpBoard {
  readonly times = new HelpTimes();
  readonly #askers = new Map<LearnerId, LearnerSummary>();
  readonly #now: BehaviorSubject<HelpBoardNow>;
  readonly #clock: Clock;
  readonly #following: Subscription;
  #loaded = false;

  constructor(followed$: Observable<Followed>, clock: Clock) {
    this.#clock = clock;
    this.#now = new BehaviorSubject<HelpBoardNow>({ askers: this.#askers, all: new Map() });
    this.#following = followed$.subscribe((followed) => this.#take(followed));
  }

  get now$(): Observable<HelpBoardNow> {
    return this.#now;
  }

  close(): void {
    this.#following.unsubscribe();
  }

  #take({ all, moved, loaded }: Followed): void {
    const fresh = this.#loaded && moved !== null;
    this.#loaded = loaded;
    const nowMs = this.#clock.monotonicMs();
    for (const learner of moved ?? new Set([...all.keys(), ...this.#askers.keys()])) {
      const summary = all.get(learner);
      this.times.note(learner, summary?.help.open ?? null, nowMs, fresh);
      if (summary === undefined || summary.help.asked === 0) this.#askers.delete(learner);
      else this.#askers.set(learner, summary);
    }
    this.#now.next({ askers: this.#askers, all });
  }
}
