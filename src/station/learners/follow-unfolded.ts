import { EMPTY, catchError, concatMap, defer, firstValueFrom, from, merge, switchMap } from 'rxjs';
import type { Observable, Subscription } from 'rxjs';
import type { OpenedEvent } from '../../shared/contracts/documents/event.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import { reasonOf } from '../failure-reason.ts';
import { isFolded, liveState } from './live-state.ts';
import type { FoldedLearner } from './live-state.ts';
import type { SummaryIndex } from './summary-index.ts';

/** Events that no fold pulled so far holds: this station's own, or other stations'. */
export interface UnfoldedEvents {
  readonly moved$: Observable<LearnerId>;
  learners(): Promise<readonly LearnerId[]>;
  of(learner: LearnerId): Promise<readonly OpenedEvent[]>;
}

export interface UnfoldedParts {
  readonly sources: readonly UnfoldedEvents[];
  readonly folded$: (learner: LearnerId) => Observable<FoldedLearner>;
  /** Without a learner's key nothing of theirs can be read. */
  readonly keys$: Observable<unknown>;
  readonly summaries: SummaryIndex;
  readonly log: Log;
}

/**
 * Keeps room, lists and requests for help moving by what was recorded here, and by what stations tell
 * each other while the hub is away ([PER8], [HLQ2]); what one learner does costs one learner's work.
 */
export function followUnfolded(parts: UnfoldedParts): Subscription {
  const { sources, keys$, log } = parts;
  const everybody$ = keys$.pipe(
    switchMap(() => merge(...sources.map((source) => defer(() => source.learners())))),
    concatMap((learners) => from(learners)),
  );
  return merge(...sources.map(({ moved$ }) => moved$), everybody$)
    .pipe(
      concatMap((learner) =>
        defer(() => show(learner, parts)).pipe(
          catchError((error: unknown) => {
            log.warn('unfolded-events.not-shown', { reason: reasonOf(error) });
            return EMPTY;
          }),
        ),
      ),
    )
    .subscribe();
}

async function show(
  learner: LearnerId,
  { sources, folded$, summaries }: UnfoldedParts,
): Promise<void> {
  // The fold is read last: what it took in meanwhile is then in it, and never in neither.
  const events = (await Promise.all(sources.map((source) => source.of(learner)))).flat();
  const base = await firstValueFrom(folded$(learner));
  const waiting = events.filter(({ envelope }) => !isFolded(envelope._id, base.folded));
  const isKnown = waiting.length > 0 || Object.keys(base.folded).length > 0;
  const state = isKnown ? liveState(base, waiting) : null;
  summaries.useLive(learner, state, waiting.length === 0);
}
