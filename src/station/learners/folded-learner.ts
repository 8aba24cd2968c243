import { combineLatest, map } from 'rxjs';
import type { Observable } from 'rxjs';
import type { StateDocument } from '../../shared/contracts/documents/state.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import { openLearnerState } from '../../sync/envelope/sealed-documents.ts';
import type { Keys } from '../keyring/keys.ts';
import type { StateReplica } from '../replica/state-replica.ts';
import { unknownLearner } from './live-state.ts';
import type { FoldedLearner } from './live-state.ts';
import { reasonOf } from '../failure-reason.ts';

/** A learner's folded state, opened, at once and as it moves. */
export function foldedLearner$(
  learner: LearnerId,
  states: StateReplica,
  keys$: Observable<Keys | null>,
  log: Log,
): Observable<FoldedLearner> {
  return combineLatest([states.document$(learner), keys$]).pipe(
    map(([document, keys]) => open(learner, document, keys, log)),
  );
}

/** A state that can't be opened is as none: the learner goes on with what this station recorded. */
function open(
  learner: LearnerId,
  document: StateDocument | null,
  keys: Keys | null,
  log: Log,
): FoldedLearner {
  const key = keys?.learnerKey(learner) ?? null;
  if (document === null || key === null) return unknownLearner(learner);
  try {
    return { state: openLearnerState(document, key), folded: document.folded };
  } catch (error) {
    log.error('state.not-opened', { learner, reason: reasonOf(error) });
    return unknownLearner(learner);
  }
}
