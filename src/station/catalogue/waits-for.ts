import { comesFirst } from '../../domain/course/prerequisites.ts';
import type { Standing } from '../../domain/course/prerequisites.ts';
import { pieceStatus } from '../../domain/piece-progress.ts';
import type { LearnerState, LessonKey } from '../../shared/contracts/documents/state.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Catalogue, CatalogueCourse, CatalogueItem } from './catalogue.ts';

/** Tells of an item of a course what is to be done before it is open; null where it is open ([CRS2]). */
export function wayThrough(
  { items }: CatalogueCourse,
  state: LearnerState,
): (id: string) => LessonKey | null {
  const byId = new Map(items.map((each) => [each.item.id, each]));
  const ordered = new Map(items.map(({ item }) => [item.id, item]));
  const standingOf = (id: string) => standing(byId.get(id), state);
  return (id) => {
    const first = comesFirst(id, ordered, standingOf);
    return first === null ? null : (byId.get(first)?.key ?? null);
  };
}

/** A lesson that is gone through once more stays done. */
function standing(known: CatalogueItem | undefined, state: LearnerState): Standing {
  if (known === undefined) return 'done';
  const { key, item } = known;
  if (item.kind !== 'lesson') return pieceStatus(state.pieces[key]);
  const progress = state.lessons[key];
  if (progress === undefined) return 'new';
  return progress.completedRuns > 0 ? 'done' : 'begun';
}

/** @throws ReanError `lesson.waits` where another item of its course comes first */
export function refuseWaiting(
  { item }: CatalogueItem,
  catalogue: Catalogue,
  state: LearnerState,
): void {
  const course = catalogue.courses.get(item.course);
  const first = course === undefined ? null : wayThrough(course, state)(item.id);
  if (first !== null) throw new ReanError('lesson.waits', { lesson: item.id, first });
}
