import { DoorClosed, KeyRound } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { LearnerRow } from '../../../shared/contracts/ipc/views.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { firstSignInTexts } from '../../i18n/texts/supervisor/first-sign-ins.ts';
import { learnersTexts } from '../../i18n/texts/supervisor/learners.ts';
import { Button } from '../../ui/button.tsx';
import { useMay } from '../may.tsx';
import { everybody, isWithout } from './find-learners.ts';
import type { FindGround, Wanted } from './find-learners.ts';
import { FilterSelect, NameField } from './filter-fields.tsx';
import { groupsOf } from './learner-groups.ts';
import { MoreButton, MoreFilters, countMore } from './more-filters.tsx';

const useLearnersSay = createSayHook(learnersTexts);
const useFirstSay = createSayHook(firstSignInTexts);

interface LearnerFiltersProps {
  readonly rows: readonly LearnerRow[];
  readonly wanted: Wanted;
  readonly onWant: (wanted: Wanted) => void;
}

interface AllFiltersProps extends LearnerFiltersProps {
  readonly ground: FindGround;
}

/** Search by name in either script, by group, and by what else is known of learners ([LST1]). */
export function LearnerFilters({ ground, ...props }: AllFiltersProps) {
  const say = useLearnersSay();
  const { wanted, onWant } = props;
  const [more, setMore] = useState(false);
  return (
    <search className="learner-filters">
      <NameField
        label={say('search')}
        typed={wanted.typed}
        onType={(typed) => onWant({ ...wanted, typed })}
      />
      <GroupField {...props} />
      <MoreButton wanted={wanted} open={more} onOpen={() => setMore(!more)} onWant={onWant} />
      <WithoutButton {...props} />
      <ClosedButton {...props} />
      {(more || countMore(wanted) > 0) && <MoreFilters {...props} ground={ground} />}
    </search>
  );
}

function GroupField({ rows, wanted, onWant }: LearnerFiltersProps) {
  const say = useLearnersSay();
  const language = useLanguage();
  const groups = useMemo(() => groupsOf(rows, wanted.closed), [rows, wanted.closed]);
  return (
    <FilterSelect
      label={say('group')}
      none={say('group.all')}
      options={groups.map(({ group, name, count }) => ({
        value: group,
        label: say('group.counted', { group: inLanguage(name, language), count }),
      }))}
      value={wanted.group}
      onChange={(group) => onWant({ ...wanted, group })}
    />
  );
}

/** Leads to those who can't sign in by themselves yet, and back, for who gives them their numbers. */
function WithoutButton({ rows, wanted, onWant }: LearnerFiltersProps) {
  const say = useFirstSay();
  const may = useMay();
  const count = useMemo(() => rows.filter(isWithout).length, [rows]);
  if (count === 0 || !may('sign-in.reset')) return null;
  return (
    <Button
      icon={KeyRound}
      label={say('without', { count })}
      pressed={wanted.without}
      onPress={() => onWant({ ...wanted, closed: false, without: !wanted.without })}
    />
  );
}

/** Leads to those whose account is closed, and back; nothing where there is nobody. */
function ClosedButton({ rows, wanted, onWant }: LearnerFiltersProps) {
  const say = useLearnersSay();
  const count = useMemo(() => rows.filter(({ disabled }) => disabled).length, [rows]);
  if (count === 0 && !wanted.closed) return null;
  return (
    <Button
      icon={DoorClosed}
      label={say('closed', { count })}
      pressed={wanted.closed}
      onPress={() => onWant({ ...everybody, closed: !wanted.closed })}
    />
  );
}
