import type { ReportCell } from '../../shared/contracts/ipc/report-views.ts';
import type { Language } from '../../shared/ids.ts';
import { formatDate } from '../../shared/khmer/dates.ts';
import { formatNumber } from '../../shared/khmer/numbers.ts';
import { gridCell } from './report-grid.ts';

/** A cell as the screen and the paper show it: the very number that the files have ([RPT1]). */
export function sayCell(cell: ReportCell, language: Language): string {
  const told = gridCell(cell, language);
  switch (told.kind) {
    case 'empty':
      return '–';
    case 'number':
      return formatNumber(told.value, language);
    case 'percent':
      return `${formatNumber(told.value, language)}%`;
    case 'day':
      return formatDate(told.day, language);
    case 'heading':
    case 'text':
      return told.text;
  }
}
