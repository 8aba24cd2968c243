import type { GroupScope } from '../../../shared/contracts/group-scope.ts';
import type { ListedGroup } from '../../../shared/contracts/ipc/people-views.ts';
import type { CourseId } from '../../../shared/ids.ts';
import { fits, searchForms, wordsOf } from '../learners/name-search.ts';

export interface WantedGroups {
  /** As typed, in either script ([SUP7]); empty for all. */
  readonly typed: string;
  readonly scope: GroupScope | null;
  readonly course: CourseId | null;
}

export const allGroups: WantedGroups = { typed: '', scope: null, course: null };

/** The groups that fit, in the order they came ([LST5]). */
export function findGroups(
  groups: readonly ListedGroup[],
  { typed, scope, course }: WantedGroups,
): readonly ListedGroup[] {
  const words = wordsOf(typed);
  return groups.filter(
    (each) =>
      (scope === null || each.scope === scope) &&
      (course === null || each.courses.includes(course)) &&
      (words.length === 0 || fits(searchForms(each.name), words)),
  );
}
