import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anyLearners,
  courseAt,
  groundOf,
  groupAt,
  lessonOf,
  lessonsOf,
  reportLearner,
  stateOf,
} from '../../../tests/factories/report-ground.ts';
import { reportKinds, reportSchema } from '../../shared/contracts/ipc/report-views.ts';
import type { Report, ReportChoice, ReportKind } from '../../shared/contracts/ipc/report-views.ts';
import { hardestItems, itemsReport } from './items-report.ts';
import { makeReport } from './make-report.ts';
import { dayNumber } from '../training/review-card.ts';
import type { ReportGround } from './report-ground.ts';
import { reportPage } from './report-page.ts';
import { isShare, shortLabel } from './report-parts.ts';

const choice = (kind: ReportKind, over: Partial<ReportChoice> = {}): ReportChoice => ({
  kind,
  groups: null,
  course: null,
  from: null,
  to: null,
  ...over,
});

function reportOn(ground: ReportGround, chosen: ReportChoice): Report {
  const made = makeReport(chosen, ground);
  if (made !== null) return made;
  const items = hardestItems(ground, (text) => text.toLowerCase());
  const words = (each: (typeof items)[number]) => ({
    question: null,
    answers: each.answers.map(({ answer }) => ({ km: answer })),
  });
  return itemsReport(
    chosen,
    ground,
    items.map((each) => ({ ...each, words: words(each) })),
  );
}

const letters = courseAt('letters');
const run = { seed: 20261123, numRuns: 150 };
const column = ({ columns, rows }: Report, id: string) => {
  const place = columns.findIndex((each) => each.id === id);
  return rows.map((row) => row[place] ?? null);
};
const sum = (cells: readonly unknown[]) =>
  cells.reduce<number>((all, cell) => all + (typeof cell === 'number' ? cell : 0), 0);

describe('[RPT2] any report', () => {
  it('fits its shape, and is the same in whatever order learners come', () => {
    fc.assert(
      fc.property(anyLearners, fc.constantFrom(...reportKinds), (learners, kind) => {
        const report = reportOn(groundOf(learners), choice(kind));
        expect(reportSchema.parse(report)).toEqual(report);
        const turned = reportOn(groundOf(learners.toReversed()), choice(kind));
        const sorted = ({ rows }: Report) => rows.map((row) => JSON.stringify(row)).toSorted();
        expect(sorted(turned)).toEqual(sorted(report));
        expect(turned.totals).toEqual(report.totals);
        expect(turned.notes).toEqual(report.notes);
      }),
      run,
    );
  });

  it('has totals that are the sums of its rows, and bars that add up to them', () => {
    fc.assert(
      fc.property(anyLearners, (learners) => {
        const hours = reportOn(groundOf(learners), choice('hours'));
        const total = hours.totals?.[3] ?? sum(column(hours, 'minutes'));
        expect(total).toBe(sum(column(hours, 'minutes')));
        const drawn = hours.chart?.bars.flatMap(({ values }) => values) ?? [];
        expect(sum(drawn)).toBe(sum(column(hours, 'minutes')));
        const only = groundOf(learners, { courses: [letters] });
        const progress = reportOn(only, choice('progress'));
        const { totals } = progress;
        expect(totals?.[2] ?? learners.length).toBe(learners.length);
        expect(totals?.[5] ?? sum(column(progress, 'done'))).toBe(sum(column(progress, 'done')));
      }),
      run,
    );
  });

  it('says more of a span than of none, never less', () => {
    fc.assert(
      fc.property(anyLearners, (learners) => {
        const ground = groundOf(learners);
        const whole = sum(column(reportOn(ground, choice('hours')), 'minutes'));
        const part = choice('hours', { from: '2026-11-05', to: '2026-11-10' });
        expect(sum(column(reportOn(ground, part), 'minutes'))).toBeLessThanOrEqual(whole);
        const spanned = reportOn(ground, choice('progress', { from: '2026-09-05' }));
        expect(sum(column(spanned, 'in-span'))).toBeLessThanOrEqual(sum(column(spanned, 'done')));
      }),
      run,
    );
  });

  it('has a share of nothing told as none, and of an empty lab nothing at all', () => {
    for (const kind of reportKinds) {
      const report = reportOn(groundOf([]), choice(kind));
      expect(report.rows).toEqual([]);
      expect(report.chart).toBeNull();
    }
    const untried = reportOn(groundOf([reportLearner(1, null)]), choice('skills'));
    expect(column(untried, 'share').every((cell) => cell === null)).toBe(true);
  });
});

describe('[RPT2] progress by course and group', () => {
  it('counts who takes the course, and lessons done of all', () => {
    const done = { completedRuns: 1, finished: 20_780 };
    const learners = [
      reportLearner(2, stateOf(2, { lessons: lessonsOf(lessonOf('letters-one', done)) })),
      reportLearner(4, stateOf(4, { lessons: lessonsOf(lessonOf('letters-two')) })),
      reportLearner(6, null, { enrolments: { into: new Set(), outOf: new Set([letters.id]) } }),
    ];
    const report = reportOn(
      groundOf(learners, { courses: [letters] }),
      choice('progress', { from: '2026-11-23', to: '2026-11-23' }),
    );
    expect(report.rows).toHaveLength(1);
    expect(report.rows[0]?.slice(2)).toEqual([2, 2, 0, 1, { part: 1, of: 6 }, 1]);
  });
});

describe('[RPT3] the hardest questions', () => {
  const miss = (at: number, answers: string[], done = true) =>
    reportLearner(
      at,
      stateOf(at, {
        lessons: lessonsOf(
          lessonOf('letters-one', { completedRuns: done ? 1 : 0, missed: { a: [1, answers] } }),
        ),
      }),
    );

  it('count each learner once, and each spelling of an answer as one', () => {
    const report = reportOn(
      groundOf([miss(1, ['KO', 'ko']), miss(2, ['ko', 'kho']), miss(3, ['kho'], false)]),
      choice('items'),
    );
    expect(report.rows).toHaveLength(1);
    const [row] = report.rows;
    expect(row?.slice(3)).toEqual([3, 3, { part: 3, of: 3 }, { km: 'KO' }, 2, { km: 'kho' }, 2]);
  });

  it('stand by share, those of few learners last', () => {
    const many = Array.from({ length: 6 }, (_, at) =>
      reportLearner(
        at + 10,
        stateOf(at + 10, {
          lessons: lessonsOf(
            lessonOf('letters-two', {
              completedRuns: 1,
              ...(at < 2 ? { missed: { b: [1, ['x']] } } : {}),
            }),
          ),
        }),
      ),
    );
    const report = reportOn(groundOf([miss(1, ['x']), ...many]), choice('items'));
    expect(column(report, 'question')).toEqual([{ km: 'b' }, { km: 'a' }]);
    expect(column(report, 'share')).toEqual([
      { part: 2, of: 6 },
      { part: 1, of: 1 },
    ]);
  });
});

describe('[RPT2] who needs help', () => {
  it('is told with every reason, and nobody else is named', () => {
    const begun = { lessons: lessonsOf(lessonOf('letters-one')) };
    const stuck = { pack: letters.pack, version: letters.version, lesson: 'x', item: 'y' };
    const learners = [
      reportLearner(1, stateOf(1, { ...begun, days: { '2026-11': 1 << 22 } })),
      reportLearner(2, stateOf(2, { ...begun, days: { '2026-11': 1 << 8 } })),
      reportLearner(
        3,
        stateOf(3, {
          days: { '2026-11': 1 },
          stuck: { ...stuck, wrong: 5 },
          attempts: 20,
          right: 9,
        }),
      ),
    ];
    const report = reportOn(groundOf(learners), choice('help'));
    expect(report.rows.map((row) => row[0])).toEqual([learners[2]?.name, learners[1]?.name]);
    expect(column(report, 'last')).toEqual(['2026-11-01', '2026-11-09']);
    expect(report.names).toBe(true);
    const undated = reportOn(groundOf(learners, { today: null }), choice('help'));
    expect(undated.rows).toHaveLength(1);
  });
});

describe('[RPT4] hours as officers confirmed them', () => {
  const learner = reportLearner(2, stateOf(2), {
    confirmed: ['2026-11-03', '2026-11-09'].map((day) => ({ day: dayNumber(day), minutes: 40 })),
  });

  it('stand beside what was recorded, of the chosen days alone', () => {
    const other = reportLearner(3, null);
    const hours = reportOn(groundOf([learner, other]), choice('hours'));
    expect(column(hours, 'confirmed')).toEqual([80, 0]);
    expect(column(hours, 'confirmed-days')).toEqual([2, 0]);
    expect(column(hours, 'minutes')).toEqual([0, 0]);
    expect(hours.totals).toContain(80);
    const part = choice('hours', { from: '2026-11-05', to: '2026-11-10' });
    expect(column(reportOn(groundOf([learner]), part), 'confirmed')).toEqual([40]);
  });
});

describe('[RPT6] a report on paper', () => {
  it('holds no markup that somebody typed', () => {
    const name = { km: '<script>x</script>', en: '"><img src=x>' };
    const group = { group: groupAt(0), name };
    const learner = reportLearner(2, stateOf(2), { name });
    const report = reportOn(groundOf([learner], { groups: [group] }), choice('hours'));
    for (const language of ['km', 'en'] as const) {
      const page = reportPage(report, language);
      expect(page).not.toContain('<script');
      expect(page).not.toContain('<img');
    }
  });

  it('tells the two series of a chart apart without colour', () => {
    const skills = {
      [`${letters.pack}/letters-letters`]: {
        answers: 3,
        recent: 7,
        best: Array<number>(10).fill(3),
      },
    };
    const report = reportOn(groundOf([reportLearner(2, stateOf(2, { skills }))]), choice('skills'));
    expect(column(report, 'share').filter((cell) => cell !== null && isShare(cell))).toHaveLength(
      1,
    );
    const page = reportPage(report, 'en');
    expect(page).toContain('url(#hatched)');
    expect(page).toContain('Have mastered');
  });

  it('clips a long label between written units, none of which is cut', () => {
    const long = 'ស្ត្រី'.repeat(40);
    const { km } = shortLabel({ km: long }, { km: 'ខ្លី' });
    expect(km).toBe(`${'ស្ត្រី'.repeat(33)}… · ខ្លី`);
  });
});
