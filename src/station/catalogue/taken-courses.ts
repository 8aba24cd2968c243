import { takesCourse } from '../../domain/course/takes-course.ts';
import type { Enrolments } from '../../domain/course/takes-course.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Catalogue, CatalogueCourse, CatalogueItem } from './catalogue.ts';

/**
 * The courses a learner takes ([CRS3]): those an officer put them into come first, each part in the
 * catalogue's order, so that a course keeps its place on the screen.
 */
export function takenCourses(catalogue: Catalogue, enrolments: Enrolments): CatalogueCourse[] {
  const taken = [...catalogue.courses.values()].filter(({ course }) =>
    takesCourse(course, enrolments),
  );
  const isChosen = ({ course }: CatalogueCourse) => enrolments.into.has(course.id);
  return [...taken.filter(isChosen), ...taken.filter((course) => !isChosen(course))];
}

/** @throws ReanError `lesson.not-taken` where it is of a course that this learner doesn't take ([CRS3]) */
export function refuseNotTaken(
  { item }: CatalogueItem,
  catalogue: Catalogue,
  enrolments: Enrolments,
): void {
  const known = catalogue.courses.get(item.course);
  if (known === undefined || takesCourse(known.course, enrolments)) return;
  throw new ReanError('lesson.not-taken', { lesson: item.id, course: item.course });
}
