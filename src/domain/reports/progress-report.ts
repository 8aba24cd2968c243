import type { Report, ReportCell, ReportChoice } from '../../shared/contracts/ipc/report-views.ts';
import { dayNumber } from '../training/review-card.ts';
import { doneUndated, notDone } from './learner-facts.ts';
import {
  chartOf,
  column,
  isShare,
  percentOf,
  reportOf,
  share,
  shortLabel,
  totalsOf,
} from './report-parts.ts';
import { byGroup, takersOf } from './report-ground.ts';
import type { ReportCourse, ReportGround, ReportLearner } from './report-ground.ts';
import { headings, notes, said, unfinishedDayNote, unheardNote } from './report-words.ts';

/** How far the chosen groups are with each course ([RPT2]). */
export function progressReport(choice: ReportChoice, ground: ReportGround): Report {
  const columns = [
    column('course', headings.course, 'text'),
    column('group', headings.group, 'text'),
    column('learners', headings.learners, 'number'),
    column('begun', headings.begun, 'number'),
    column('finished', headings.finished, 'number'),
    column('done', headings.done, 'number'),
    column('share', headings.share, 'share'),
    ...(isSpan(choice) ? [column('in-span', headings.inSpan, 'number')] : []),
  ];
  const counts = ground.courses.flatMap((course) => courseCounts(course, choice, ground));
  const rows = counts.map((each) => rowOf(each, isSpan(choice)));
  const undated = counts.reduce((sum, each) => sum + each.undated, 0);
  const unheard = ground.learners.filter(({ facts }) => facts === null).length;
  return reportOf(choice, ground, {
    columns,
    rows,
    // Somebody may take several courses, and is one person.
    totals: ground.courses.length === 1 && rows.length > 1 ? totalsOf(columns, rows) : null,
    chart: chartOf({
      title: said.chartProgress,
      unit: 'percent',
      series: [headings.share],
      bars: counts.map(({ course, group, cells }) => ({
        label: ground.courses.length === 1 ? shortLabel(group) : shortLabel(course.title, group),
        values: [isShare(cells.share) ? percentOf(cells.share) : 0],
      })),
    }),
    notes: [
      ...(counts.some(({ course }) => course.items.some(({ kind }) => kind === 'piece'))
        ? [notes.ownWord]
        : []),
      ...(isSpan(choice) && undated > 0 ? [unfinishedDayNote(undated)] : []),
      ...(unheard > 0 ? [unheardNote(unheard)] : []),
    ],
    names: false,
  });
}

const isSpan = ({ from, to }: ReportChoice) => from !== null || to !== null;

function courseCounts(course: ReportCourse, choice: ReportChoice, ground: ReportGround) {
  const takers = byGroup(takersOf(course, ground.learners));
  const items = new Set(course.items.map(({ key }) => ground.pool.numberOf(key)));
  const span = { first: dayOf(choice.from, 0), last: dayOf(choice.to, Infinity) };
  return ground.groups.flatMap(({ group, name }) => {
    const learners = takers.get(group) ?? [];
    if (learners.length === 0 || items.size === 0) return [];
    const each = learners.map((learner) => standingOf(learner, items, span));
    const sum = (of: (standing: Standing) => number) =>
      each.reduce((all, standing) => all + of(standing), 0);
    const done = sum((standing) => standing.done);
    const cells = {
      learners: learners.length,
      begun: sum(({ begun }) => Number(begun > 0)),
      finished: sum((standing) => Number(standing.done === items.size)),
      done,
      share: share(done, learners.length * items.size),
      inSpan: sum((standing) => standing.inSpan),
    };
    return [{ course, group: name, cells, undated: sum((standing) => standing.undated) }];
  });
}

const dayOf = (date: string | null, none: number) => (date === null ? none : dayNumber(date));

type Counts = ReturnType<typeof courseCounts>[number];

function rowOf({ course, group, cells }: Counts, spanned: boolean): ReportCell[] {
  const { learners, begun, finished, done, inSpan } = cells;
  const row: ReportCell[] = [course.title, group, learners, begun, finished, done, cells.share];
  return spanned ? [...row, inSpan] : row;
}

interface Standing {
  begun: number;
  done: number;
  inSpan: number;
  /** Done, on no known day. */
  undated: number;
}

function standingOf(
  { facts }: ReportLearner,
  items: ReadonlySet<number>,
  { first, last }: { readonly first: number; readonly last: number },
): Standing {
  const standing = { begun: 0, done: 0, inSpan: 0, undated: 0 };
  const held = facts?.items ?? nothing;
  for (let at = 0; at < held.length; at += 2) {
    if (!items.has(held[at] ?? 0)) continue;
    const day = held[at + 1] ?? notDone;
    standing.begun += 1;
    if (day === notDone) continue;
    standing.done += 1;
    if (day === doneUndated) standing.undated += 1;
    else if (day >= first && day <= last) standing.inSpan += 1;
  }
  return standing;
}

const nothing = new Uint32Array();
