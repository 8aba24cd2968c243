import { firstValueFrom } from 'rxjs';
import type { LearnerState } from '../../shared/contracts/documents/state.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { LiveLearnerSource } from './live-learner.ts';
import { liveState } from './live-state.ts';

/** A learner's state of now, as far as this station has heard. @throws ReanError `store.*` */
export async function learnerNow(
  learner: LearnerId,
  learners: LiveLearnerSource,
): Promise<LearnerState> {
  // The fold is read last: what it took in meanwhile is then in it, and never in neither.
  const own = await learners.ownEvents(learner);
  const peers = await firstValueFrom(learners.peerEvents$(learner), { defaultValue: [] });
  const folded = await firstValueFrom(learners.folded$(learner));
  return liveState(folded, [...own, ...peers]);
}
