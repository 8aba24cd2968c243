import type { CoursesView, ListedGroup } from '../../../../shared/contracts/ipc/people-views.ts';
import type { SeatView } from '../../../../shared/contracts/ipc/views.ts';
import type { CourseId } from '../../../../shared/ids.ts';

/**
 * The course most of those who sit at these seats have open; else the one an officer put most of their groups into;
 * else the first of which there is a lesson. Null where there is none.
 */
export function usualCourse(
  seats: readonly SeatView[],
  groups: readonly Pick<ListedGroup, 'group' | 'courses'>[],
  courses: readonly Pick<CoursesView['courses'][number], 'course' | 'lessons'>[],
): CourseId | null {
  const known = new Set(
    courses.filter(({ lessons }) => lessons.length > 0).map(({ course }) => course),
  );
  const open = seats.flatMap(({ sitting }) => sitting?.lesson?.course ?? []);
  const enrolled = seats.flatMap(({ sitting }) => {
    const group = groups.find((each) => each.group === sitting?.learner.group);
    return group?.courses[0] ?? [];
  });
  const isKnown = (course: CourseId) => known.has(course);
  return most(open.filter(isKnown)) ?? most(enrolled.filter(isKnown)) ?? [...known][0] ?? null;
}

/** Of as many the first. */
function most(courses: readonly CourseId[]): CourseId | null {
  const counts = new Map<CourseId, number>();
  for (const course of courses) counts.set(course, (counts.get(course) ?? 0) + 1);
  const [first] = [...counts].toSorted(([, a], [, b]) => b - a);
  return first?.[0] ?? null;
}
