import { useState } from 'react';
import { groupScopes } from '../../../shared/contracts/group-scope.ts';
import type { SlotPlan } from '../../../shared/contracts/timetable.ts';
import { mostGroupsOfSlot } from '../../../shared/contracts/timetable.ts';
import type { Clash } from '../../../domain/timetable/clashes.ts';
import { weekdayName } from '../../../shared/khmer/dates.ts';
import { formatClock } from '../../../shared/khmer/times.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { slotTexts } from '../../i18n/texts/supervisor/timetable-slot.ts';
import { Choice } from '../form/choice.tsx';
import { Select } from '../form/select.tsx';
import { TickList } from '../form/tick-list.tsx';
import { usePerson } from '../may.tsx';
import { ClashWords } from './clash-words.tsx';
import { useWeek } from './use-timetable.ts';
import { ownFirst } from './week.ts';

const useSlotSay = createSayHook(slotTexts);

/** As chosen so far; its end may still be before its beginning. */
export type TypedSlot = SlotPlan;

const stepMinutes = 15;
const quarters = Array.from({ length: (24 * 60) / stepMinutes + 1 }, (_, at) => at * stepMinutes);
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

interface SlotFieldsProps {
  readonly typed: TypedSlot;
  readonly clashes: readonly Clash[];
  readonly onChange: (typed: TypedSlot) => void;
}

/** When, for whom, which groups; what clashes is told where it is chosen ([TTB4]). */
export function SlotFields({ typed, clashes, onChange }: SlotFieldsProps) {
  const say = useSlotSay();
  const language = useLanguage();
  const { groups } = useWeek();
  const { scopes } = usePerson();
  const set = (changed: Partial<TypedSlot>) => onChange({ ...typed, ...changed });
  const times = (own: number) =>
    [...new Set([...quarters, own])]
      .sort((a, b) => a - b)
      .map((minute) => ({ value: String(minute), label: formatClock(minute, language) }));
  // Those that were in it as it was opened; what is ticked now stays where it is.
  const [own] = useState(typed.groups);
  const fitting = ownFirst(
    groups.filter(({ scope }) => scope === typed.scope),
    own,
  );
  return (
    <>
      <Select
        label={say('day')}
        options={weekdays.map((day) => ({ value: String(day), label: weekdayName(day, language) }))}
        value={String(typed.weekday)}
        onChange={(day) => set({ weekday: Number(day ?? typed.weekday) })}
      />
      <div className="timetable__times">
        <Select
          label={say('begins')}
          options={times(typed.begins).slice(0, -1)}
          value={String(typed.begins)}
          onChange={(minute) => set({ begins: Number(minute ?? typed.begins) })}
        />
        <Select
          label={say('ends')}
          options={times(typed.ends).slice(1)}
          value={String(typed.ends)}
          onChange={(minute) => set({ ends: Number(minute ?? typed.ends) })}
        />
      </div>
      <ClashWords clashes={clashes} of={['scopes']} />
      <Choice
        label={say('scope')}
        options={groupScopes
          .filter((scope) => scopes.includes(scope))
          .map((scope) => ({ value: scope, label: say(`scope.${scope}`) }))}
        value={typed.scope}
        // Groups of another kind can't come along.
        onChange={(scope) => set({ scope, groups: [] })}
      />
      {fitting.length === 0 ? (
        <p>{say('no-groups')}</p>
      ) : (
        <TickList
          label={say('groups')}
          items={fitting.map(({ group, name, learners }) => ({
            value: group,
            label: say('group', { name: inLanguage(name, language), count: learners }),
          }))}
          ticked={new Set(typed.groups)}
          onChange={(ticked) => set({ groups: [...ticked].slice(0, mostGroupsOfSlot) })}
        />
      )}
      <ClashWords clashes={clashes} of={['other-scope', 'group-twice']} />
    </>
  );
}
