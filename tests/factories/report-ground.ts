import fc from 'fast-check';
import { noEnrolments } from '../../src/domain/course/takes-course.ts';
import { emptyLearnerState } from '../../src/domain/fold/fold-learner.ts';
import { lessonKey } from '../../src/domain/lesson-progress.ts';
import { factsOf } from '../../src/domain/reports/learner-facts.ts';
import { NamePool } from '../../src/domain/reports/name-pool.ts';
import type {
  ReportCourse,
  ReportGround,
  ReportLearner,
} from '../../src/domain/reports/report-ground.ts';
import { formatEventId } from '../../src/shared/event-id.ts';
import type { LearnerState, LessonProgress } from '../../src/shared/contracts/documents/state.ts';
import type { Localized } from '../../src/shared/contracts/phrase.ts';
import {
  courseIdSchema,
  groupIdSchema,
  learnerIdSchema,
  packIdSchema,
  semverSchema,
} from '../../src/shared/ids.ts';
import { ids } from './events.ts';

/** Learners, groups and courses that reports are made of in tests. */

/** Of all grounds made here. */
export const testPool = new NamePool();
const pack = packIdSchema.parse('org.rean.test');
const version = semverSchema.parse('1.0.0');
const groups = ['gr-aaaaaaaa', 'gr-bbbbbbbb'].map((id) => groupIdSchema.parse(id));
export function groupAt(at: number): (typeof groups)[number] {
  const group = groups[at % groups.length];
  if (group === undefined) throw new Error('no group');
  return group;
}
const groupNames: readonly Localized[] = [{ km: 'ក្រុមព្រឹក', en: 'Morning' }, { km: 'ក្រុមនារី' }];

export const learnerAt = (at: number) =>
  learnerIdSchema.parse(`ln-${String(at).padStart(12, '0')}`);

export function courseAt(name: string): ReportCourse {
  return {
    id: courseIdSchema.parse(`org.rean.test.${name}`),
    title: { km: `វគ្គ ${name}`, en: `Course ${name}` },
    pack,
    version,
    items: ['one', 'two', 'three'].map((lesson) => ({
      key: lessonKey(pack, `${name}-${lesson}`),
      kind: lesson === 'three' ? 'piece' : 'lesson',
      id: `${name}-${lesson}`,
      title: { km: `មេរៀន ${lesson}`, en: `Lesson ${lesson}` },
    })),
    skills: ['letters', 'sums'].map((skill) => ({
      id: `${name}-${skill}`,
      title: { km: skill, en: skill },
      mastery: { right: 2, of: 3 },
    })),
  };
}
const courses = ['letters', 'numbers'].map(courseAt);

/** A state with what the test says of it. */
export function stateOf(at: number, over: Partial<LearnerState> = {}): LearnerState {
  return { ...emptyLearnerState(learnerAt(at)), ...over };
}

export function lessonOf(lesson: string, over: Partial<LessonProgress> = {}): LessonProgress {
  const { station, store } = ids;
  const touched = { lamport: 1, id: formatEventId({ station, store, seq: 1 }) };
  const counts = { run: 1, total: 3, items: {}, completedRuns: 0 };
  return { pack, version, lesson, ...counts, touched, ...over };
}

export const lessonsOf = (...lessons: readonly LessonProgress[]): LearnerState['lessons'] =>
  Object.fromEntries(lessons.map((each) => [lessonKey(pack, each.lesson), each]));

export function reportLearner(
  at: number,
  state: LearnerState | null,
  over: Partial<ReportLearner> = {},
): ReportLearner {
  return {
    learner: learnerAt(at),
    name: { km: `អ្នករៀន ${at}`, en: `Learner ${at}` },
    group: groupAt(at),
    enrolments: noEnrolments,
    facts: state === null ? null : factsOf(state, testPool),
    confirmed: [],
    ...over,
  };
}

export function groundOf(
  learners: readonly ReportLearner[],
  over: Partial<ReportGround> = {},
): ReportGround {
  return {
    learners,
    groups: groups.map((group, place) => ({ group, name: groupNames[place] ?? { km: group } })),
    courses,
    today: '2026-11-23',
    pool: testPool,
    ...over,
  };
}

const anyDay = fc.integer({ min: 20_700, max: 20_780 });
const anyLesson = (lesson: string) =>
  fc
    .record({
      completedRuns: fc.nat({ max: 2 }),
      finished: fc.option(anyDay, { nil: undefined }),
      items: fc.constant({ a: { tries: 1, outcome: 'right' as const } }),
      missed: fc.option(
        fc.constantFrom<LessonProgress['missed']>(
          { a: [1, ['x']] },
          { a: [2, ['y', 'x']], b: [1, []] },
        ),
        { nil: undefined },
      ),
    })
    .map(({ finished, missed, ...rest }) =>
      lessonOf(lesson, {
        ...rest,
        ...(finished === undefined || rest.completedRuns === 0 ? {} : { finished }),
        ...(missed === undefined ? {} : { missed }),
      }),
    );

/** Any lab of up to eight learners, some of whom nothing has come of. */
export const anyLearners: fc.Arbitrary<readonly ReportLearner[]> = fc
  .array(
    fc.option(
      fc.record({
        lessons: fc.tuple(...['letters-one', 'letters-two', 'numbers-one'].map(anyLesson)),
        minutes: fc.tuple(fc.nat(9e6), fc.nat(9e6)),
        before: fc.nat(9e6),
        right: fc.nat(30),
      }),
    ),
    { maxLength: 8 },
  )
  .map((states) =>
    states.map((made, at) => {
      if (made === null) return reportLearner(at, null);
      return reportLearner(
        at,
        stateOf(at, {
          lessons: lessonsOf(...made.lessons),
          timeHere: {
            days: { '2026-11-01': [made.minutes[0], 0], '2026-11-09': [made.minutes[1], 1] },
            months: { '2026-10': [made.before, 0] },
            open: null,
          },
          activeMs: made.before,
          attempts: 30,
          right: made.right,
          days: { '2026-10': 1 },
        }),
      );
    }),
  );
