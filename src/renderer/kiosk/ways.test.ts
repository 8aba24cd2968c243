import { describe, expect, it } from 'vitest';
import { homeViewSchema, lessonCardSchema } from '../../shared/contracts/ipc/views.ts';
import type { LessonCard } from '../../shared/contracts/ipc/views.ts';
import { courseIdSchema } from '../../shared/ids.ts';
import { courseProgress, lessonAfter } from './home/course-progress.ts';
import { homeRoute, routeBack, routeToLesson } from './route.ts';
import { pageOf } from './shell/pages.ts';

const words = { km: 'មេរៀន' };
const lesson = (id: string, status: LessonCard['status']) =>
  lessonCardSchema.parse({
    key: `org.rean.test/${id}`,
    kind: 'lesson',
    pack: 'org.rean.test',
    lesson: id,
    title: words,
    picture: { src: 'a.svg', alt: words },
    base: 'pack://test/',
    status,
    done: 0,
    total: 6,
    waitsFor: null,
    said: null,
  });
const first = lesson('first', 'done');
const second = lesson('second', 'new');
const home = (goOn: LessonCard | null) =>
  homeViewSchema.parse({
    goOn,
    next: null,
    due: 0,
    record: { days: 0, confirmed: 0, activeMs: 0, lessonsDone: 0, films: 0 },
    courses: [
      {
        course: 'org.rean.course',
        title: words,
        picture: first.picture,
        base: first.base,
        lessons: [first, second],
        skills: [],
      },
    ],
  });

describe('ways through the kiosk [KSK5]', () => {
  it('leads back where a lesson was opened from', () => {
    const course = {
      at: 'course',
      course: courseIdSchema.parse('org.rean.course'),
      from: 0,
    } as const;
    expect(routeBack(routeToLesson(course, first))).toEqual(course);
    expect(routeBack(routeToLesson(homeRoute, first))).toEqual(homeRoute);
  });

  it('keeps that place when one lesson leads straight to the next', () => {
    const course = {
      at: 'course',
      course: courseIdSchema.parse('org.rean.course'),
      from: 0,
    } as const;
    const next = routeToLesson(routeToLesson(course, first), second);
    expect(routeBack(next)).toEqual(course);
  });

  it('offers the next lesson, and never the one just finished', () => {
    expect(lessonAfter(home(second), first.key)?.lesson).toBe('second');
    expect(lessonAfter(home(first), first.key)).toBeNull();
    expect(lessonAfter(home(null), first.key)).toBeNull();
  });

  it('counts the lessons done of a course', () => {
    const [course] = home(null).courses;
    expect(course && courseProgress(course)).toEqual({ done: 1, total: 2 });
  });
});

describe('pages [KSK1]', () => {
  it('hold as many as fit, and stay within the first and the last', () => {
    const things = [1, 2, 3, 4, 5];
    expect(pageOf(things, 2, 1)).toEqual({ shown: [3, 4], index: 1, count: 3 });
    expect(pageOf(things, 2, 9)).toEqual({ shown: [5], index: 2, count: 3 });
    expect(pageOf(things, 2, -1).index).toBe(0);
    expect(pageOf([], 2, 0)).toEqual({ shown: [], index: 0, count: 1 });
  });
});
