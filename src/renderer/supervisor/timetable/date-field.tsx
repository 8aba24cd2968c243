import { monthName } from '../../../shared/khmer/dates.ts';
import { formatDigits } from '../../../shared/khmer/numbers.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Select } from '../form/select.tsx';
import { createSayHook } from '../../i18n/language.tsx';
import { weekTexts } from '../../i18n/texts/supervisor/timetable-panels.ts';

const useWeekSay = createSayHook(weekTexts);
const firstYear = 2025;
const years = Array.from({ length: 40 }, (_, at) => firstYear + at);
const upTo = (most: number) => Array.from({ length: most }, (_, at) => at + 1);
const two = (part: number | string) => String(part).padStart(2, '0');

interface DateFieldProps {
  readonly label: string;
  /** `YYYY-MM-DD`; may be no day of the calendar while it is chosen. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A date by its parts: what the browser draws for dates knows no Khmer. */
export function DateField({ label, value, onChange }: DateFieldProps) {
  const say = useWeekSay();
  const language = useLanguage();
  const [year = String(firstYear), month = '01', day = '01'] = value === '' ? [] : value.split('-');
  const known = [...new Set([...years, Number(year)])].sort((a, b) => a - b);
  const options = (parts: readonly number[], words: (part: number) => string) =>
    parts.map((part) => ({ value: two(part), label: words(part) }));
  const digits = (part: number) => formatDigits(part, language);
  return (
    <fieldset className="form__choice">
      <legend>{label}</legend>
      <div className="timetable__date">
        <Select
          label={say('date.day')}
          options={options(upTo(31), digits)}
          value={day}
          onChange={(next) => onChange(`${year}-${month}-${next ?? day}`)}
        />
        <Select
          label={say('date.month')}
          options={options(upTo(12), (each) => monthName(each, language))}
          value={month}
          onChange={(next) => onChange(`${year}-${next ?? month}-${day}`)}
        />
        <Select
          label={say('date.year')}
          options={options(known, digits)}
          value={year}
          onChange={(next) => onChange(`${next ?? year}-${month}-${day}`)}
        />
      </div>
    </fieldset>
  );
}
