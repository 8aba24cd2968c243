import { takesCourse } from '../../domain/course/takes-course.ts';
import type { Enrolments } from '../../domain/course/takes-course.ts';
import type { Catalogue, CatalogueCourse } from './catalogue.ts';

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
