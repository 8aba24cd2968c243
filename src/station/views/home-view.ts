import { confirmedDays } from '../../domain/attendance/attendance-figures.ts';
import type { PlacedMark } from '../../domain/attendance/standing-mark.ts';
import { countDays, daysHere } from '../../domain/fold/days-here.ts';
import { compareOrder } from '../../domain/order.ts';
import type { LearnerState, Order } from '../../shared/contracts/documents/state.ts';
import type { HomeView, LessonCard } from '../../shared/contracts/ipc/views.ts';
import type { Enrolments } from '../../domain/course/takes-course.ts';
import { takenCourses } from '../catalogue/taken-courses.ts';
import { dueCards } from '../reviews/due-cards.ts';
import { courseCard } from './lesson-card.ts';
import type { CardSource } from './lesson-card.ts';

export interface HomeSource extends CardSource {
  /** Today in the lab, where it is known. */
  readonly labDate: string | null;
  /** What officers said of the learner's days ([OWN1]). */
  readonly attendance: readonly PlacedMark[];
}

/** What a window shows when nobody has signed in. */
export const emptyHome: HomeView = {
  goOn: null,
  next: null,
  due: 0,
  courses: [],
  record: { days: 0, confirmed: 0, activeMs: 0, lessonsDone: 0, films: 0 },
};

/**
 * A learner's home: the courses they take, and what to go on with ([VIE2]). Courses of packs that
 * aren't installed here are left out.
 */
export function homeView(
  state: LearnerState,
  enrolments: Enrolments,
  source: HomeSource,
): HomeView {
  const courses = takenCourses(source.catalogue, enrolments).map((course) =>
    courseCard(course, state, source),
  );
  return {
    ...wayOn(courses, state),
    due: dueCards(state, { ...source, enrolments }).length,
    courses,
    record: recordOf(state, source),
  };
}

function recordOf(
  state: LearnerState,
  { attendance }: Pick<HomeSource, 'attendance'>,
): HomeView['record'] {
  const { activeMs, lessons, pieces, viewings } = state;
  const done = [
    ...Object.values(lessons).filter(({ completedRuns }) => completedRuns > 0),
    ...Object.values(pieces).filter(({ completed }) => completed),
  ];
  const films = Object.values(viewings).filter(({ there }) => there).length;
  return {
    days: countDays(daysHere(state)),
    confirmed: confirmedDays(attendance).length,
    activeMs,
    lessonsDone: done.length,
    films,
  };
}

type Courses = HomeView['courses'];

/**
 * The begun lesson touched last, and the next new one beside it; else the next new one alone. It comes
 * after the lesson touched last, in its course first; null when everything is done.
 */
function wayOn(courses: Courses, state: LearnerState): Pick<HomeView, 'goOn' | 'next'> {
  const progressOf = ({ kind, key }: LessonCard) =>
    kind === 'lesson' ? state.lessons[key] : state.pieces[key];
  const cards = courses.flatMap(({ lessons }) => lessons);
  const begun = lastTouched(
    cards.filter(({ status }) => status === 'begun'),
    progressOf,
  );
  const next = nextNew(courses, lastTouched(cards, progressOf));
  return begun === null ? { goOn: next, next: null } : { goOn: begun, next };
}

function lastTouched(
  cards: readonly LessonCard[],
  progressOf: (card: LessonCard) => { readonly touched: Order } | undefined,
): LessonCard | null {
  const touched = cards.flatMap((card) => {
    const progress = progressOf(card);
    return progress === undefined ? [] : [{ card, order: progress.touched }];
  });
  return touched.sort((a, b) => compareOrder(b.order, a.order))[0]?.card ?? null;
}

function nextNew(courses: Courses, after: LessonCard | null): LessonCard | null {
  const own = courses.find(({ lessons }) => lessons.some(({ key }) => key === after?.key));
  const place = own?.lessons.findIndex(({ key }) => key === after?.key) ?? -1;
  const inOrder = [
    ...(own?.lessons.slice(place + 1) ?? []),
    ...(own?.lessons ?? []),
    ...courses.flatMap(({ lessons }) => lessons),
  ];
  return inOrder.find(({ status, waitsFor }) => status === 'new' && waitsFor === null) ?? null;
}
