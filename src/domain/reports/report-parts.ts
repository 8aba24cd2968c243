import { clustersOf } from '../../shared/khmer/clusters.ts';
import { mostBars } from '../../shared/contracts/ipc/report-views.ts';
import type {
  Report,
  ReportCell,
  ReportChart,
  ReportChoice,
  ReportColumn,
  Share,
} from '../../shared/contracts/ipc/report-views.ts';
import type { Localized } from '../../shared/contracts/phrase.ts';
import type { ReportGround } from './report-ground.ts';
import { countedWords, headings, notes, reportTitles, said, spanWords } from './report-words.ts';

/** What reports of every kind are put together from. */

export const column = (
  id: string,
  heading: Localized,
  type: ReportColumn['type'],
): ReportColumn => ({ id, heading, type });

/** Null where there is nothing to take a share of. */
export const share = (part: number, of: number): Share | null => (of === 0 ? null : { part, of });

/** As a share is told everywhere: whole percent. */
export const percentOf = ({ part, of }: Share): number => Math.round((part / of) * 100);

/** The sum of each column of numbers; of others nothing. */
export function totalsOf(
  columns: readonly ReportColumn[],
  rows: Report['rows'],
): readonly ReportCell[] {
  return columns.map(({ type }, place) => {
    if (place === 0) return headings.total;
    if (type === 'share') return sharesOf(rows.map((row) => row[place] ?? null));
    if (type !== 'number' && type !== 'minutes') return null;
    return rows.reduce((sum, row) => sum + numberIn(row[place]), 0);
  });
}

const numberIn = (cell: ReportCell | undefined) => (typeof cell === 'number' ? cell : 0);

function sharesOf(cells: readonly ReportCell[]): Share | null {
  const shares = cells.filter(isShare);
  const sum = (of: (each: Share) => number) => shares.reduce((all, each) => all + of(each), 0);
  return share(
    sum(({ part }) => part),
    sum(({ of }) => of),
  );
}

export const isShare = (cell: ReportCell): cell is Share =>
  typeof cell === 'object' && cell !== null && 'of' in cell;

/** Bars that are any; null where there are none. The table has the others. */
export function chartOf(chart: ReportChart): ReportChart | null {
  const drawn = chart.bars.filter(({ values }) => values.some((value) => value > 0));
  return drawn.length === 0 ? null : { ...chart, bars: drawn.slice(0, mostBars) };
}

/** A label that fits beside its bar, whatever somebody called the thing. */
export function shortLabel(...parts: readonly Localized[]): Localized {
  const en = parts.some((part) => part.en !== undefined);
  const km = parts.map((part) => clipped(part.km)).join(' · ');
  return en ? { km, en: parts.map((part) => clipped(part.en ?? part.km)).join(' · ') } : { km };
}

/** Written units: a Khmer one is several letters, of which none is cut off. */
const labelUnits = 34;

function clipped(text: string): string {
  const units = clustersOf(text);
  return units.length <= labelUnits ? text : `${units.slice(0, labelUnits - 1).join('')}…`;
}

interface Body {
  readonly columns: readonly ReportColumn[];
  readonly rows: Report['rows'];
  readonly totals?: readonly ReportCell[] | null;
  readonly chart: ReportChart | null;
  readonly notes: readonly Localized[];
  readonly names: boolean;
}

/** A whole report: what every kind says of itself, around what it counts. */
export function reportOf(choice: ReportChoice, ground: ReportGround, body: Body): Report {
  const { kind } = choice;
  const { columns, rows, totals = null, chart, names } = body;
  return {
    kind,
    title: reportTitles[kind],
    about: aboutOf(choice, ground),
    counted: countedWords[kind],
    columns: [...columns],
    rows,
    totals: totals && [...totals],
    chart,
    notes: [...body.notes, names ? notes.named : notes.unnamed],
    names,
  };
}

function aboutOf(choice: ReportChoice, { groups, courses, today }: ReportGround): Report['about'] {
  const { kind, from, to } = choice;
  const spanned = kind === 'progress' || kind === 'hours';
  return [
    {
      name: headings.whichGroups,
      value: choice.groups === null ? said.everyGroup : listed(groups.map(({ name }) => name)),
    },
    ...(kind === 'hours'
      ? []
      : [
          {
            name: headings.course,
            value:
              choice.course === null ? said.everyCourse : listed(courses.map(({ title }) => title)),
          },
        ]),
    {
      name: headings.span,
      value: spanned ? spanWords(from, to) : spanWords(null, today),
    },
  ];
}

function listed(names: readonly Localized[]): Localized {
  if (names.length === 0) return { km: '–' };
  const km = names.map((name) => name.km).join(', ');
  return {
    km: km.slice(0, 2000),
    en: names
      .map(({ km: own, en }) => en ?? own)
      .join(', ')
      .slice(0, 2000),
  };
}
