import { monthPage } from '../../../domain/attendance/sheet-page.ts';
import type {
  AttendanceFiguresView,
  AttendanceMonthView,
  AttendanceView,
} from '../../../shared/contracts/ipc/attendance-view.ts';
import { absences } from '../../../shared/contracts/lab-attendance.ts';
import type { Language } from '../../../shared/ids.ts';
import { formatNumber } from '../../../shared/khmer/numbers.ts';
import { inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { useMay } from '../may.tsx';
import { PrintButton } from './print-button.tsx';
import { sayMinutes, useAttendanceSay } from './say-attendance.ts';
import type { AttendanceSay } from './say-attendance.ts';

interface MonthProps {
  readonly view: AttendanceView;
  readonly sheet: NonNullable<AttendanceView['sheet']>;
  readonly month: AttendanceMonthView;
}

/** A group's month, what is confirmed and what is proposed only apart ([ATT7]). */
export function Month({ view, sheet, month }: MonthProps) {
  const say = useAttendanceSay();
  const language = useLanguage();
  const may = useMay();
  const { rows } = month;
  const name = view.groups.find(({ group }) => group === sheet.group)?.name ?? { km: '' };
  if (rows.length === 0) return <p className="attendance__none">{say('month.none')}</p>;
  return (
    <div className="attendance">
      <div className="attendance__sheet">
        <table>
          <thead>
            <tr>
              <th scope="col">{say('learner')}</th>
              <th scope="col">{say('month.days')}</th>
              <th scope="col">{say('month.minutes')}</th>
              <th scope="col">{say('month.away')}</th>
              <th scope="col">{say('month.proposed')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ learner, name: who, figures: { confirmed, proposed } }) => (
              <tr key={learner}>
                <th scope="row" lang={languageGiven(who, language)}>
                  {inLanguage(who, language)}
                </th>
                <td className="attendance__number">{formatNumber(confirmed.days, language)}</td>
                <td className="attendance__number">{sayMinutes(confirmed, say)}</td>
                <td>{sayAway(confirmed.away, say, language)}</td>
                <td>
                  {proposed.days > 0 &&
                    say('month.proposed-days', {
                      count: proposed.days,
                      time: sayMinutes({ ...proposed, about: true }, say),
                    })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {may('attendance.confirm') && (
        <div className="attendance__foot">
          <PrintButton
            of={{
              group: sheet.group,
              of: month.month,
              learners: rows.map(({ learner }) => learner),
            }}
            page={() => {
              const { today } = view;
              return monthPage(
                { group: name, month: month.month, today: today ?? sheet.day },
                rows,
              );
            }}
          />
        </div>
      )}
    </div>
  );
}

function sayAway(
  away: AttendanceFiguresView['confirmed']['away'],
  say: AttendanceSay,
  language: Language,
): string {
  return absences
    .filter((each) => away[each] > 0)
    .map((each) => `${say(`absence.${each}`)} ${formatNumber(away[each], language)}`)
    .join(' · ');
}
