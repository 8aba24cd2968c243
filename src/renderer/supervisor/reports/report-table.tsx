import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { sayCell } from '../../../domain/reports/say-cell.ts';
import type {
  Report,
  ReportCell,
  ReportColumn,
} from '../../../shared/contracts/ipc/report-views.ts';
import { formatNumber } from '../../../shared/khmer/numbers.ts';
import { inLanguage, useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { useReportsSay } from './reports-say.ts';

/** Rows drawn at once: thousands would hold the window up. */
const rowsAtOnce = 100;

const isCount = ({ type }: ReportColumn) => type !== 'text' && type !== 'day';

/** The table of a report, some rows at a time, the totals under each ([RPT1]). */
export function ReportTable({ report }: { readonly report: Report }) {
  const say = useReportsSay();
  const language = useLanguage();
  const [first, setFirst] = useState(0);
  const { columns, rows, totals } = report;
  const shown = rows.slice(first, first + rowsAtOnce);
  const number = (value: number) => formatNumber(value, language);
  return (
    <>
      <div className="reports__table">
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.id} scope="col" className={isCount(column) ? 'reports__count' : ''}>
                  {inLanguage(column.heading, language)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, at) => (
              <Line key={first + at} columns={columns} row={row} />
            ))}
          </tbody>
          {totals !== null && (
            <tfoot>
              <Line columns={columns} row={totals} />
            </tfoot>
          )}
        </table>
      </div>
      {rows.length > rowsAtOnce && (
        <div className="reports__pages">
          <Button
            icon={ArrowLeft}
            label={say('before')}
            disabled={first === 0}
            onPress={() => setFirst(first - rowsAtOnce)}
          />
          <span>
            {say('rows', {
              first: number(first + 1),
              last: number(first + shown.length),
              all: number(rows.length),
            })}
          </span>
          <Button
            icon={ArrowRight}
            label={say('after')}
            disabled={first + rowsAtOnce >= rows.length}
            onPress={() => setFirst(first + rowsAtOnce)}
          />
        </div>
      )}
    </>
  );
}

interface LineProps {
  readonly columns: readonly ReportColumn[];
  readonly row: readonly ReportCell[];
}

function Line({ columns, row }: LineProps) {
  const language = useLanguage();
  return (
    <tr>
      {columns.map((column, place) => (
        <td key={column.id} className={isCount(column) ? 'reports__count' : ''}>
          {sayCell(row[place] ?? null, language)}
        </td>
      ))}
    </tr>
  );
}
