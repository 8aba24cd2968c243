import { BehaviorSubject } from 'rxjs';
import type { Observable } from 'rxjs';
import { packBase } from '../../content/serve/pack-url.ts';
import type { InstalledPack } from '../../content/store/installed-packs.ts';
import type { StoredFile } from '../../content/store/pack-reader.ts';
import type { Lesson } from '../../shared/contracts/lesson.ts';
import type { PackManifest } from '../../shared/contracts/pack-manifest.ts';
import type { PackId, Semver, SittingId } from '../../shared/ids.ts';
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
  /** The `pack://` address of a version's files for one sitting's window, ending in `/`. */
  baseOf(pack: PackId, version: Semver, sitting: SittingId): string;
  /** Opens a version, remembering it: an installed version never changes. Errors as `read`. */
  open(pack: PackId, version: Semver): Promise<OpenedPack>;
}

/** The part of a `PackStore` the shelf reads. */
export interface InstalledPacks {
  list(): Promise<readonly InstalledPack[]>;
  open(pack: PackId, version: Semver): Promise<OpenedPack>;
}

interface OpenedPack {
  readonly manifest: PackManifest;
  lesson(id: string): Promise<Lesson>;
  file(path: string): Promise<StoredFile>;
  /** A small file whole, its hash checked. */
  read(path: string): Promise<Uint8Array>;
}

export interface LessonShelfParts {
  readonly store: InstalledPacks;
  readonly notices: NoticeBoard;
}

/** Opens the shelf and looks at what is installed. */
export async function openLessonShelf({ store, notices }: LessonShelfParts): Promise<LessonShelf> {
  const readers = new Map<string, OpenedPack>();
  const catalogue = new BehaviorSubject(buildCatalogue([]));
  const damage = new DamageNotice(notices);

  async function refresh(): Promise<void> {
    const packs = await store.list();
    for (const { id, versions } of packs) {
      for (const { version, kind } of versions) {
        if (kind === 'damaged') damage.found(`${id} ${version}`);
      }
    }
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

  async function open(pack: PackId, version: Semver): Promise<OpenedPack> {
    const name = `${pack} ${version}`;
    const reader = readers.get(name) ?? (await store.open(pack, version));
    readers.set(name, reader);
    return reader;
  }

  async function read({ pack, version, item }: CatalogueLesson): Promise<Lesson> {
    const name = `${pack} ${version}`;
    try {
      const lesson = await (await open(pack, version)).lesson(item.id);
      damage.mended(name);
      return lesson;
    } catch (error) {
      if (isReanError(error)) damage.found(name);
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
    open,
    baseOf: (pack, version, sitting) => packBase({ pack, version, sitting }),
  };
}

/** One notice for all damaged versions, taken down when the last has been read again. */
class DamageNotice {
  readonly #notices: NoticeBoard;
  readonly #damaged = new Set<string>();

  constructor(notices: NoticeBoard) {
    this.#notices = notices;
  }

  found(version: string): void {
    this.#damaged.add(version);
    this.#tell();
  }

  mended(version: string): void {
    if (this.#damaged.delete(version)) this.#tell();
  }

  #tell(): void {
    if (this.#damaged.size === 0) this.#notices.takeDown('pack-damaged');
    else this.#notices.put('pack-damaged', [...this.#damaged].join(', '));
  }
}
