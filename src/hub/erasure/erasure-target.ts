import type { Target } from '../../domain/permissions.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { learnerTarget } from '../commands/learner-target.ts';
import type { HubParts } from '../hub-app.ts';
import { isErased } from './erase-learner.ts';

/**
 * Whom an erasure touches. Of who is erased the group is forgotten: asked for again, what failed in the
 * middle is finished.
 * @throws ReanError `learner.unknown`
 */
export async function erasureTarget(
  parts: Pick<HubParts, 'office' | 'registry'>,
  learner: LearnerId,
): Promise<Target> {
  const erased = await isErased(parts.office, learner);
  return erased ? { person: learner } : learnerTarget(parts, learner);
}
