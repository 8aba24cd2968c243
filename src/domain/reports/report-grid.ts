import type { Language } from '../../shared/ids.ts';
import type { Report, ReportCell, ReportColumn } from '../../shared/contracts/ipc/report-views.ts';
import type { Localized } from '../../shared/contracts/phrase.ts';
import { isShare, percentOf } from './report-parts.ts';
import { said } from './report-words.ts';

/** A cell of a file: text, or a number a spreadsheet can go on counting with. */
export type GridCell =
  | { readonly kind: 'heading' | 'text'; readonly text: string }
  | { readonly kind: 'number' | 'percent'; readonly value: number }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'empty' };

export type Grid = readonly (readonly GridCell[])[];

const empty: GridCell = { kind: 'empty' };

/** What a report's text is in a language; of what has no English name its Khmer one. */
export const textIn = ({ km, en }: Localized, language: Language): string =>
  language === 'km' ? km : (en ?? km);

/** One cell as a file has it: a percent is the whole one that is told, of a hundred. */
export function gridCell(cell: ReportCell, language: Language): GridCell {
  if (cell === null) return empty;
  if (typeof cell === 'number') return { kind: 'number', value: cell };
  if (typeof cell === 'string') return { kind: 'day', day: cell };
  if (isShare(cell)) return { kind: 'percent', value: percentOf(cell) };
  return { kind: 'text', text: textIn(cell, language) };
}

/** A whole report as the rows of a sheet: what it is, its table, what is drawn of it, and its notes ([RPT6]). */
export function reportGrid(report: Report, language: Language): Grid {
  const text = (of: Localized): GridCell => ({ kind: 'text', text: textIn(of, language) });
  const heading = (of: Localized): GridCell => ({ kind: 'heading', text: textIn(of, language) });
  const cells = (row: readonly ReportCell[]) => row.map((cell) => gridCell(cell, language));
  const { chart, totals } = report;
  return [
    [heading(report.title)],
    [text(report.counted)],
    ...report.about.map(({ name, value }) => [text(name), text(value)]),
    [],
    report.columns.map((column: ReportColumn) => heading(column.heading)),
    ...report.rows.map(cells),
    ...(totals === null ? [] : [cells(totals)]),
    ...(chart === null
      ? []
      : [
          [],
          [heading(chart.title), ...chart.series.map(heading)],
          ...chart.bars.map(({ label, values }) => [
            text(label),
            ...values.map((value): GridCell => ({
              kind: chart.unit === 'percent' ? 'percent' : 'number',
              value,
            })),
          ]),
        ]),
    [],
    [heading(said.notes)],
    ...report.notes.map((note) => [text(note)]),
  ];
}
