import type { SeatView } from '../../shared/contracts/ipc/views.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { SeatLesson } from '../learners/learner-summary.ts';
import { courseFor } from '../supervisor/own-reading.ts';

type OpenLesson = NonNullable<NonNullable<SeatView['sitting']>['lesson']>;

/** What is read is its learner's own ([LIB4]). */
export const unnamed = { title: null, course: null, courseTitle: null, kind: 'html' } as const;

/**
 * A lesson of a pack that isn't installed here is shown by its id. A piece of no course known here has no
 * name, and its fault no paths: whoever mends it finds them in the log of its station ([LIB4]).
 */
export function openLesson(
  { pack, version, kind, lesson, done, total, fault }: SeatLesson,
  catalogue: Catalogue,
): OpenLesson {
  const course = courseFor(catalogue, { pack, id: lesson, version });
  if (kind === 'piece' && course === undefined) {
    return { ...unnamed, done, total, fault: fault && { ...fault, detail: '' } };
  }
  const known = catalogue.item(pack, lesson, version) ?? catalogue.item(pack, lesson);
  return {
    title: known?.item.title ?? { km: lesson },
    course: course?.course.id ?? null,
    courseTitle: course?.course.title ?? { km: pack },
    kind: known?.item.kind ?? 'lesson',
    done,
    total,
    fault,
  };
}
