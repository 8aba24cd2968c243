import type { Report, ReportCell, ReportChoice } from '../../shared/contracts/ipc/report-views.ts';
import { mostBars } from '../../shared/contracts/ipc/report-views.ts';
import { dayNumber } from '../training/review-card.ts';
import type { ReportGround, ReportLearner } from './report-ground.ts';
import { chartOf, column, reportOf, totalsOf } from './report-parts.ts';
import {
  dateOf,
  headings,
  monthsNote,
  notes,
  said,
  unheardNote,
  whenWords,
} from './report-words.ts';

/** How long learners were at it, and on how many days ([RPT4]). */
export function hoursReport(choice: ReportChoice, ground: ReportGround): Report {
  const columns = [
    column('learner', headings.learner, 'text'),
    column('group', headings.group, 'text'),
    column('days', headings.days, 'number'),
    column('minutes', headings.minutes, 'minutes'),
    column('films', headings.films, 'minutes'),
    column('confirmed-days', headings.confirmedDays, 'number'),
    column('confirmed', headings.confirmed, 'minutes'),
    // What was done when is not kept by day, so of a span nobody can say.
    ...(isWhole(choice) ? [column('active', headings.active, 'minutes')] : []),
  ];
  const names = new Map(ground.groups.map(({ group, name }) => [group, name]));
  const sums: Sums = { days: new Map(), months: new Map() };
  const span = spanOf(choice);
  const each = ground.learners.map((learner) => ({
    learner,
    time: { ...timeOf(learner, span, sums), confirmed: confirmedIn(learner, span) },
  }));
  const rows = each.map(({ learner, time }): ReportCell[] => [
    learner.name,
    names.get(learner.group) ?? { km: '–' },
    time.days,
    time.minutes,
    time.films,
    time.confirmed.length,
    time.confirmed.reduce((sum, { minutes }) => sum + minutes, 0),
    ...(isWhole(choice) ? [learner.facts?.active ?? 0] : []),
  ]);
  const uncounted = each.reduce((sum, { time }) => sum + time.uncounted, 0);
  const unheard = ground.learners.filter(({ facts }) => facts === null).length;
  return reportOf(choice, ground, {
    columns,
    rows,
    totals: rows.length > 1 ? totalsOf(columns, rows) : null,
    chart: chartOf({
      title: said.chartHours,
      unit: 'minutes',
      series: [headings.minutes],
      bars: barsOf(sums),
    }),
    notes: [
      notes.recorded,
      ...(uncounted > 0 ? [monthsNote(uncounted)] : []),
      ...(unheard > 0 ? [unheardNote(unheard)] : []),
    ],
    names: true,
  });
}

const isWhole = ({ from, to }: ReportChoice) => from === null && to === null;

const confirmedIn = ({ confirmed }: ReportLearner, { first, last }: Span) =>
  confirmed.filter(({ day }) => day >= first && day <= last);

interface Span {
  readonly first: number;
  readonly last: number;
}

const spanOf = ({ from, to }: ReportChoice): Span => ({
  first: from === null ? 0 : dayNumber(from),
  last: to === null ? Infinity : dayNumber(to),
});

/** Minutes of everybody, by day and by month as `YYYY-MM` names it. */
interface Sums {
  readonly days: Map<number, number>;
  readonly months: Map<string, number>;
}

interface Time {
  readonly days: number;
  readonly minutes: number;
  readonly films: number;
  /** Minutes of months that the span has a part of: which part was not kept. */
  readonly uncounted: number;
}

const nobody: Time = { days: 0, minutes: 0, films: 0, uncounted: 0 };

/** @param sums to which this learner's minutes are added */
function timeOf({ facts }: ReportLearner, span: Span, sums: Sums): Time {
  if (facts === null) return nobody;
  const isWithin = (day: number) => day >= span.first && day <= span.last;
  const shown = facts.films.filter(({ day }) =>
    day === null ? span.first === 0 && span.last === Infinity : isWithin(day),
  );
  let minutes = 0;
  for (let at = 0; at < facts.minutes.length; at += 2) {
    const day = facts.minutes[at] ?? 0;
    const more = facts.minutes[at + 1] ?? 0;
    if (!isWithin(day)) continue;
    minutes += more;
    sums.days.set(day, (sums.days.get(day) ?? 0) + more);
  }
  const months = monthsOf(facts.months, span, sums);
  return {
    days: facts.days.filter(isWithin).length,
    minutes: minutes + months.counted,
    films: shown.reduce((sum, film) => sum + film.minutes, 0),
    uncounted: months.uncounted,
  };
}

/** Of months of which only the sum is kept, those count that lie whole within the span. */
function monthsOf(months: Uint32Array, { first, last }: Span, sums: Sums) {
  let counted = 0;
  let uncounted = 0;
  for (let at = 0; at < months.length; at += 2) {
    const begin = months[at] ?? 0;
    const minutes = months[at + 1] ?? 0;
    const month = dateOf(begin).slice(0, 7);
    const end = dayNumber(dateOf(begin + 31).slice(0, 8) + '01') - 1;
    if (begin >= first && end <= last) {
      counted += minutes;
      sums.months.set(month, (sums.months.get(month) ?? 0) + minutes);
    } else if (begin <= last && end >= first) {
      uncounted += minutes;
    }
  }
  return { counted, uncounted };
}

/** By day where few of them have any, else by month; the newest. */
function barsOf({ days, months }: Sums) {
  const byDay = new Map([...days].map(([day, minutes]) => [dateOf(day), minutes]));
  const byMonth = new Map(months);
  for (const [day, minutes] of byDay) {
    const month = day.slice(0, 7);
    byMonth.set(month, (byMonth.get(month) ?? 0) + minutes);
  }
  const isShort = months.size === 0 && byDay.size <= mostBars && byMonth.size <= 2;
  const told = [...(isShort ? byDay : byMonth)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return told
    .slice(-mostBars)
    .map(([when, minutes]) => ({ label: whenWords(when), values: [minutes] }));
}
