import type { PackCourse } from '../../shared/contracts/pack-manifest.ts';
import type { CourseId } from '../../shared/ids.ts';

/** What officers said of one learner and courses. */
export interface Enrolments {
  readonly into: ReadonlySet<CourseId>;
  /** Taken out of, also of a course that is open to everybody. */
  readonly outOf: ReadonlySet<CourseId>;
}

export const noEnrolments: Enrolments = { into: new Set(), outOf: new Set() };

/** Whether a learner takes a course ([CRS3]). */
export function takesCourse(
  { id, enrolment }: Pick<PackCourse, 'id' | 'enrolment'>,
  { into, outOf }: Enrolments,
): boolean {
  return into.has(id) || (enrolment !== 'officer' && !outOf.has(id));
}
