import type { LessonCard } from '../../shared/contracts/ipc/views.ts';

/** Where a signed-in learner is: two levels deep at most ([KSK5]). */
export type Route =
  | { readonly at: 'home' }
  | { readonly at: 'record' }
  | { readonly at: 'course'; readonly course: string }
  | {
      readonly at: 'lesson';
      /** Or piece. */
      readonly lesson: Pick<LessonCard, 'pack' | 'lesson' | 'key' | 'kind'>;
      /** The course it was opened from, to go back to; null from the home screen. */
      readonly course: string | null;
    };

export const homeRoute: Route = { at: 'home' };

/** Where leaving leads: from a lesson to the list it was opened from, else home. */
export function routeBack(route: Route): Route {
  return route.at === 'lesson' && route.course !== null
    ? { at: 'course', course: route.course }
    : homeRoute;
}

/** Opens a lesson from where the learner is. */
export function routeToLesson(route: Route, lesson: LessonCard): Route {
  const course = route.at === 'course' || route.at === 'lesson' ? route.course : null;
  return { at: 'lesson', lesson, course };
}
