import type { LessonKey } from '../../shared/contracts/documents/state.ts';
import type {
  LessonItem,
  PackCourse,
  PackManifest,
  ShownItem,
  ShownPiece,
} from '../../shared/contracts/pack-manifest.ts';
import { isShown } from '../../shared/contracts/pack-manifest.ts';
import type { CardKey } from '../../shared/contracts/training.ts';
import type { CourseId, PackId, Semver } from '../../shared/ids.ts';
import { lessonKey } from '../../domain/lesson-progress.ts';

/** A lesson or piece of an installed pack. */
export interface CatalogueItem<Item extends ShownItem = ShownItem> {
  readonly key: LessonKey;
  readonly pack: PackId;
  readonly version: Semver;
  readonly item: Item;
}
export type CatalogueLesson = CatalogueItem<LessonItem>;
export type CataloguePiece = CatalogueItem<ShownPiece>;

/** A course, with its lessons and pieces in the order they are walked. */
export interface CatalogueCourse {
  readonly course: PackCourse;
  readonly pack: PackId;
  readonly version: Semver;
  readonly items: readonly CatalogueItem[];
}

/** A shelf of the library ([LIB1]), named by the first pack that has it, with what stands on it of every pack. */
export interface CatalogueShelf {
  readonly shelf: PackCourse;
  readonly pack: PackId;
  readonly version: Semver;
  readonly items: readonly CataloguePiece[];
}

/** What this station has to teach: every installed version, and which new sittings get. */
export interface Catalogue {
  /** Of the active versions. */
  readonly courses: ReadonlyMap<CourseId, CatalogueCourse>;
  /** The library's, of the active versions. */
  readonly shelves: ReadonlyMap<CourseId, CatalogueShelf>;
  /** The active manifest of each pack, by pack id. */
  readonly newest: readonly PackManifest[];
  /** The active lessons that train something ([REV1]), in the catalogue's order. */
  readonly trainers: ReadonlyMap<CardKey, readonly CatalogueLesson[]>;
  /** An item in one version of its pack, or in the active one when none is named. */
  item(pack: PackId, id: string, version?: Semver): CatalogueItem | undefined;
  /** The same where it is a lesson. */
  lesson(pack: PackId, lesson: string, version?: Semver): CatalogueLesson | undefined;
  /** The same where it is a piece. */
  piece(pack: PackId, piece: string, version?: Semver): CataloguePiece | undefined;
}

/** One pack's installed versions. */
export interface InstalledManifests {
  /** What new sittings get; null when no version is sound. */
  readonly active: Semver | null;
  readonly manifests: readonly PackManifest[];
}

export function buildCatalogue(packs: readonly InstalledManifests[]): Catalogue {
  const manifests = packs.flatMap((pack) => pack.manifests);
  const newest = packs
    .flatMap(({ active, manifests }) => manifests.find(({ version }) => version === active) ?? [])
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const listed = newest.flatMap(coursesOf);
  const courses = listed.filter(({ course }) => course.shelf === undefined);
  const find = (pack: PackId, id: string, version?: Semver) => {
    const candidates = version === undefined ? newest : manifests;
    const manifest = candidates.find(
      (each) => each.id === pack && (version === undefined || each.version === version),
    );
    return manifest && itemsOf(manifest).find(({ item }) => item.id === id);
  };
  return {
    courses: new Map(courses.map((course) => [course.course.id, course])),
    shelves: shelvesOf(listed.filter(({ course }) => course.shelf !== undefined)),
    newest,
    trainers: trainersOf(courses),
    item: find,
    lesson(pack, lesson, version) {
      const found = find(pack, lesson, version);
      return found?.item.kind === 'lesson' ? { ...found, item: found.item } : undefined;
    },
    piece(pack, piece, version) {
      const found = find(pack, piece, version);
      return found === undefined || found.item.kind === 'lesson'
        ? undefined
        : { ...found, item: found.item };
    },
  };
}

function coursesOf(manifest: PackManifest): CatalogueCourse[] {
  const items = itemsOf(manifest);
  // A pack that only serves others has nothing to enrol anybody in.
  if (items.length === 0) return [];
  return manifest.courses.map((course) => ({
    course,
    pack: manifest.id,
    version: manifest.version,
    items: items
      .filter(({ item }) => item.course === course.id)
      .sort((a, b) => a.item.position - b.item.position),
  }));
}

function shelvesOf(listed: readonly CatalogueCourse[]): ReadonlyMap<CourseId, CatalogueShelf> {
  const shelves = new Map<CourseId, CatalogueShelf>();
  for (const { course: shelf, pack, version, items } of listed) {
    const before = shelves.get(shelf.id) ?? { shelf, pack, version, items: [] };
    const pieces = items.flatMap((each): CataloguePiece[] =>
      each.item.kind === 'lesson' ? [] : [{ ...each, item: each.item }],
    );
    shelves.set(shelf.id, { ...before, items: [...before.items, ...pieces] });
  }
  return shelves;
}

function trainersOf(courses: readonly CatalogueCourse[]): Catalogue['trainers'] {
  const trainers = new Map<CardKey, CatalogueLesson[]>();
  for (const { item, ...known } of courses.flatMap(({ items }) => items)) {
    if (item.kind !== 'lesson') continue;
    for (const card of item.cards ?? []) {
      const lessons = trainers.get(card) ?? [];
      lessons.push({ ...known, item });
      trainers.set(card, lessons);
    }
  }
  return trainers;
}

function itemsOf({ id, version, items }: PackManifest): CatalogueItem[] {
  return items
    .filter(isShown)
    .map((item) => ({ key: lessonKey(id, item.id), pack: id, version, item }));
}
