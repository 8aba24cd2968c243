import type { Report, ReportCell, ReportChoice } from '../../shared/contracts/ipc/report-views.ts';
import { lessonKey } from '../lesson-progress.ts';
import { hasMastered } from './learner-facts.ts';
import { takersOf } from './report-ground.ts';
import type { ReportCourse, ReportGround, ReportSkill } from './report-ground.ts';
import { chartOf, column, reportOf, share, shortLabel } from './report-parts.ts';
import { headings, nobodyNote, notes, said } from './report-words.ts';

/** Which skills of the courses who has mastered; those that nobody has come first ([RPT2]). */
export function skillsReport(choice: ReportChoice, ground: ReportGround): Report {
  const counts = ground.courses
    .flatMap((course) => skillCounts(course, ground))
    .toSorted((a, b) => rank(a) - rank(b) || b.tried - a.tried);
  const nobody = counts.filter(({ tried, mastered }) => tried > 0 && mastered === 0);
  return reportOf(choice, ground, {
    columns: [
      column('course', headings.course, 'text'),
      column('skill', headings.skill, 'text'),
      column('learners', headings.learners, 'number'),
      column('tried', headings.tried, 'number'),
      column('mastered', headings.mastered, 'number'),
      column('share', headings.ofTried, 'share'),
    ],
    rows: counts.map(rowOf),
    chart: chartOf({
      title: said.chartSkills,
      unit: 'count',
      series: [headings.tried, headings.mastered],
      bars: counts.slice(0, mostDrawn).map(({ course, skill, tried, mastered }) => ({
        // Courses have skills of one name.
        label: shortLabel(skill.title, ...(ground.courses.length > 1 ? [course.title] : [])),
        values: [tried, mastered],
      })),
    }),
    notes: [...(nobody.length > 0 ? [nobodyNote(nobody.length)] : []), notes.asOfNow],
    names: false,
  });
}

const mostDrawn = 12;

interface SkillCount {
  readonly course: ReportCourse;
  readonly skill: ReportSkill;
  readonly learners: number;
  readonly tried: number;
  readonly mastered: number;
}

function skillCounts(course: ReportCourse, { learners, pool }: ReportGround): SkillCount[] {
  const takers = takersOf(course, learners);
  if (takers.length === 0) return [];
  const counts = new Map(
    course.skills.map((skill) => [
      pool.numberOf(lessonKey(course.pack, skill.id)),
      { course, skill, learners: takers.length, tried: 0, mastered: 0 },
    ]),
  );
  for (const { facts } of takers) {
    const held = facts?.skills ?? nothing;
    for (let at = 0; at < held.length; at += 3) {
      const count = counts.get(held[at] ?? 0);
      if (count === undefined) continue;
      count.tried += 1;
      if (hasMastered(held, at, count.skill.mastery)) count.mastered += 1;
    }
  }
  return [...counts.values()];
}

const nothing = new Uint32Array();

/** Nobody yet, then the smaller share first, and last what nobody has come to. */
const rank = ({ tried, mastered }: SkillCount) => (tried === 0 ? 2 : mastered / tried);

function rowOf({ course, skill, learners, tried, mastered }: SkillCount): ReportCell[] {
  return [course.title, skill.title, learners, tried, mastered, share(mastered, tried)];
}
