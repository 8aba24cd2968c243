import { reportGrid } from '../../domain/reports/report-grid.ts';
import type { Grid, GridCell } from '../../domain/reports/report-grid.ts';
import { reportPage } from '../../domain/reports/report-page.ts';
import type { ListFile } from '../../shared/contracts/ipc/list-views.ts';
import type { Report, ReportFormat } from '../../shared/contracts/ipc/report-views.ts';
import type { Language } from '../../shared/ids.ts';
import { writeWorkbook } from '../learner-file/write-workbook.ts';
import type { SheetCell } from '../learner-file/write-workbook.ts';
import { csvOf } from '../learner-file/write-list.ts';

const endings = { xlsx: 'xlsx', csv: 'csv', page: 'pdf' } as const;

/** A report as a file, or as the page it is printed from: drawn from the very report that is shown ([RPT1]). */
export async function reportFile(
  report: Report,
  {
    format,
    language,
    today,
  }: {
    readonly format: ReportFormat;
    readonly language: Language;
    readonly today: string | null;
  },
): Promise<ListFile> {
  const bytes = await bytesOf(report, format, language);
  const day = today === null ? '' : `-${today}`;
  return {
    name: `rean-${report.kind}${day}.${endings[format]}`,
    content: Buffer.from(bytes).toString('base64'),
  };
}

async function bytesOf(
  report: Report,
  format: ReportFormat,
  language: Language,
): Promise<Uint8Array> {
  if (format === 'page') return Buffer.from(reportPage(report, language), 'utf8');
  const grid = reportGrid(report, language);
  return format === 'xlsx' ? writeWorkbook(sheetOf(grid)) : csvOf(textsOf(grid));
}

const sheetOf = (grid: Grid): readonly (readonly SheetCell[])[] =>
  grid.map((row) => row.map(sheetCell));

function sheetCell(cell: GridCell): SheetCell {
  switch (cell.kind) {
    case 'heading':
      return { text: cell.text, look: 'heading' };
    case 'text':
      return cell.text;
    case 'number':
      return { value: cell.value, look: 'count' };
    case 'percent':
      return { value: cell.value / 100, look: 'percent' };
    case 'day':
      return { day: cell.day };
    case 'empty':
      return '';
  }
}

/** In digits that every spreadsheet reads, whatever language the rest is in. */
const textsOf = (grid: Grid): readonly (readonly string[])[] =>
  grid.map((row) =>
    row.map((cell) => {
      switch (cell.kind) {
        case 'heading':
        case 'text':
          return cell.text;
        case 'number':
          return String(cell.value);
        case 'percent':
          return `${cell.value}%`;
        case 'day':
          return cell.day;
        case 'empty':
          return '';
      }
    }),
  );
