import type { LearnerRow } from '../../../shared/contracts/ipc/views.ts';
import type { Localized } from '../../../shared/contracts/phrase.ts';
import type { GroupId } from '../../../shared/ids.ts';

export interface CountedGroup {
  readonly group: GroupId;
  readonly name: Localized;
  readonly count: number;
}

/** The groups of those rows whose account is closed, or of the others, with how many learners each has, in the rows' order. */
export function groupsOf(rows: readonly LearnerRow[], closed: boolean): readonly CountedGroup[] {
  const groups = new Map<GroupId, CountedGroup>();
  for (const { learner, groupName, disabled } of rows) {
    if (disabled !== closed) continue;
    const count = (groups.get(learner.group)?.count ?? 0) + 1;
    groups.set(learner.group, { group: learner.group, name: groupName, count });
  }
  return [...groups.values()];
}
