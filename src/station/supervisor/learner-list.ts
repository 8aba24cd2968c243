import { combineLatest, defer, distinctUntilChanged, map, tap, throttle, timer } from 'rxjs';
import type { Observable } from 'rxjs';
import type { LearnerRow, LearnersView } from '../../shared/contracts/ipc/views.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { Directory } from '../directory/directory.ts';
import type { Keys } from '../keyring/keys.ts';
import type { Summaries } from '../learners/summary-index.ts';
import { inRowOrder, learnerRow } from '../views/learner-rows.ts';

/** A long list is sent less often: each time it crosses two processes whole. Rows, ms. */
const pace = (rows: number) => (rows < 500 ? 200 : 1000);

/** The supervisor's list of learners, moving as they work ([VIE4]). */
export function learnerList$(
  directory$: Observable<Directory>,
  summaries$: Observable<Summaries>,
  keys$: Observable<Keys | null>,
  labDate$: Observable<string | null>,
): Observable<LearnersView> {
  return defer(() => {
    const list = new LearnerList();
    return combineLatest([
      directory$.pipe(tap((directory) => list.useDirectory(directory))),
      summaries$.pipe(tap((summaries) => list.useSummaries(summaries))),
      keys$.pipe(tap((keys) => list.useKeys(keys))),
      labDate$.pipe(distinctUntilChanged()),
    ]).pipe(
      throttle(() => timer(pace(list.size)), { leading: true, trailing: true }),
      map(([, , , today]) => list.view(today)),
    );
  });
}

/** Rows kept between emissions, so that one learner's answer makes one row anew. */
class LearnerList {
  #directory: Directory | null = null;
  #summaries: Summaries | null = null;
  #keys: Keys | null = null;
  #rows: LearnerRow[] = [];
  #places = new Map<LearnerId, number>();

  get size(): number {
    return this.#rows.length;
  }

  useDirectory(directory: Directory): void {
    this.#directory = directory;
    this.#rebuild();
  }

  useKeys(keys: Keys | null): void {
    this.#keys = keys;
    this.#rebuild();
  }

  useSummaries(summaries: Summaries): void {
    const first = this.#summaries === null;
    this.#summaries = summaries;
    if (first || summaries.moved === null) this.#rebuild();
    else for (const learner of summaries.moved) this.#renew(learner);
  }

  view(today: string | null): LearnersView {
    return { learners: [...this.#rows], today };
  }

  #rebuild(): void {
    const learners = [...(this.#directory?.learners.values() ?? [])];
    this.#rows = inRowOrder(learners.flatMap(({ learner }) => this.#rowOf(learner) ?? []));
    this.#places = new Map(this.#rows.map(({ learner }, place) => [learner.learner, place]));
  }

  #renew(learner: LearnerId): void {
    const place = this.#places.get(learner);
    const row = this.#rowOf(learner);
    if (place !== undefined && row !== undefined) this.#rows[place] = row;
  }

  #rowOf(learner: LearnerId): LearnerRow | undefined {
    const account = this.#directory?.learners.get(learner);
    if (this.#directory === null || account === undefined) return undefined;
    const summary = this.#summaries?.all.get(learner);
    return learnerRow(account, { summary, directory: this.#directory, keys: this.#keys });
  }
}
