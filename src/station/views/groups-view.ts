import type { Actor } from '../../domain/permissions.ts';
import type { GroupsView } from '../../shared/contracts/ipc/people-views.ts';
import { inNameOrder } from '../../shared/khmer/collation.ts';
import type { GroupId } from '../../shared/ids.ts';
import type { Directory } from '../directory/directory.ts';
import { seesGroup } from '../supervisor/within-reach.ts';

/** The groups somebody sees, by name, with how many may sign in of each ([PRM5]). */
export function groupsView(
  { groups, learners }: Pick<Directory, 'groups' | 'learners'>,
  actor: Actor,
): GroupsView {
  const counts = new Map<GroupId, number>();
  for (const { group, disabled } of learners.values()) {
    if (!disabled) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  const seen = [...groups.values()]
    .filter(({ group }) => seesGroup(actor, group, { groups }))
    .map(({ group, name, symbol, scope = 'men' }) => ({
      group,
      name,
      symbol,
      scope,
      learners: counts.get(group) ?? 0,
    }));
  return { groups: inNameOrder(seen, ({ name }) => name.km) };
}
