import { finishedCount, lessonKey, lessonStatus } from '../../domain/lesson-progress.ts';
import type {
  LearnerState,
  LessonProgress,
  PieceProgress,
} from '../../shared/contracts/documents/state.ts';
import type { HomeView, LessonCard, SkillCard } from '../../shared/contracts/ipc/views.ts';
import type { PackSkill } from '../../shared/contracts/pack-manifest.ts';
import type { PackId, Semver } from '../../shared/ids.ts';
import { skillStanding } from '../../domain/training/mastery.ts';
import { pieceStatus } from '../../domain/piece-progress.ts';
import { wayThrough } from '../catalogue/waits-for.ts';
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

/** A card but for what the course says of it. */
type Standing = Omit<LessonCard, 'waitsFor'>;

/**
 * A lesson with how far this learner has come. A begun run shows the version it was begun in, as
 * long as that is installed ([LSN2]).
 */
function lessonCard(
  newest: CatalogueLesson,
  progress: LessonProgress | undefined,
  { catalogue, baseOf }: CardSource,
): Standing {
  const status = lessonStatus(progress);
  const begun = status === 'begun' ? progress : undefined;
  const pinned =
    begun && (catalogue.lesson(newest.pack, newest.item.id, begun.version) ?? undefined);
  const found = pinned ?? newest;
  const total = begun?.total ?? found.item.items;
  const done = begun === undefined ? (status === 'done' ? total : 0) : finishedCount(begun);
  return { ...face(found, baseOf), status, done, total, said: null };
}

/** A piece is done or not: nobody knows how long those of others are. */
export function pieceCard(
  newest: CataloguePiece,
  progress: PieceProgress | undefined,
  { catalogue, baseOf }: CardSource,
): Standing {
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
    said: saidOf(progress),
  };
}

/** What is on record of its own words; what it never said is left out. */
function saidOf(progress: PieceProgress | undefined): LessonCard['said'] {
  if (progress === undefined) return null;
  const { best, passed } = progress;
  return best === null && !passed ? null : { score: best, passed };
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

function itemCard(newest: CatalogueItem, state: LearnerState, source: CardSource): Standing {
  const { key, item } = newest;
  return item.kind === 'lesson'
    ? lessonCard({ ...newest, item }, state.lessons[key], source)
    : pieceCard({ ...newest, item }, state.pieces[key], source);
}

/** A course with a card for each of its lessons and pieces. */
export function courseCard(
  catalogued: CatalogueCourse,
  state: LearnerState,
  source: CardSource,
): HomeView['courses'][number] {
  const { course, pack, version, items } = catalogued;
  const waitsFor = wayThrough(catalogued, state);
  return {
    course: course.id,
    title: course.title,
    picture: course.picture,
    base: source.baseOf(pack, version),
    lessons: items.map((item) => ({
      ...itemCard(item, state, source),
      waitsFor: waitsFor(item.item.id),
    })),
    skills: (course.skills ?? []).map((skill) => skillCard(pack, skill, state)),
  };
}

function skillCard(
  pack: PackId,
  { id, title, picture, mastery }: PackSkill,
  { skills }: LearnerState,
): SkillCard {
  const progress = skills[lessonKey(pack, id)];
  const { right, mastered } = skillStanding(progress, mastery);
  const { right: needed, of } = mastery;
  return { id, title, picture, right, needed, of, mastered, answers: progress?.answers ?? 0 };
}
