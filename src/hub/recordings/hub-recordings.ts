import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Disk } from '../../content/disk/disk.ts';
import { writeDurably } from '../../content/disk/durable-file.ts';
import { keptRecordings } from '../../domain/recordings/kept-recordings.ts';
import { recordingNameSchema, recordingParts } from '../../shared/contracts/recording-copy.ts';
import type { RecordingAsk, RecordingName } from '../../shared/contracts/recording-copy.ts';
import { ReanError } from '../../shared/errors.ts';
import { learnerIdSchema } from '../../shared/ids.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';
import { storeError } from '../../sync/store/store-errors.ts';

/** Where a hub keeps what learners read aloud, in its own folder. */
export const hubRecordingsFolder = (hubFolder: string) => join(hubFolder, 'recordings');

/** What all of them may take of the hub's disk, bytes; past it none is taken ([RAL7]). */
const mostOfAll = 8 * 1024 * 1024 * 1024;
/** Free room that is left to records, which matter more, bytes. */
const leftFree = 512 * 1024 * 1024;
const suffix = '.json';

export interface HubRecordingsOptions {
  /** Made when the first is brought. */
  readonly folder: string;
  readonly disk: Disk;
  readonly randomness: Randomness;
  /** Other bounds than usual, bytes. */
  readonly bounds?: { readonly mostOfAll: number; readonly leftFree: number };
}

interface Brought extends RecordingAsk {
  readonly name: RecordingName;
  readonly bytes: Uint8Array;
  /** Asked once it is its turn: whether there still is such a learner. */
  readonly isWanted: () => boolean;
}

/** How much there is of them: how many, of how many learners, and what they take of the disk. */
export interface HeldRecordings {
  readonly kept: number;
  readonly learners: number;
  readonly bytes: number;
}

/** What became of one: `other` where its id is taken by another content, `unwanted` for nobody's. */
export type Taken = 'kept' | 'superseded' | 'other' | 'unwanted';

/**
 * Copies of learners' recordings, sealed as their stations sealed them ([RAL6]): a folder each, by
 * their pseudonym, of files whose names say all that there is to know. The hub opens none of them.
 */
export class HubRecordings {
  readonly #options: HubRecordingsOptions;
  #turn: Promise<unknown> = Promise.resolve();
  /** Bytes of all of them; null before it was asked for. */
  #takenBytes: number | null = null;

  constructor(options: HubRecordingsOptions) {
    this.#options = options;
  }

  /** Everybody of whom there is any. */
  async learners(): Promise<readonly LearnerId[]> {
    const { disk, folder } = this.#options;
    return (await disk.list(folder)).flatMap(({ name, kind }) => {
      const learner = learnerIdSchema.safeParse(name);
      return kind === 'folder' && learner.success ? [learner.data] : [];
    });
  }

  /** What is held of a learner, oldest first. */
  async of(learner: LearnerId): Promise<readonly RecordingName[]> {
    const entries = await this.#options.disk.list(this.#folderOf(learner));
    return entries.flatMap(({ name, kind }) => {
      const read =
        kind === 'file' ? recordingNameSchema.safeParse(name.slice(0, -suffix.length)) : null;
      return read?.success === true && name.endsWith(suffix) ? [read.data] : [];
    });
  }

  /** Counts them; rejects with the disk's own error. */
  async held(): Promise<HeldRecordings> {
    const counts = await Promise.all(
      (await this.learners()).map(async (learner) => (await this.of(learner)).length),
    );
    return {
      kept: counts.reduce((sum, count) => sum + count, 0),
      learners: counts.filter((count) => count > 0).length,
      bytes: await this.#measure(),
    };
  }

  /**
   * A file whole, as it was brought; null where there is none. One that the disk spoiled goes, so that
   * a station that has it brings it again.
   */
  async file(learner: LearnerId, name: RecordingName): Promise<Uint8Array | null> {
    const { disk } = this.#options;
    const path = this.#pathOf(learner, name);
    const bytes = await disk.readFile(path);
    if (bytes === null || sha256Of(bytes) === recordingParts(name).sha256) return bytes;
    await this.#inTurn(() => this.#remove(path));
    return null;
  }

  /**
   * Takes one in, on the disk and synced; one that is here already, once. What it takes the place of goes
   * after it, so that a kill leaves one too many and never one too few.
   * @throws ReanError `store.full`, or the disk's own
   */
  take(brought: Brought): Promise<Taken> {
    return this.#inTurn(async () => {
      const { learner, name, isWanted } = brought;
      if (!isWanted()) return 'unwanted';
      const held = await this.of(learner);
      if (!held.includes(name)) {
        const { id } = recordingParts(name);
        if (held.some((each) => recordingParts(each).id === id)) return 'other';
        if (!keptRecordings([...held, name]).includes(name)) return 'superseded';
        await this.#write(brought);
      }
      await this.#clear(learner);
      return 'kept';
    });
  }

  /** Takes away all that is kept of learners whose records were erased ([RAL4]). */
  erase(erased: ReadonlySet<LearnerId>): Promise<void> {
    return this.#inTurn(async () => {
      const { disk, folder } = this.#options;
      for (const learner of await this.learners()) {
        if (!erased.has(learner)) continue;
        await disk.remove(this.#folderOf(learner));
        await disk.syncFolder(folder);
        this.#takenBytes = null;
      }
    });
  }

  async #write({ learner, name, bytes }: Brought): Promise<void> {
    const { disk, folder, randomness } = this.#options;
    const own = this.#folderOf(learner);
    try {
      await disk.makeFolder(own);
      await this.#requireRoom(bytes.byteLength);
      const path = this.#pathOf(learner, name);
      await writeDurably(disk, randomness, { path, bytes, mode: 0o600 });
      for (const each of [folder, dirname(folder)]) await disk.syncFolder(each);
    } catch (error) {
      throw storeError(error, 'recordings');
    }
    this.#takenBytes = (this.#takenBytes ?? 0) + bytes.byteLength;
  }

  async #requireRoom(bytes: number): Promise<void> {
    const { disk, folder, bounds = { mostOfAll, leftFree } } = this.#options;
    const isFull = (await disk.freeBytes(folder)) - bytes < bounds.leftFree;
    if (isFull || (await this.#measure()) + bytes > bounds.mostOfAll) {
      throw new ReanError('store.full', { database: 'recordings' });
    }
  }

  /** What later ones took the place of, and what a kill left half written. */
  async #clear(learner: LearnerId): Promise<void> {
    const { disk } = this.#options;
    const own = this.#folderOf(learner);
    const kept = new Set(keptRecordings(await this.of(learner)).map((name) => `${name}${suffix}`));
    for (const { name, kind } of await disk.list(own)) {
      if (kind !== 'file' || kept.has(name)) continue;
      await this.#remove(join(own, name));
    }
  }

  async #remove(path: string): Promise<void> {
    const { disk } = this.#options;
    const bytes = (await disk.fileSize(path)) ?? 0;
    await disk.remove(path);
    if (this.#takenBytes !== null) this.#takenBytes -= bytes;
  }

  async #measure(): Promise<number> {
    if (this.#takenBytes !== null) return this.#takenBytes;
    const { disk } = this.#options;
    let bytes = 0;
    for (const learner of await this.learners()) {
      for (const { name } of await disk.list(this.#folderOf(learner))) {
        bytes += (await disk.fileSize(join(this.#folderOf(learner), name))) ?? 0;
      }
    }
    this.#takenBytes = bytes;
    return bytes;
  }

  #folderOf(learner: LearnerId): string {
    return join(this.#options.folder, learner);
  }

  #pathOf(learner: LearnerId, name: RecordingName): string {
    return join(this.#folderOf(learner), `${name}${suffix}`);
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}

export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');
