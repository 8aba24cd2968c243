import type { Lesson } from '../../shared/contracts/lesson.ts';
import type { PackFile, PackManifest } from '../../shared/contracts/pack-manifest.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Disk } from '../disk/disk.ts';
import { parseLesson } from '../pack/check-content.ts';
import { contentMatches } from '../pack/hashed.ts';
import { codeFolders, isInAny, piecesOf } from '../pack/piece-folders.ts';
import type { StoreLayout } from './layout.ts';
import { withStoreErrors } from './store-error.ts';

/** A file of an installed pack, ready to be opened. */
export interface StoredFile {
  /** Absolute path of the content on this disk. */
  readonly blobPath: string;
  /** Bytes. */
  readonly size: number;
  readonly mime: string;
  readonly sha256: string;
  /** Whether it lies in a folder whose files run code ([PKG8]). */
  readonly runs: boolean;
}

/**
 * One installed version. It stays what it is while newer versions come in beside it, so a lesson
 * goes on with the words and pictures it was started with ([PKG10]).
 */
export class PackReader {
  readonly manifest: PackManifest;
  readonly #disk: Disk;
  readonly #layout: StoreLayout;
  readonly #files: ReadonlyMap<string, PackFile>;
  readonly #code: ReadonlySet<string>;

  constructor(disk: Disk, layout: StoreLayout, manifest: PackManifest) {
    this.manifest = manifest;
    this.#disk = disk;
    this.#layout = layout;
    this.#code = codeFolders(piecesOf(manifest));
    this.#files = new Map(manifest.files.map((file) => [file.path, file]));
  }

  /**
   * Where a file's content is. Its size is compared, its hash is not: see `read` and
   * `verifyInstalled`. Throws `pack.file-missing`, `pack.checksum-mismatch`.
   */
  async file(path: string): Promise<StoredFile> {
    const file = this.#find(path);
    const blobPath = this.#layout.blob(file.sha256);
    const size = await this.#guard(() => this.#disk.fileSize(blobPath));
    if (size === null) throw this.#error('pack.file-missing', path);
    if (size !== file.size) throw this.#error('pack.checksum-mismatch', path);
    const { mime, sha256 } = file;
    return { blobPath, size, mime, sha256, runs: isInAny(path, this.#code) };
  }

  /** A file whole, its hash checked. Throws `pack.file-missing`, `pack.checksum-mismatch`. */
  async read(path: string): Promise<Uint8Array> {
    const file = this.#find(path);
    const blobPath = this.#layout.blob(file.sha256);
    const bytes = await this.#guard(() => this.#disk.readFile(blobPath));
    if (bytes === null) throw this.#error('pack.file-missing', path);
    if (!(await contentMatches(once(bytes), file))) {
      throw this.#error('pack.checksum-mismatch', path);
    }
    return bytes;
  }

  /** A lesson by its id. Throws what `read` throws, `lesson.invalid`, `pack.app-too-old`, `pack.file-missing`. */
  async lesson(id: string): Promise<Lesson> {
    const item = this.manifest.items.find((one) => one.id === id);
    if (item?.kind !== 'lesson') throw this.#error('pack.file-missing', id);
    return parseLesson(await this.read(item.entry), item.entry, this.manifest);
  }

  #guard<Value>(work: () => Promise<Value>): Promise<Value> {
    return withStoreErrors(this.#layout.root, work);
  }

  #find(path: string): PackFile {
    const file = this.#files.get(path);
    if (file === undefined) throw this.#error('pack.file-missing', path);
    return file;
  }

  #error(code: 'pack.file-missing' | 'pack.checksum-mismatch', path: string): ReanError {
    const { id, version } = this.manifest;
    return new ReanError(code, { pack: id, version, path });
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
