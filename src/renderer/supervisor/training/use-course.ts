import { askedBeyond, courseNow, notYetRight } from '../../../domain/staff-course/staff-course.ts';
import type { CourseVersion } from '../../../domain/staff-course/staff-course.ts';
import type { FinishedCourse, StaffCoursePart } from '../../../shared/contracts/staff-course.ts';
import { useMay, usePerson } from '../may.tsx';
import { tourSteps } from '../practice/tour/tour-steps.ts';
import { useStream } from '../station.ts';
import { pagesToRead } from './course-pages.ts';
import type { CourseProgress } from './course-progress.tsx';
import { tasksFor } from './practice-tasks.ts';
import type { PracticeTask } from './practice-tasks.ts';

const name = 'supervising';

/** The course that who is signed in takes, and what of it is asked of them ([HPG7], [HPG8]). */
export interface CourseTaken {
  readonly name: typeof name;
  readonly version: CourseVersion;
  /** What is asked of them: less than all of it where they finished an earlier version. */
  readonly asked: Pick<CourseVersion, 'parts' | 'questions'>;
  /** When they finished this version; null before. */
  readonly finished: FinishedCourse | null;
  /** The newest of earlier versions that they finished. */
  readonly earlier: FinishedCourse | null;
  /** What they are to do in the pretend lab. */
  readonly tasks: readonly PracticeTask[];
}

/** Undefined until it is known what they finished. */
export function useCourse(): CourseTaken | undefined {
  const { role } = usePerson();
  const may = useMay();
  const trained = useStream('trained', undefined).value;
  if (trained === undefined) return undefined;
  const version = courseNow(name, role);
  const theirs = trained.filter(({ course }) => course === name);
  const finished = theirs.find((each) => each.version === version.version) ?? null;
  const before = theirs.filter((each) => each.version < version.version);
  return {
    name,
    version,
    asked:
      finished === null
        ? askedBeyond(
            name,
            version,
            before.map((each) => each.version),
          )
        : version,
    finished,
    earlier: before.toSorted((a, b) => b.version - a.version)[0] ?? null,
    tasks: tasksFor(may),
  };
}

/** Which parts are done by what somebody did so far. A further part has its line here. */
export function partsDone(
  { version, asked, tasks }: CourseTaken,
  { read, toured, practised, checked }: CourseProgress,
): readonly StaffCoursePart[] {
  const done: Readonly<Record<StaffCoursePart, boolean>> = {
    reading: pagesToRead.every((page) => read.has(page)),
    tour: tourSteps.every((_step, at) => toured.has(at)),
    acts: tasks.every((task) => practised.has(task)),
    questions: checked !== null && notYetRight(asked, checked).length === 0,
  };
  return version.parts.filter((part) => done[part]);
}
