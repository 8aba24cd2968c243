import { LifeBuoy, ListFilter, X } from 'lucide-react';
import { groupScopes } from '../../../shared/contracts/group-scope.ts';
import type { LearnerRow } from '../../../shared/contracts/ipc/views.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { groupsTexts } from '../../i18n/texts/supervisor/groups.ts';
import { learnerFiltersTexts } from '../../i18n/texts/supervisor/learner-filters.ts';
import { Button } from '../../ui/button.tsx';
import { screenNamed } from '../../ui/screen-name.ts';
import { FilterSelect } from './filter-fields.tsx';
import { awayTimes } from './find-learners.ts';
import type { FindGround, Wanted } from './find-learners.ts';

const useFilterSay = createSayHook(learnerFiltersTexts);
const useGroupsSay = createSayHook(groupsTexts);

const nothingMore = { scope: null, course: null, away: null, help: false } as const;

/** How many of the further filters are set. */
export function countMore({ scope, course, away, help }: Wanted): number {
  return [scope, course, away].filter((each) => each !== null).length + (help ? 1 : 0);
}

interface MoreButtonProps {
  readonly wanted: Wanted;
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onWant: (wanted: Wanted) => void;
}

/** Shows the further filters; once some are set, takes them away. */
export function MoreButton({ wanted, open, onOpen, onWant }: MoreButtonProps) {
  const say = useFilterSay();
  const count = countMore(wanted);
  if (count === 0) {
    return <Button icon={ListFilter} label={say('more')} pressed={open} onPress={onOpen} />;
  }
  return (
    <Button
      icon={X}
      label={say('more.none', { count })}
      onPress={() => onWant({ ...wanted, ...nothingMore })}
    />
  );
}

interface MoreFiltersProps {
  readonly rows: readonly LearnerRow[];
  readonly wanted: Wanted;
  readonly onWant: (wanted: Wanted) => void;
  readonly ground: FindGround;
}

/** By course, whom a group is for, days not here, and who needs help ([LST1]). */
export function MoreFilters({ rows, wanted, onWant, ground }: MoreFiltersProps) {
  const say = useFilterSay();
  const sayGroup = useGroupsSay();
  const language = useLanguage();
  const scopes = groupScopes.filter((scope) => rows.some((row) => row.scope === scope));
  const helped = rows.filter(({ needsHelp, disabled }) => needsHelp && !disabled).length;
  const courses = ground.courses.map(({ course, title }) => ({
    value: course,
    label: inLanguage(title, language),
  }));
  return (
    <div className="learner-filters__more" {...screenNamed('learners-filters')}>
      <FilterSelect
        label={say('course')}
        none={say('course.all')}
        options={[...courses, { value: 'none' as const, label: say('course.none') }]}
        value={wanted.course}
        onChange={(course) => onWant({ ...wanted, course })}
      />
      {scopes.length > 1 && (
        <FilterSelect
          label={say('scope')}
          none={say('scope.all')}
          options={scopes.map((value) => ({ value, label: sayGroup(`scope.${value}`) }))}
          value={wanted.scope}
          onChange={(scope) => onWant({ ...wanted, scope })}
        />
      )}
      {ground.today !== null && (
        <FilterSelect
          label={say('away')}
          none={say('away.all')}
          options={awayTimes.map((value) => ({ value, label: say('away.days', { days: value }) }))}
          value={wanted.away}
          onChange={(away) => onWant({ ...wanted, away })}
        />
      )}
      <Button
        icon={LifeBuoy}
        label={say('help', { count: helped })}
        pressed={wanted.help}
        onPress={() => onWant({ ...wanted, help: !wanted.help })}
      />
    </div>
  );
}
