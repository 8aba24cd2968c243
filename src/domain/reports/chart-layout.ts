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

/** Across the screen or an upright page; and of two columns across a page that lies on its side. */
const wholeWidth = 680;
const columnWidth = 490;
/** Behind the longest bar, for its number. */
const numberWidth = 90;
const labelHeight = 22;
const barHeight = 14;
const gap = 10;

export const layOutChart = (chart: ReportChart, language: Language): ChartLayout =>
  layOut(chart, chart.bars, wholeWidth, language);

/** The same in two columns beside each other, read down the first and then the second. */
export function layOutColumns(chart: ReportChart, language: Language): readonly ChartLayout[] {
  const half = Math.ceil(chart.bars.length / 2);
  return [chart.bars.slice(0, half), chart.bars.slice(half)]
    .filter((bars) => bars.length > 0)
    .map((bars) => layOut(chart, bars, columnWidth, language));
}

/** @param part the bars of it that are laid out, as long as they are among all */
function layOut(
  { bars, unit }: ReportChart,
  part: ReportChart['bars'],
  width: number,
  language: Language,
): ChartLayout {
  const most = unit === 'percent' ? 100 : Math.max(1, ...bars.flatMap(({ values }) => values));
  const widest = width - numberWidth;
  const labels: { y: number; text: string }[] = [];
  const drawn: ChartBar[] = [];
  let y = 0;
  for (const { label, values } of part) {
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
