import { mostAnswers, placeBytes } from '../../shared/contracts/piece.ts';
import type { PieceResult } from '../../shared/contracts/piece.ts';
import { courseOutcome } from './course-run.ts';
import type { CourseRun } from './course-run.ts';
import { packCourse } from './kept-course.ts';

/** Results are recorded this often at most, ms: content says several things at once. */
const reportEveryMs = 1_500;
/** Places as those of other pieces ([PCE5]): every 5 s, the more seldom the longer they are. */
const saveEveryMs = 5_000;
const msPerByte = 5;

const nothing = { score: null, passed: null, completed: false };

/** What is to be reported of a course, and the course once that is on record. */
export function untoldOf(course: CourseRun): {
  readonly reports: readonly PieceResult[];
  readonly told: CourseRun;
} {
  const result = courseOutcome(course);
  const before = course.kept.told ?? nothing;
  const isNew =
    result.score !== before.score ||
    result.passed !== before.passed ||
    result.completed !== before.completed;
  const { answers } = course;
  if (!isNew && answers.length === 0) return { reports: [], told: course };
  const reports: PieceResult[] = [];
  for (let from = 0; from === 0 || from < answers.length; from += mostAnswers) {
    const some = answers.slice(from, from + mostAnswers);
    reports.push({ ...result, ...(some.length > 0 && { answers: some }) });
  }
  return { reports, told: { ...course, answers: [], kept: { ...course.kept, told: result } } };
}

export const isReportDue = ({ reportedMs }: CourseRun, nowMs: number) =>
  nowMs - reportedMs >= reportEveryMs;

export const isSaveDue = ({ savedMs }: CourseRun, place: string, nowMs: number) =>
  nowMs - savedMs >= Math.max(saveEveryMs, placeBytes(place) * msPerByte);

/** Where it is now; null where that is longer than a place may be. */
export const placeOfCourse = ({ kept }: CourseRun) => packCourse(kept);
