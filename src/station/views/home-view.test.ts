import { describe, expect, it } from 'vitest';
import { ids, openedEvent, payloads } from '../../../tests/factories/events.ts';
import { lettersCourse, packManifest } from '../../../tests/factories/packs.ts';
import { foldLearner } from '../../domain/fold/fold-learner.ts';
import { noEnrolments } from '../../domain/course/takes-course.ts';
import type { PlacedMark } from '../../domain/attendance/standing-mark.ts';
import type { Enrolments } from '../../domain/course/takes-course.ts';
import type { EventPayload } from '../../shared/contracts/documents/event.ts';
import { homeViewSchema } from '../../shared/contracts/ipc/views.ts';
import { commandIdSchema, courseIdSchema, groupIdSchema, staffIdSchema } from '../../shared/ids.ts';
import type { CourseId } from '../../shared/ids.ts';
import { buildCatalogue } from '../catalogue/catalogue.ts';
import { homeView } from './home-view.ts';

const numbersCourse = courseIdSchema.parse('org.rean.test.numbers');
const bothCourses = packManifest({
  courses: { [lettersCourse]: ['first', 'second', 'third'], [numbersCourse]: ['count'] },
});
const enrolled: Enrolments = { into: new Set([lettersCourse, numbersCourse]), outOf: new Set() };

function home(
  events: readonly EventPayload[],
  manifests = [bothCourses],
  enrolments = enrolled,
  attendance: readonly PlacedMark[] = [],
) {
  const state = foldLearner(
    ids.learner,
    events.map((payload, index) => openedEvent(payload, { seq: index + 1 })),
  );
  const active = manifests.at(-1)?.version ?? null;
  const baseOf = (pack: string, version: string) => `pack://${pack}/${version}/`;
  return homeViewSchema.parse(
    homeView(state, enrolments, {
      catalogue: buildCatalogue([{ manifests, active }]),
      baseOf,
      labDate: '2026-11-22',
      attendance,
    }),
  );
}

const opened = (lesson: string): EventPayload => ({
  ...payloads.opened(),
  type: 'lesson.opened',
  sitting: ids.sitting,
  pack: ids.pack,
  version: ids.version,
  run: 1,
  total: 3,
  lesson,
});
const completed = (lesson: string): EventPayload => ({
  type: 'lesson.completed',
  sitting: ids.sitting,
  pack: ids.pack,
  version: ids.version,
  run: 1,
  lesson,
});

describe('homeView', () => {
  it('[OWN1] counts the days that officers confirmed, by the word that holds of each', () => {
    const said = (hubSeq: number, day: string, there: boolean): PlacedMark => ({
      learner: ids.learner,
      group: groupIdSchema.parse('gr-aaaaaaaa'),
      day,
      word: there ? { there, minutes: 40, about: false } : { there, absence: 'work' },
      proposed: { there: true, minutes: 40, about: false },
      by: staffIdSchema.parse('of-aaaaaaaaaaaa'),
      on: day,
      why: null,
      command: commandIdSchema.parse(`cm-${String(hubSeq).padStart(16, '0')}`),
      hubSeq,
    });
    const words = [
      said(1, '2026-11-19', true),
      said(2, '2026-11-20', true),
      said(3, '2026-11-20', false),
      said(4, '2026-11-21', false),
    ];
    expect(home([], [bothCourses], enrolled, words).record).toMatchObject({ confirmed: 1 });
    expect(home([]).record).toMatchObject({ confirmed: 0 });
  });

  it('[VIE2] sends somebody new to the first lesson', () => {
    const view = home([]);
    expect(view.goOn).toMatchObject({ lesson: 'first', status: 'new', done: 0, total: 3 });
    expect(view.courses.map(({ course }) => course)).toEqual([lettersCourse, numbersCourse]);
  });

  it('[VIE2] goes on with the begun lesson touched last', () => {
    const view = home([opened('first'), opened('third'), opened('second')]);
    expect(view.goOn).toMatchObject({ lesson: 'second', status: 'begun' });
  });

  it('[VIE2] counts the finished items of a begun lesson', () => {
    const view = home([
      payloads.opened(),
      payloads.attempt('look', 'right'),
      payloads.attempt('choose', 'not-yet'),
    ]);
    expect(view.goOn).toMatchObject({ lesson: 'first', done: 1, total: 3 });
  });

  it('[VIE2] goes on in the course of the lesson completed last', () => {
    const view = home([opened('second'), completed('second')]);
    expect(view.goOn).toMatchObject({ lesson: 'third', status: 'new' });
  });

  it('[VIE2] comes back to lessons jumped over before it leaves the course', () => {
    const view = home([opened('third'), completed('third')]);
    expect(view.goOn).toMatchObject({ lesson: 'first' });
  });

  it('[VIE2] has nothing to go on with once everything is done', () => {
    const all = ['first', 'second', 'third', 'count'];
    const view = home(all.flatMap((lesson) => [opened(lesson), completed(lesson)]));
    expect(view.goOn).toBeNull();
    expect(view.courses[0]?.lessons[0]).toMatchObject({ status: 'done', done: 3, total: 3 });
  });

  it('[CRS3] shows what is open to all, behind what an officer chose, and nothing a learner was taken out of', () => {
    const shown = (enrolments: Enrolments) =>
      home([], [bothCourses], enrolments).courses.map(({ course }) => course);
    const chosen = { into: new Set([numbersCourse]), outOf: new Set<CourseId>() };
    expect(shown(noEnrolments)).toEqual([lettersCourse, numbersCourse]);
    expect(shown(chosen)).toEqual([numbersCourse, lettersCourse]);
    expect(shown({ ...chosen, outOf: new Set([lettersCourse]) })).toEqual([numbersCourse]);
  });

  it('[CRS3] leaves out courses by enrolment of those an officer did not put into them', () => {
    const closed = {
      ...bothCourses,
      courses: bothCourses.courses.map((course) => ({ ...course, enrolment: 'officer' as const })),
    };
    expect(home([], [closed], noEnrolments).courses).toEqual([]);
    expect(home([], [closed], enrolled).courses).toHaveLength(2);
  });

  it('[CRS2] goes on with no lesson that waits for another, and says for which', () => {
    const items = bothCourses.items.map((item) =>
      item.id === 'second' ? { ...item, prerequisites: ['third'] } : item,
    );
    const view = home([opened('first'), completed('first')], [{ ...bothCourses, items }]);
    expect(view.goOn).toMatchObject({ lesson: 'third', waitsFor: null });
    expect(view.courses[0]?.lessons.map(({ waitsFor }) => waitsFor)).toEqual([
      null,
      `${ids.pack}/third`,
      null,
    ]);
  });

  it('[LSN2] shows a begun lesson in the version it was begun in, and the rest in the newest', () => {
    const upgrade = packManifest({ version: '2.0.0', sequence: 2, items: 7 });
    const [course] = home([payloads.opened()], [bothCourses, upgrade]).courses;
    expect(course?.lessons[0]).toMatchObject({ base: 'pack://org.rean.test/1.0.0/', total: 3 });
    expect(course?.lessons[1]).toMatchObject({ base: 'pack://org.rean.test/2.0.0/', total: 7 });
  });
});
