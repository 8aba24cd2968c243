import { finishedCount, lessonStatus } from '../../domain/lesson-progress.ts';
import type { LearnerState, LessonProgress } from '../../shared/contracts/documents/state.ts';
import type { HomeView, LessonCard } from '../../shared/contracts/ipc/views.ts';
import type { PackId, Semver } from '../../shared/ids.ts';
import type { Catalogue, CatalogueCourse, CatalogueLesson } from '../catalogue/catalogue.ts';

/** The `pack://` address a version's files are relative to, ending in `/`, for the asking window. */
export type BaseOf = (pack: PackId, version: Semver) => string;

export interface CardSource {
  readonly catalogue: Catalogue;
  readonly baseOf: BaseOf;
}

/**
 * A lesson with how far this learner has come. A begun run shows the version it was begun in, as
 * long as that is installed ([LSN2]).
 */
function lessonCard(
  newest: CatalogueLesson,
  progress: LessonProgress | undefined,
  { catalogue, baseOf }: CardSource,
): LessonCard {
  const status = lessonStatus(progress);
  const begun = status === 'begun' ? progress : undefined;
  const pinned =
    begun && (catalogue.lesson(newest.pack, newest.item.id, begun.version) ?? undefined);
  const { pack, version, item } = pinned ?? newest;
  const total = begun?.total ?? item.items;
  return {
    key: newest.key,
    pack,
    lesson: item.id,
    title: item.title,
    picture: item.picture,
    base: baseOf(pack, version),
    status,
    done: begun === undefined ? (status === 'done' ? total : 0) : finishedCount(begun),
    total,
  };
}

/** A course with a card for each of its lessons. */
export function courseCard(
  { course, pack, version, lessons }: CatalogueCourse,
  state: LearnerState,
  source: CardSource,
): HomeView['courses'][number] {
  return {
    course: course.id,
    title: course.title,
    picture: course.picture,
    base: source.baseOf(pack, version),
    lessons: lessons.map((lesson) => lessonCard(lesson, state.lessons[lesson.key], source)),
  };
}
