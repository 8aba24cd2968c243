import { BehaviorSubject } from 'rxjs';
import type { Observable } from 'rxjs';
import type { PackStore } from '../../content/store/pack-store.ts';
import type { Lesson } from '../../shared/contracts/lesson.ts';
import type { PackManifest } from '../../shared/contracts/pack-manifest.ts';
import type { PackId, Semver } from '../../shared/ids.ts';
import { isReanError } from '../../shared/errors.ts';
import { buildCatalogue } from '../catalogue/catalogue.ts';
import type { Catalogue, CatalogueLesson } from '../catalogue/catalogue.ts';
import type { NoticeBoard } from '../status/notice-board.ts';

/** Lessons on this station's disk. */
export interface LessonShelf {
  readonly catalogue: Catalogue;
  /** The newest catalogue at once, then after every change. */
  readonly catalogue$: Observable<Catalogue>;
  /** Looks again at what is installed. */
  refresh(): Promise<void>;
  /** @throws ReanError `pack.*` or `lesson.invalid` when the file is gone or changed */
  read(lesson: CatalogueLesson): Promise<Lesson>;
  /** The `pack://` address of a version's files for one window's `host`, ending in `/`. */
  baseOf(pack: PackId, version: Semver, host: string): string;
}

export interface LessonShelfParts {
  readonly store: Pick<PackStore, 'list' | 'open'>;
  readonly notices: NoticeBoard;
  readonly baseOf: LessonShelf['baseOf'];
}

/** Opens the shelf and looks at what is installed. */
export async function openLessonShelf(parts: LessonShelfParts): Promise<LessonShelf> {
  const { store, notices } = parts;
  const catalogue = new BehaviorSubject(buildCatalogue([]));

  async function refresh(): Promise<void> {
    const packs = await store.list();
    const damaged = packs.flatMap(({ id, versions }) =>
      versions.filter(({ kind }) => kind === 'damaged').map(({ version }) => `${id} ${version}`),
    );
    if (damaged.length > 0) notices.put('pack-damaged', damaged.join(', '));
    catalogue.next(
      buildCatalogue(
        packs.map(({ active, versions }) => ({
          active,
          manifests: versions.flatMap((version): PackManifest[] =>
            version.kind === 'ready' ? [version.manifest] : [],
          ),
        })),
      ),
    );
  }

  async function read({ pack, version, item }: CatalogueLesson): Promise<Lesson> {
    try {
      const reader = await store.open(pack, version);
      return await reader.lesson(item.id);
    } catch (error) {
      if (isReanError(error)) notices.put('pack-damaged', `${pack} ${version}: ${error.code}`);
      throw error;
    }
  }

  await refresh();
  return {
    get catalogue() {
      return catalogue.value;
    },
    catalogue$: catalogue,
    refresh,
    read,
    baseOf: parts.baseOf,
  };
}
