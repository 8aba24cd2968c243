import type { AuditFilter } from '../../../shared/contracts/audit.ts';
import { recordCommands } from '../../../shared/contracts/commands/record-commands.ts';
import { isoMoment } from '../../../shared/khmer/dates.ts';
import { formatDigits } from '../../../shared/khmer/numbers.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Select } from '../form/select.tsx';
import { useHubAnswer } from '../hub-answer.ts';
import { datesOf, daysOf, monthsUpTo } from './months.ts';
import { useAuditSay } from './names.ts';
import { sayMonth } from './say-month.ts';

type Dates = Pick<AuditFilter, 'from' | 'to'>;

interface WhenChoiceProps {
  readonly dates: Dates;
  readonly onChoose: (dates: Dates) => void;
}

const newest = { filter: {}, after: null };

/** A month, and a day of it, by the hub's clock: the newest entry tells up to when. */
export function WhenChoice({ dates: { from, to }, onChoose }: WhenChoiceProps) {
  const say = useAuditSay();
  const language = useLanguage();
  const { answer } = useHubAnswer(recordCommands['audit.read'], newest);
  const today = answer?.rows[0] && isoMoment(answer.rows[0].wallMs);
  const month = from?.slice(0, 7) ?? null;
  const day = from !== undefined && from === to ? String(Number(from.slice(8))) : null;
  const months = new Set([
    ...(today === undefined ? [] : monthsUpTo(today)),
    ...(month ? [month] : []),
  ]);
  return (
    <>
      <Select
        label={say('filter.month')}
        none={say('filter.month-all')}
        options={[...months].map((value) => ({ value, label: sayMonth(value, language) }))}
        value={month}
        onChange={(chosen) => onChoose(chosen === null ? {} : datesOf(chosen, null))}
      />
      {month !== null && (
        <Select
          label={say('filter.day')}
          none={say('filter.day-all')}
          options={daysOf(month).map((each) => ({
            value: String(each),
            label: formatDigits(each, language),
          }))}
          value={day}
          onChange={(chosen) => onChoose(datesOf(month, chosen === null ? null : Number(chosen)))}
        />
      )}
    </>
  );
}
