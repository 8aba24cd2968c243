import { EMPTY, catchError, concatMap, from, map, merge, switchMap, take } from 'rxjs';
import type { Observable, Subscription } from 'rxjs';
import type { LearnerId } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import { reasonOf } from '../failure-reason.ts';
import { summarize } from '../learners/learner-summary.ts';
import { liveState } from '../learners/live-state.ts';
import type { FoldedLearner } from '../learners/live-state.ts';
import type { SummaryIndex } from '../learners/summary-index.ts';
import type { PeerEvents } from './peer-events.ts';

export interface PeerSummariesParts {
  readonly peerEvents: Pick<PeerEvents, 'moved$' | 'learners' | 'of'>;
  readonly folded$: (learner: LearnerId) => Observable<FoldedLearner>;
  /** Without a learner's key nothing of theirs can be read. */
  readonly keys$: Observable<unknown>;
  readonly summaries: SummaryIndex;
  readonly log: Log;
}

/**
 * Keeps the room and the list of learners moving by what stations tell each other while the hub is
 * away ([PER8]); what one learner does costs one learner's work.
 */
export function followPeerEvents(parts: PeerSummariesParts): Subscription {
  const { peerEvents, keys$, log } = parts;
  const everybody$ = keys$.pipe(
    switchMap(() => from(peerEvents.learners())),
    concatMap((learners) => from(learners)),
  );
  return merge(peerEvents.moved$, everybody$)
    .pipe(
      concatMap((learner) =>
        show(learner, parts).pipe(
          catchError((error: unknown) => {
            log.warn('peer-events.not-shown', { reason: reasonOf(error) });
            return EMPTY;
          }),
        ),
      ),
    )
    .subscribe();
}

function show(
  learner: LearnerId,
  { peerEvents, folded$, summaries }: PeerSummariesParts,
): Observable<void> {
  return from(peerEvents.of(learner)).pipe(
    concatMap((events) =>
      folded$(learner).pipe(
        take(1),
        map((base) => {
          const live = events.length === 0 ? null : summarize(liveState(base, events));
          summaries.useLive(learner, live);
        }),
      ),
    ),
  );
}
