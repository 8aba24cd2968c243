import { useId } from 'react';
import { layOutChart } from '../../../domain/reports/chart-layout.ts';
import type { ReportChart as Chart } from '../../../shared/contracts/ipc/report-views.ts';
import { inLanguage, useLanguage } from '../../i18n/language.tsx';

/** Bars with their numbers written, told apart by pattern; a screen reader is told a table instead ([RPT6]). */
export function ReportChart({ chart }: { readonly chart: Chart }) {
  const language = useLanguage();
  const pattern = useId();
  const { width, height, labels, bars } = layOutChart(chart, language);
  const fillOf = (series: number) => (series === 0 ? `url(#${pattern})` : 'var(--ink)');
  const title = inLanguage(chart.title, language);
  return (
    <figure className="reports__chart">
      <figcaption>{title}</figcaption>
      {chart.series.length > 1 && (
        <ul className="reports__key" aria-hidden="true">
          {chart.series.map((name, series) => (
            <li key={name.km}>
              <svg width="22" height="12">
                <rect
                  x="0.5"
                  y="0.5"
                  width="21"
                  height="11"
                  fill={fillOf(series)}
                  stroke="var(--ink)"
                />
              </svg>
              {inLanguage(name, language)}
            </li>
          ))}
        </ul>
      )}
      <svg viewBox={`0 0 ${width} ${height}`} className="reports__bars" aria-hidden="true">
        <defs>
          <pattern
            id={pattern}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="5" height="5" fill="#fff" />
            <rect width="2" height="5" fill="#555" />
          </pattern>
        </defs>
        {labels.map(({ y, text }) => (
          <text key={y} x="0" y={y}>
            {text}
          </text>
        ))}
        {bars.map(({ y, width: wide, height: high, series, value }) => (
          <g key={y}>
            <rect
              x="0.5"
              y={y}
              width={Math.max(wide, 0.5)}
              height={high}
              fill={fillOf(series)}
              stroke="var(--ink)"
            />
            <text x={wide + 8} y={y + high - 2}>
              {value}
            </text>
          </g>
        ))}
      </svg>
      <ChartTable chart={chart} title={title} />
    </figure>
  );
}

function ChartTable({ chart, title }: { readonly chart: Chart; readonly title: string }) {
  const language = useLanguage();
  const ends = chart.unit === 'percent' ? '%' : '';
  return (
    <table className="unseen">
      <caption>{title}</caption>
      <tbody>
        {chart.bars.map(({ label, values }, place) => (
          <tr key={`${place} ${label.km}`}>
            <th scope="row">{inLanguage(label, language)}</th>
            {values.map((value, series) => (
              <td key={chart.series[series]?.km ?? series}>
                {`${inLanguage(chart.series[series] ?? chart.title, language)}: ${value}${ends}`}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
