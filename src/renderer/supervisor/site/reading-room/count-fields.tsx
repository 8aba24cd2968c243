import { groupScopes } from '../../../../shared/contracts/group-scope.ts';
import {
  bookTopics,
  countedWithinDays,
  mostCounted,
} from '../../../../shared/contracts/reading-room.ts';
import { formatDate } from '../../../../shared/khmer/dates.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Choice } from '../../form/choice.tsx';
import { Field } from '../../form/field.tsx';
import { Select } from '../../form/select.tsx';
import { usePerson } from '../../may.tsx';
import { useRoomSay } from './say-room.ts';
import { lastDays, numberIn } from './typed-count.ts';
import type { TypedCount } from './typed-count.ts';

interface CountFieldsProps {
  readonly typed: TypedCount;
  /** The lab's date. */
  readonly today: string;
  readonly onChange: (typed: TypedCount) => void;
}

/** Visits of some people, or books of a topic, on a day. */
export function CountFields({ typed, today, onChange }: CountFieldsProps) {
  const say = useRoomSay();
  const language = useLanguage();
  const set = (changed: Partial<TypedCount>) => onChange({ ...typed, ...changed });
  const sayDay = (day: string) => {
    const written = formatDate(day, language);
    return day === today ? say('day.today', { day: written }) : written;
  };
  // An old entry is corrected on its own day, however long ago that is.
  const days = lastDays(today, countedWithinDays + 1);
  const offered = typed.day === null || days.includes(typed.day) ? days : [...days, typed.day];
  return (
    <>
      <Choice
        label={say('what')}
        options={(['visits', 'loans'] as const).map((value) => ({
          value,
          label: say(`what.${value}`),
        }))}
        value={typed.kind}
        onChange={(kind) => set({ kind })}
      />
      <Select
        label={say('day')}
        options={offered.map((value) => ({ value, label: sayDay(value) }))}
        value={typed.day ?? today}
        onChange={(day) => set({ day: day === today ? null : day })}
      />
      {typed.kind === 'visits' ? (
        <VisitFields typed={typed} set={set} />
      ) : (
        <LoanFields typed={typed} set={set} />
      )}
    </>
  );
}

interface PartProps {
  readonly typed: TypedCount;
  readonly set: (changed: Partial<TypedCount>) => void;
}

function VisitFields({ typed: { scope, people }, set }: PartProps) {
  const say = useRoomSay();
  const { scopes } = usePerson();
  return (
    <>
      <Choice
        label={say('who')}
        options={groupScopes
          .filter((value) => scopes.includes(value))
          .map((value) => ({ value, label: say(`who.${value}`) }))}
        value={scope}
        onChange={(value) => set({ scope: value })}
      />
      <NumberField
        label={say('people')}
        value={people}
        onChange={(value) => set({ people: value })}
      />
    </>
  );
}

function LoanFields({ typed: { topic, lent, returned }, set }: PartProps) {
  const say = useRoomSay();
  return (
    <>
      <Select
        label={say('topic')}
        none={say('choose')}
        options={bookTopics.map((value) => ({ value, label: say(`topic.${value}`) }))}
        value={topic}
        onChange={(value) => set({ topic: value })}
      />
      <NumberField
        label={say('lent.number')}
        value={lent}
        onChange={(value) => set({ lent: value })}
      />
      <NumberField
        label={say('returned.number')}
        value={returned}
        onChange={(value) => set({ returned: value })}
      />
    </>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function NumberField({ label, value, onChange }: NumberFieldProps) {
  const say = useRoomSay();
  const wrong = numberIn(value) === null;
  return (
    <Field
      label={label}
      value={value}
      maxLength={6}
      {...(wrong ? { hint: say('number.wrong', { most: mostCounted }) } : {})}
      onChange={onChange}
    />
  );
}
