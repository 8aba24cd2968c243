import type { ReportChart } from '../../shared/contracts/ipc/report-views.ts';
import type { Language } from '../../shared/ids.ts';
import { formatNumber } from '../../shared/khmer/numbers.ts';
import { textIn } from './report-grid.ts';

/**
 * Where the bars of a chart lie, for the screen and the paper alike: each label over its bars, each bar's
 * number written behind it, and series told apart by their pattern, so that grey print says it all.
 */
export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  readonly labels: readonly { readonly y: number; readonly text: string }[];
  readonly bars: readonly ChartBar[];
}

export interface ChartBar {
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Which series: 0 is hatched, 1 is full. */
  readonly series: number;
  readonly value: string;
}

const width = 680;
/** Room behind the longest bar for its number. */
const widest = width - 90;
const labelHeight = 22;
const barHeight = 14;
const gap = 10;

export function layOutChart({ bars, unit }: ReportChart, language: Language): ChartLayout {
  const most = unit === 'percent' ? 100 : Math.max(1, ...bars.flatMap(({ values }) => values));
  const labels: { y: number; text: string }[] = [];
  const drawn: ChartBar[] = [];
  let y = 0;
  for (const { label, values } of bars) {
    labels.push({ y: y + labelHeight - 7, text: textIn(label, language) });
    y += labelHeight;
    values.forEach((value, series) => {
      drawn.push({
        y,
        width: (Math.min(value, most) / most) * widest,
        height: barHeight,
        series,
        value: `${formatNumber(value, language)}${unit === 'percent' ? '%' : ''}`,
      });
      y += barHeight + 2;
    });
    y += gap;
  }
  return { width, height: y, labels, bars: drawn };
}
