import { useId } from 'react';
import type { AnswerDay } from '../../../../shared/contracts/ipc/learner-page-view.ts';
import { formatDate } from '../../../../shared/khmer/dates.ts';
import { formatNumber } from '../../../../shared/khmer/numbers.ts';
import { createSayHook, useLanguage } from '../../../i18n/language.tsx';
import { learnerPageTexts } from '../../../i18n/texts/supervisor/learner-page.ts';
import { barsOf, chart } from './chart-bars.ts';
import type { Bar } from './chart-bars.ts';

const usePageSay = createSayHook(learnerPageTexts);

/** Days drawn: more are too thin to be told apart; the table has all. */
const mostDrawn = 30;

/**
 * Answers by lab day: right ones filled, those not yet right hatched, those that were shown hollow, so
 * that it is read in grey as well ([LPG2]). A table says the same in figures.
 */
export function AnswersChart({ days }: { readonly days: readonly AnswerDay[] }) {
  const say = usePageSay();
  const language = useLanguage();
  const hatch = useId();
  if (days.length === 0) return <p className="learner-about__soft">{say('answers.none')}</p>;
  const drawn = days.slice(-mostDrawn);
  const { bars, most } = barsOf(drawn);
  const [first, last] = [drawn[0], drawn.at(-1)];
  return (
    <div className="answers-chart">
      <Legend />
      <svg
        viewBox={`0 0 ${chart.width} ${chart.height}`}
        role="img"
        aria-label={say('answers.chart', { days: drawn.length })}
      >
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse">
          <path className="answers-chart__hatch" d="M0 6 6 0M-1 1 1 -1M5 7 7 5" />
        </pattern>
        <text className="answers-chart__words" x="0" y="14">
          {formatNumber(most, language)}
        </text>
        {bars.map((bar) => (
          <BarOf key={bar.day} bar={bar} hatch={`url(#${hatch})`} />
        ))}
        <line
          className="answers-chart__ground"
          x1={chart.left}
          x2={chart.width}
          y1={chart.ground}
          y2={chart.ground}
        />
      </svg>
      <p className="answers-chart__days">
        <span>{first && formatDate(first.day, language)}</span>
        {drawn.length > 1 && <span>{last && formatDate(last.day, language)}</span>}
      </p>
      <AnswersTable days={days} />
    </div>
  );
}

function BarOf({ bar, hatch }: { readonly bar: Bar; readonly hatch: string }) {
  return (
    <>
      {bar.parts.map(({ kind, top, height }) => (
        <rect
          key={kind}
          className={`answers-chart__part answers-chart__part--${kind}`}
          x={bar.x}
          y={top}
          width={bar.width}
          height={height}
          {...(kind === 'notYet' ? { style: { fill: hatch } } : {})}
        />
      ))}
    </>
  );
}

function Legend() {
  const say = usePageSay();
  return (
    <ul className="answers-chart__legend">
      {(['right', 'notYet', 'shown'] as const).map((kind) => (
        <li key={kind}>
          <span
            className={`answers-chart__sample answers-chart__sample--${kind}`}
            aria-hidden="true"
          />
          {say(`answers.${kind}`)}
        </li>
      ))}
    </ul>
  );
}

/** The same in figures, newest first. */
function AnswersTable({ days }: { readonly days: readonly AnswerDay[] }) {
  const say = usePageSay();
  const language = useLanguage();
  return (
    <details className="answers-chart__table">
      <summary>{say('answers.table')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('answers.day')}</th>
            <th scope="col">{say('answers.right')}</th>
            <th scope="col">{say('answers.notYet')}</th>
            <th scope="col">{say('answers.shown')}</th>
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map(({ day, right, notYet, shown }) => (
            <tr key={day}>
              <th scope="row">{formatDate(day, language)}</th>
              <td>{formatNumber(right, language)}</td>
              <td>{formatNumber(notYet, language)}</td>
              <td>{formatNumber(shown, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
