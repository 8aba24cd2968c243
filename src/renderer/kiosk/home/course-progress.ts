import type { HomeView, LessonCard } from '../../../shared/contracts/ipc/views.ts';

export type Course = HomeView['courses'][number];

/** How many of a course's lessons are done. */
export function courseProgress(course: Course): { readonly done: number; readonly total: number } {
  return {
    done: course.lessons.filter((lesson) => lesson.status === 'done').length,
    total: course.lessons.length,
  };
}

/** How far the ring of a card is closed: by half where a piece is begun, as nobody knows how long it is. */
export function ringOf({ kind, status, done, total }: LessonCard) {
  return kind !== 'lesson' && status === 'begun' ? { done: 1, total: 2 } : { done, total };
}

/** Which lesson a learner who just finished one may go straight on to; null when none is left. */
export function lessonAfter(home: HomeView | undefined, finished: string): LessonCard | null {
  const next = home?.goOn ?? null;
  return next === null || next.key === finished ? null : next;
}
