import type { HubParts } from '../hub-app.ts';

type Parts = Pick<HubParts, 'registry' | 'databases' | 'intake' | 'work' | 'recordings'>;

/**
 * Has the state and the recordings of erased learners taken away, where some are left: whatever was cut
 * short before, or came back with a journal or a backup ([ERA2], [RAL4]).
 */
export async function clearErased(parts: Parts): Promise<void> {
  const { registry, databases, intake, work, recordings } = parts;
  await recordings?.erase(registry.erased);
  const left = [];
  for (const learner of registry.erased) {
    if ((await databases.state.get(`learner:${learner}`)) !== null) left.push(learner);
  }
  if (left.length === 0) return;
  await intake.markAllForRefold(left);
  work.wake();
}
