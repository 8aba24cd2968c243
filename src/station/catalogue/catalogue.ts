import type { LessonKey } from '../../shared/contracts/documents/state.ts';
import type { LessonItem, PackCourse, PackManifest } from '../../shared/contracts/pack-manifest.ts';
import type { CourseId, PackId, Semver } from '../../shared/ids.ts';
import { lessonKey } from '../../domain/lesson-progress.ts';

/** A lesson of an installed pack. */
export interface CatalogueLesson {
  readonly key: LessonKey;
  readonly pack: PackId;
  readonly version: Semver;
  readonly item: LessonItem;
}

/** A course, with its lessons in the order they are walked. */
export interface CatalogueCourse {
  readonly course: PackCourse;
  readonly pack: PackId;
  readonly version: Semver;
  readonly lessons: readonly CatalogueLesson[];
}

/** What this station has to teach: every installed version, and which new sittings get. */
export interface Catalogue {
  /** Of the active versions. */
  readonly courses: ReadonlyMap<CourseId, CatalogueCourse>;
  /** The active manifest of each pack, by pack id. */
  readonly newest: readonly PackManifest[];
  /** A lesson in one version of its pack, or in the active one when none is named. */
  lesson(pack: PackId, lesson: string, version?: Semver): CatalogueLesson | undefined;
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
  const courses = newest.flatMap(coursesOf);
  return {
    courses: new Map(courses.map((course) => [course.course.id, course])),
    newest,
    lesson(pack, lesson, version) {
      const candidates = version === undefined ? newest : manifests;
      const manifest = candidates.find(
        ({ id, version: has }) => id === pack && (version === undefined || has === version),
      );
      return manifest && lessonsOf(manifest).find(({ item }) => item.id === lesson);
    },
  };
}

function coursesOf(manifest: PackManifest): CatalogueCourse[] {
  const lessons = lessonsOf(manifest);
  return manifest.courses.map((course) => ({
    course,
    pack: manifest.id,
    version: manifest.version,
    lessons: lessons
      .filter(({ item }) => item.course === course.id)
      .sort((a, b) => a.item.position - b.item.position),
  }));
}

function lessonsOf({ id, version, items }: PackManifest): CatalogueLesson[] {
  return items.flatMap((item) =>
    item.kind === 'lesson' ? [{ key: lessonKey(id, item.id), pack: id, version, item }] : [],
  );
}
