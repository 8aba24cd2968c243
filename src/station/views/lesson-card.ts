import { finishedCount, lessonStatus } from '../../domain/lesson-progress.ts';
import type {
  LearnerState,
  LessonProgress,
  PieceProgress,
} from '../../shared/contracts/documents/state.ts';
import type { HomeView, LessonCard } from '../../shared/contracts/ipc/views.ts';
import type { PackId, Semver } from '../../shared/ids.ts';
import { pieceStatus } from '../../domain/piece-progress.ts';
import type {
  Catalogue,
  CatalogueCourse,
  CatalogueItem,
  CatalogueLesson,
  CataloguePiece,
} from '../catalogue/catalogue.ts';

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
  const found = pinned ?? newest;
  const total = begun?.total ?? found.item.items;
  const done = begun === undefined ? (status === 'done' ? total : 0) : finishedCount(begun);
  return { ...face(found, baseOf), status, done, total };
}

/** A piece is done or not: nobody knows how long those of others are. */
function pieceCard(
  newest: CataloguePiece,
  progress: PieceProgress | undefined,
  { catalogue, baseOf }: CardSource,
): LessonCard {
  const status = pieceStatus(progress);
  const pinned =
    status === 'begun' && progress !== undefined
      ? catalogue.piece(newest.pack, newest.item.id, progress.version)
      : undefined;
  return {
    ...face(pinned ?? newest, baseOf),
    status,
    done: status === 'done' ? 1 : 0,
    total: 1,
  };
}

const face = ({ key, pack, version, item }: CatalogueItem, baseOf: BaseOf) => ({
  key,
  kind: item.kind,
  pack,
  lesson: item.id,
  title: item.title,
  picture: item.picture,
  base: baseOf(pack, version),
});

function itemCard(newest: CatalogueItem, state: LearnerState, source: CardSource): LessonCard {
  const { key, item } = newest;
  return item.kind === 'lesson'
    ? lessonCard({ ...newest, item }, state.lessons[key], source)
    : pieceCard({ ...newest, item }, state.pieces[key], source);
}

/** A course with a card for each of its lessons and pieces. */
export function courseCard(
  { course, pack, version, items }: CatalogueCourse,
  state: LearnerState,
  source: CardSource,
): HomeView['courses'][number] {
  return {
    course: course.id,
    title: course.title,
    picture: course.picture,
    base: source.baseOf(pack, version),
    lessons: items.map((item) => itemCard(item, state, source)),
  };
}
