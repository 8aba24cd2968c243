import type { Report, ReportCell, ReportChart } from '../../shared/contracts/ipc/report-views.ts';
import type { Localized } from '../../shared/contracts/phrase.ts';
import type { Language } from '../../shared/ids.ts';
import { escapeHtml } from '../print/html.ts';
import { printedPage } from '../print/printed-page.ts';
import { layOutChart, layOutColumns } from './chart-layout.ts';
import type { ChartLayout } from './chart-layout.ts';
import { textIn } from './report-grid.ts';
import { said } from './report-words.ts';
import { sayCell } from './say-cell.ts';

/** So many columns fit across an upright page. */
const uprightColumns = 7;

const style = (wide: boolean) => `<style>
@page { size: A4 ${wide ? 'landscape' : 'portrait'}; margin: 12mm; }
body { font-size: 9.5pt; }
h1 { margin: 0 0 1mm; }
p { margin: 0 0 1.5mm; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 4mm; margin: 0 0 3mm; }
dt { color: #444; } dd { margin: 0; overflow-wrap: anywhere; }
table { table-layout: auto; font-size: 9pt; line-height: 1.45; margin-bottom: 4mm; }
thead { display: table-header-group; }
thead th { font-weight: 600; border-bottom: 0.4mm solid #1c1c28; vertical-align: bottom; padding: 0 2mm 1mm 0; }
td { text-align: left; padding: 0.6mm 2mm 0.6mm 0; overflow-wrap: anywhere; }
th.count, td.count { text-align: right; overflow-wrap: normal; white-space: nowrap; }
thead th.count { white-space: normal; }
th.count + th.words, td.count + td.words { padding-left: 4mm; }
tr.total td { font-weight: 600; border-top: 0.4mm solid #1c1c28; }
figure { margin: 0 0 4mm; break-inside: avoid; }
figcaption { font-weight: 600; margin-bottom: 1mm; }
.key { display: flex; gap: 6mm; margin-bottom: 1mm; font-size: 9pt; }
.key span { display: flex; align-items: center; gap: 1.5mm; }
.columns { display: grid; grid-template-columns: 1fr 1fr; gap: 8mm; } .columns svg { width: 100%; height: auto; }
text { font: 12px 'Printed Khmer', 'Noto Sans Khmer', 'Khmer OS', sans-serif; fill: #1c1c28; }
</style>`;

/** A report on paper: what it counts, the chart, the table and the notes, all of the one report ([RPT6]). */
export function reportPage(report: Report, language: Language): string {
  const say = (text: Localized) => escapeHtml(textIn(text, language));
  const { title, about, counted, chart, notes } = report;
  const wide = report.columns.length > uprightColumns;
  const facts = about.map(({ name, value }) => `<dt>${say(name)}</dt><dd>${say(value)}</dd>`);
  return printedPage(
    textIn(title, language),
    `${style(wide)}<main lang="${language}">
<h1>${say(title)}</h1>
<p>${say(counted)}</p>
<dl>${facts.join('')}</dl>
${chart === null ? '' : figure(chart, language, wide)}
${table(report, language)}
<h2>${say(said.notes)}</h2>
${notes.map((note) => `<p>${say(note)}</p>`).join('')}</main>`,
  );
}

function table({ columns, rows, totals }: Report, language: Language): string {
  const kinds = columns.map(({ type }) => (type === 'text' || type === 'day' ? 'words' : 'count'));
  const heads = columns.map(
    ({ heading }, place) =>
      `<th class="${kinds[place]}">${escapeHtml(textIn(heading, language))}</th>`,
  );
  const line = (row: readonly ReportCell[], kind: string) =>
    `<tr class="${kind}">${row
      .map(
        (cell, place) => `<td class="${kinds[place]}">${escapeHtml(sayCell(cell, language))}</td>`,
      )
      .join('')}</tr>`;
  const body = rows.map((row) => line(row, 'row')).join('');
  const last = totals === null ? '' : line(totals, 'total');
  return `<table><thead><tr>${heads.join('')}</tr></thead><tbody>${body}${last}</tbody></table>`;
}

/** Two patterns that grey print tells apart. */
const patterns = `<defs><pattern id="hatched" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="#fff"/><rect width="2" height="5" fill="#555"/></pattern></defs>`;
const fills = ['url(#hatched)', '#1c1c28'];
const fillOf = (series: number) => fills[series] ?? fills[0];

/** @param wide whether the page lies on its side: two columns of bars leave room for the table under them */
function figure(chart: ReportChart, language: Language, wide: boolean): string {
  const drawn = wide
    ? `<div class="columns">${layOutColumns(chart, language).map(drawing).join('')}</div>`
    : drawing(layOutChart(chart, language));
  return `<figure><figcaption>${escapeHtml(textIn(chart.title, language))}</figcaption>${keyOf(chart, language)}
${drawn}</figure>`;
}

function drawing({ width, height, labels, bars }: ChartLayout): string {
  const words = labels.map(({ y, text }) => `<text x="0" y="${y}">${escapeHtml(text)}</text>`);
  const drawn = bars.map(
    ({ y, width: wide, height: high, series, value }) =>
      `<rect x="0" y="${y}" width="${Math.max(wide, 0.5).toFixed(1)}" height="${high}" fill="${fillOf(series)}" stroke="#1c1c28" stroke-width="0.8"/><text x="${(wide + 6).toFixed(1)}" y="${y + high - 3}">${escapeHtml(value)}</text>`,
  );
  return `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" style="max-width:100%">${patterns}${words.join('')}${drawn.join('')}</svg>`;
}

function keyOf({ series }: ReportChart, language: Language): string {
  if (series.length < 2) return '';
  const entries = series.map(
    (name, place) =>
      `<span><svg width="22" height="12">${patterns}<rect x="0.5" y="0.5" width="21" height="11" fill="${fillOf(place)}" stroke="#1c1c28"/></svg>${escapeHtml(textIn(name, language))}</span>`,
  );
  return `<div class="key">${entries.join('')}</div>`;
}
