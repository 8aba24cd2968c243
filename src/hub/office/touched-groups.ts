import type { Target } from '../../domain/permissions.ts';
import type { GroupId, LearnerId } from '../../shared/ids.ts';
import { openLearnerAccount } from '../../sync/envelope/sealed-documents.ts';
import type { HubParts } from '../hub-app.ts';

/**
 * Which groups a command touches: those named, and those its learners are in now. Only these learners are
 * looked at: a list of thousands comes in many commands.
 */
export async function touching(
  { office, registry }: Pick<HubParts, 'office' | 'registry'>,
  learners: readonly LearnerId[],
  groups: readonly GroupId[] = [],
): Promise<Target> {
  const all = new Set(groups);
  for (const learner of new Set(learners)) {
    const [document] = await office.directory.all(`learner:${learner}`);
    const key = registry.learnerKey(learner);
    if (document?.type === 'learner' && key !== null) {
      all.add(openLearnerAccount(document, key).group);
    }
  }
  const documents = await office.directory.all('group:');
  const scopes = documents.flatMap((each) =>
    each.type === 'group' && all.has(each.group) ? (each.scope ?? 'men') : [],
  );
  return { groups: [...all], scopes: [...new Set(scopes)] };
}
