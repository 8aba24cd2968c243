import type { Target } from '../../domain/permissions.ts';
import { ReanError } from '../../shared/errors.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { openLearnerAccount } from '../../sync/envelope/sealed-documents.ts';
import type { HubParts } from '../hub-app.ts';

/**
 * What a command about a learner touches, as the hub knows it: the learner, and their group with its
 * scope.
 * @throws ReanError `learner.unknown`
 */
export async function learnerTarget(
  { office, registry }: Pick<HubParts, 'office' | 'registry'>,
  learner: LearnerId,
): Promise<Target> {
  const [document] = await office.directory.all(`learner:${learner}`);
  const key = registry.learnerKey(learner);
  if (document?.type !== 'learner' || key === null)
    throw new ReanError('learner.unknown', { learner });
  const { group } = openLearnerAccount(document, key);
  const [held] = await office.directory.all(`group:${group}`);
  const scope = (held?.type === 'group' ? held.scope : undefined) ?? 'men';
  return { person: learner, groups: [group], scopes: [scope] };
}
