import { groupScopes } from '../../../shared/contracts/group-scope.ts';
import type { CoursesView, ListedGroup } from '../../../shared/contracts/ipc/people-views.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { groupsTexts } from '../../i18n/texts/supervisor/groups.ts';
import { learnerFiltersTexts } from '../../i18n/texts/supervisor/learner-filters.ts';
import { FilterSelect, NameField } from '../learners/filter-fields.tsx';
import type { WantedGroups } from './find-groups.ts';

const useGroupsSay = createSayHook(groupsTexts);
const useFilterSay = createSayHook(learnerFiltersTexts);

interface GroupFiltersProps {
  readonly groups: readonly ListedGroup[];
  readonly courses: CoursesView['courses'];
  readonly wanted: WantedGroups;
  readonly onWant: (wanted: WantedGroups) => void;
}

/** Groups by name, whom they are for, and the courses some of them were put into ([LST5]). */
export function GroupFilters({ groups, courses, wanted, onWant }: GroupFiltersProps) {
  const say = useGroupsSay();
  const sayFilter = useFilterSay();
  const language = useLanguage();
  const scopes = groupScopes.filter((scope) => groups.some((each) => each.scope === scope));
  const taken = courses.filter(({ course }) =>
    groups.some((each) => each.courses.includes(course)),
  );
  return (
    <search className="learner-filters">
      <NameField
        label={say('search')}
        typed={wanted.typed}
        onType={(typed) => onWant({ ...wanted, typed })}
      />
      {scopes.length > 1 && (
        <FilterSelect
          label={sayFilter('scope')}
          none={sayFilter('scope.all')}
          options={scopes.map((value) => ({ value, label: say(`scope.${value}`) }))}
          value={wanted.scope}
          onChange={(scope) => onWant({ ...wanted, scope })}
        />
      )}
      {taken.length > 0 && (
        <FilterSelect
          label={sayFilter('course')}
          none={sayFilter('course.all')}
          options={taken.map(({ course, title }) => ({
            value: course,
            label: inLanguage(title, language),
          }))}
          value={wanted.course}
          onChange={(course) => onWant({ ...wanted, course })}
        />
      )}
    </search>
  );
}
