import type { MonthHere } from '../../../../shared/contracts/ipc/learner-page-view.ts';
import { monthName } from '../../../../shared/khmer/dates.ts';
import { formatDigits } from '../../../../shared/khmer/numbers.ts';
import { createSayHook, useLanguage } from '../../../i18n/language.tsx';
import { learnerPageTexts } from '../../../i18n/texts/supervisor/learner-page.ts';

const usePageSay = createSayHook(learnerPageTexts);
const longestMonth = 31;

/** On how many days of each month somebody was here, newest first ([FLD9]). */
export function AttendancePart({ months }: { readonly months: readonly MonthHere[] }) {
  const say = usePageSay();
  const language = useLanguage();
  if (months.length === 0) return <p className="learner-about__soft">{say('here.none')}</p>;
  return (
    <ul className="attendance-part">
      {months.toReversed().map(({ month, days }) => (
        <li key={month}>
          <span>
            {monthName(Number(month.slice(5)), language)}{' '}
            {formatDigits(month.slice(0, 4), language)}
          </span>
          <span className="attendance-part__bar" aria-hidden="true">
            <span style={{ width: `${(100 * days) / longestMonth}%` }} />
          </span>
          <strong>{say('here.days', { days })}</strong>
        </li>
      ))}
    </ul>
  );
}
