import type {
  AttendanceAsk,
  AttendanceDayView,
  AttendanceView,
} from '../../../shared/contracts/ipc/attendance-view.ts';
import { formatDate } from '../../../shared/khmer/dates.ts';
import { inLanguage, useLanguage } from '../../i18n/language.tsx';
import { monthsUpTo } from '../audit/months.ts';
import { sayMonth } from '../audit/say-month.ts';
import { Choice } from '../form/choice.tsx';
import { Select } from '../form/select.tsx';
import { lastDays } from '../site/reading-room/typed-count.ts';
import { useAttendanceSay } from './say-attendance.ts';
import type { AttendanceSay } from './say-attendance.ts';
import '../form/form.css';

interface WhichSheetProps {
  readonly view: AttendanceView;
  readonly sheet: NonNullable<AttendanceView['sheet']>;
  readonly onAsk: (changed: Partial<AttendanceAsk>) => void;
}

/** Which group, and which day or month of it. */
export function WhichSheet({ view, sheet, onAsk }: WhichSheetProps) {
  const say = useAttendanceSay();
  const language = useLanguage();
  const { groups, month, today } = view;
  const { group, day } = sheet;
  return (
    <div className="attendance__which">
      <Select
        label={say('group')}
        options={groups.map(({ group: value, name, waiting }) => {
          const label = inLanguage(name, language);
          return {
            value,
            label: waiting === 0 ? label : say('group.waiting', { name: label, count: waiting }),
          };
        })}
        value={group}
        onChange={(value) => onAsk({ group: value })}
      />
      {month === null ? (
        <DayChoice sheet={sheet} today={today} onChange={(value) => onAsk({ day: value })} />
      ) : (
        <Select
          label={say('month')}
          options={monthsUpTo(today ?? day).map((value) => ({
            value,
            label: sayMonth(value, language),
          }))}
          value={month.month}
          onChange={(value) => onAsk({ month: value })}
        />
      )}
      <Choice
        label={say('span')}
        options={(['day', 'month'] as const).map((value) => ({
          value,
          label: say(`span.${value}`),
        }))}
        value={month === null ? 'day' : 'month'}
        onChange={(value) => onAsk({ month: value === 'month' ? day.slice(0, 7) : null })}
      />
    </div>
  );
}

/** Days that can be chosen though they have no sheet. */
const recentDays = 14;

interface DayChoiceProps {
  readonly sheet: WhichSheetProps['sheet'];
  readonly today: string | null;
  readonly onChange: (day: string | null) => void;
}

function DayChoice({ sheet: { day, days }, today, onChange }: DayChoiceProps) {
  const say = useAttendanceSay();
  const language = useLanguage();
  const written = (of: AttendanceDayView) => {
    const name = formatDate(of.day, language);
    const named = of.day === today ? say('day.today', { day: name }) : name;
    return `${named} · ${stateOf(of, say)}`;
  };
  // A day of nobody can be filled in by hand, today's as well as one of the last weeks.
  const known = new Map(days.map((each) => [each.day, each]));
  const recent = today === null ? [] : lastDays(today, recentDays);
  const offered = [...new Set([...known.keys(), ...recent, day])].toSorted().toReversed();
  const empty = { lines: 0, waiting: 0, differing: 0, toCome: false };
  return (
    <Select
      label={say('day')}
      options={offered.map((value) => ({
        value,
        label: written(known.get(value) ?? { ...empty, day: value }),
      }))}
      value={day}
      onChange={onChange}
    />
  );
}

function stateOf({ lines, waiting, differing, toCome }: AttendanceDayView, say: AttendanceSay) {
  if (toCome) return say('state.to-come');
  if (lines === 0) return say('state.none');
  if (waiting > 0) return say('state.waiting', { count: waiting });
  return differing > 0 ? say('state.differs', { count: differing }) : say('state.done');
}
