import { DoorClosed, KeyRound, Search, X } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import type { LearnerRow } from '../../../shared/contracts/ipc/views.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { firstSignInTexts } from '../../i18n/texts/supervisor/first-sign-ins.ts';
import { learnersTexts } from '../../i18n/texts/supervisor/learners.ts';
import { Button } from '../../ui/button.tsx';
import { useKeys } from '../form/khmer-keys.tsx';
import { useMay } from '../may.tsx';
import { everybody, isWithout } from './find-learners.ts';
import type { FindGround, Wanted } from './find-learners.ts';
import { groupsOf } from './learner-groups.ts';
import { MoreButton, MoreFilters, countMore } from './more-filters.tsx';
import './learner-filters.css';

const useLearnersSay = createSayHook(learnersTexts);
const useFirstSay = createSayHook(firstSignInTexts);
const mostTyped = 60;

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
  const { wanted, onWant } = props;
  const [more, setMore] = useState(false);
  return (
    <search className="learner-filters">
      <NameField typed={wanted.typed} onType={(typed) => onWant({ ...wanted, typed })} />
      <GroupField {...props} />
      <MoreButton wanted={wanted} open={more} onOpen={() => setMore(!more)} onWant={onWant} />
      <WithoutButton {...props} />
      <ClosedButton {...props} />
      {(more || countMore(wanted) > 0) && <MoreFilters {...props} ground={ground} />}
    </search>
  );
}

interface NameFieldProps {
  readonly typed: string;
  readonly onType: (typed: string) => void;
}

function NameField({ typed, onType }: NameFieldProps) {
  const say = useLearnersSay();
  const language = useLanguage();
  const keys = useKeys('km', language === 'km' ? 'km' : 'latin');
  return (
    <div className="learner-filters__name">
      <Search aria-hidden="true" />
      <input
        type="text"
        value={typed}
        placeholder={say('search')}
        aria-label={say('search')}
        maxLength={mostTyped}
        {...keys.typed}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onType(event.target.value)}
      />
      {typed !== '' && (
        <button type="button" aria-label={say('search.clear')} onClick={() => onType('')}>
          <X aria-hidden="true" />
        </button>
      )}
      {keys.button}
    </div>
  );
}

function GroupField({ rows, wanted, onWant }: LearnerFiltersProps) {
  const say = useLearnersSay();
  const language = useLanguage();
  const id = useId();
  const groups = useMemo(() => groupsOf(rows, wanted.closed), [rows, wanted.closed]);
  const choose = (value: string) =>
    onWant({ ...wanted, group: groups.find(({ group }) => group === value)?.group ?? null });
  return (
    <div className="learner-filters__group">
      <label htmlFor={id}>{say('group')}</label>
      <select id={id} value={wanted.group ?? ''} onChange={(event) => choose(event.target.value)}>
        <option value="">{say('group.all')}</option>
        {groups.map(({ group, name, count }) => (
          <option key={group} value={group}>
            {say('group.counted', { group: inLanguage(name, language), count })}
          </option>
        ))}
      </select>
    </div>
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
