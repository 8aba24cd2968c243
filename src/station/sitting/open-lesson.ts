import { lessonKey } from '../../domain/lesson-progress.ts';
import type { LessonView } from '../../shared/contracts/ipc/views.ts';
import type { DraftAt } from '../../shared/contracts/kept-screen.ts';
import { ReanError } from '../../shared/errors.ts';
import type { PackId, Semver } from '../../shared/ids.ts';
import { noEnrolments } from '../../domain/course/takes-course.ts';
import { refuseNotTaken } from '../catalogue/taken-courses.ts';
import { chooseRun } from '../lessons/lesson-run.ts';
import { refuseWaiting } from '../catalogue/waits-for.ts';
import type { LessonRun } from '../lessons/lesson-run.ts';
import type { LessonShelf } from '../lessons/lesson-shelf.ts';
import type { DirectoryIndex } from '../directory/directory-index.ts';
import type { OpenSitting } from './open-sitting.ts';

/**
 * The run this learner goes on with or begins, its lesson read from disk.
 * @throws ReanError `pack.not-installed`, other `pack.*`, `lesson.invalid`, `lesson.not-taken`, `lesson.waits`
 */
export async function prepareRun(
  { sitting, learner, live }: OpenSitting,
  { pack, lesson }: { readonly pack: PackId; readonly lesson: string },
  shelf: LessonShelf,
  { directory }: DirectoryIndex,
): Promise<LessonRun> {
  const { catalogue } = shelf;
  const newest = catalogue.lesson(pack, lesson);
  if (newest === undefined) throw new ReanError('pack.not-installed', { pack, lesson });
  refuseNotTaken(newest, catalogue, directory.enrolments.get(learner) ?? noEnrolments);
  refuseWaiting(newest, catalogue, live.state);
  const progress = live.state.lessons[lessonKey(pack, lesson)];
  const isHere = (version: Semver) => catalogue.lesson(pack, lesson, version) !== undefined;
  const choice = chooseRun(progress, newest.version, isHere);
  const found = catalogue.lesson(pack, lesson, choice.version) ?? newest;
  return {
    sitting,
    pack,
    version: found.version,
    lesson: await shelf.read(found),
    run: choice.run,
    items: choice.items,
    completed: false,
  };
}

/** A run as its window plays it; pictures and clips are the sitting's own origin. */
export function lessonView(
  { sitting, pack, version, lesson, run, items }: LessonRun,
  shelf: LessonShelf,
  unsent: DraftAt | null,
): LessonView {
  return {
    key: lessonKey(pack, lesson.id),
    pack,
    version,
    run,
    base: shelf.baseOf(pack, version, sitting),
    lesson,
    items: { ...items },
    unsent,
  };
}
