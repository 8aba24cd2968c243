import type { HubParts } from '../hub-app.ts';

type Parts = Pick<HubParts, 'registry' | 'databases' | 'intake' | 'work'>;

/**
 * Has the state of erased learners taken away, where some is left: whatever was cut short before, or
 * came back with a journal that was lost ([ERA2]).
 */
export async function clearErased({ registry, databases, intake, work }: Parts): Promise<void> {
  const left = [];
  for (const learner of registry.erased) {
    if ((await databases.state.get(`learner:${learner}`)) !== null) left.push(learner);
  }
  if (left.length === 0) return;
  await intake.markAllForRefold(left);
  work.wake();
}
