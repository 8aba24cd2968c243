import type { LessonCard, SittingView } from '../../shared/contracts/ipc/views.ts';
import type { KeptScreen, LibraryPlace, TutorPlace } from '../../shared/contracts/kept-screen.ts';
import type { CommandId, CourseId } from '../../shared/ids.ts';

/** Where a signed-in learner is: two levels deep at most ([KSK5]). */
export type Route =
  | { readonly at: 'home' }
  /** `from`: the thing that the page of its list begins with. */
  | { readonly at: 'record'; readonly from: number }
  | { readonly at: 'review' }
  | { readonly at: 'tutor'; readonly place: TutorPlace }
  | { readonly at: 'course'; readonly course: CourseId; readonly from: number }
  | { readonly at: 'library'; readonly place: LibraryPlace }
  | {
      readonly at: 'lesson';
      /** Or piece. */
      readonly lesson: Pick<LessonCard, 'pack' | 'lesson' | 'key' | 'kind'>;
      /** The course it was opened from, to go back to; null from the home screen. */
      readonly course: CourseId | null;
      /** Where in the library it was taken, to go back to. */
      readonly library?: LibraryPlace;
      /** By which order staff took them there ([ACT11]). */
      readonly led?: CommandId;
    };

export const homeRoute: Route = { at: 'home' };

/** Where leaving leads: from a lesson to the list it was opened from, else home. */
export function routeBack(route: Route): Route {
  if (route.at !== 'lesson') return homeRoute;
  if (route.library !== undefined) return { at: 'library', place: route.library };
  return route.course === null ? homeRoute : { at: 'course', course: route.course, from: 0 };
}

/** Opens a lesson from where the learner is. */
export function routeToLesson(route: Route, lesson: LessonCard): Route {
  const course = route.at === 'course' || route.at === 'lesson' ? route.course : null;
  return { at: 'lesson', lesson, course };
}

/** Where somebody begins who was moved here: at what they left ([ACT13]). */
export function routeMoved(goesOn: SittingView['goesOn']): Route {
  if (goesOn === null) return homeRoute;
  const { screen, lesson } = goesOn;
  if (screen.at !== 'lesson') return screen;
  if (lesson === null) return homeRoute;
  const { course, library } = screen;
  return { at: 'lesson', lesson, course, ...(library && { library }) };
}

/** What is kept of where somebody is, for where they go on; null at home ([SIT7]). */
export function screenOf(route: Route): KeptScreen | null {
  if (route.at === 'home') return null;
  if (route.at !== 'lesson') return route;
  const { lesson, course, library } = route;
  const { pack, lesson: id } = lesson;
  return { at: 'lesson', pack, lesson: id, course, ...(library && { library }) };
}

/** Where staff take a learner: as if they had opened it from the home screen. */
export const routeLed = (lesson: LessonCard, led: CommandId): Route => ({
  at: 'lesson',
  lesson,
  course: null,
  led,
});

/** Tells screens of lessons apart: one that is opened anew by staff is a new one. */
export const lessonScreenKey = ({ lesson, led }: Extract<Route, { at: 'lesson' }>): string =>
  led === undefined ? lesson.key : `${lesson.key} ${led}`;

/** Opens a book from where in the library the learner is. */
export function routeToBook(book: LessonCard, place: LibraryPlace): Route {
  return { at: 'lesson', lesson: book, course: null, library: place };
}
