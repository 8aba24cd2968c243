import type { Target } from '../../domain/permissions.ts';
import type { GroupId, LearnerId } from '../../shared/ids.ts';
import type { HubParts } from '../hub-app.ts';
import { readRoster } from './roster.ts';

/** Which groups a command touches: those named, and those its learners are in now. */
export async function touching(
  { office }: HubParts,
  learners: readonly LearnerId[],
  groups: readonly GroupId[] = [],
): Promise<Target> {
  const roster = await readRoster(office);
  const own = learners.flatMap((learner) => roster.learners.get(learner)?.group ?? []);
  const all = [...new Set([...groups, ...own])];
  const scopes = all.flatMap((group) => {
    const document = roster.groups.get(group);
    return document ? (document.scope ?? 'men') : [];
  });
  return { groups: all, scopes: [...new Set(scopes)] };
}
