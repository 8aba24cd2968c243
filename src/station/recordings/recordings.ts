import { join } from 'node:path';
import type { Disk } from '../../content/disk/disk.ts';
import { randomName, writeDurably } from '../../content/disk/durable-file.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import type { Recording, Take } from '../../shared/contracts/recording.ts';
import { learnerIdSchema, recordingIdSchema } from '../../shared/ids.ts';
import type { LearnerId, RecordingId } from '../../shared/ids.ts';
import type { Log, Randomness } from '../../shared/ports.ts';
import { reasonOf } from '../failure-reason.ts';
import { createQueue } from '../queue.ts';
import { openRecording, sealRecording } from './sealed-recording.ts';

/** As many of one learner's are kept at a station; the oldest goes when another comes. */
export const mostOfLearner = 12;
/** What all of them may take of the disk, bytes; past it none is kept ([RAL3]). */
const mostOfAll = 256 * 1024 * 1024;
/** Free room that is left to records, which matter more, bytes. */
const leftFree = 512 * 1024 * 1024;

interface RecordingsParts {
  /** Absolute; made when the first is kept. */
  readonly folder: string;
  readonly disk: Disk;
  readonly randomness: Randomness;
  readonly log: Log;
}

/** What was read: which item of which lesson. */
export type ReadPlace = Pick<Recording, 'pack' | 'lesson' | 'item'>;

interface Kept {
  readonly path: string;
  /** Twelve digits, rising, then the id. */
  readonly name: string;
}

/**
 * What learners read aloud at this station ([RAL2]): a folder each, by their pseudonym, of files sealed
 * with their key. Nothing else on the disk, in the log or on the network holds a sound of them.
 */
export class Recordings {
  readonly #parts: RecordingsParts;
  readonly #inTurn = createQueue();

  constructor(parts: RecordingsParts) {
    this.#parts = parts;
  }

  /**
   * Keeps what was read in place of what is kept of the same item, on the disk and synced.
   * @returns null where there is no room for it, or the disk fails: what was kept before is still there
   */
  keep(key: SealingKey, learner: LearnerId, read: Recording): Promise<RecordingId | null> {
    return this.#inTurn(async () => {
      try {
        await this.#parts.disk.makeFolder(this.#folderOf(learner));
        return (await this.#hasRoom()) ? await this.#write(key, learner, read) : null;
      } catch (error) {
        this.#parts.log.warn('recording.not-kept', { reason: reasonOf(error) });
        return null;
      }
    });
  }

  /** What this learner kept last of an item; null where there is nothing that their key opens. */
  last(key: SealingKey, learner: LearnerId, place: ReadPlace): Promise<Take | null> {
    return this.#inTurn(async () => {
      for (const { path } of (await this.#list(learner)).toReversed()) {
        const recording = await this.#open(key, learner, path);
        if (recording !== null && isOf(recording, place)) {
          return { audio: recording.audio, ms: recording.ms };
        }
      }
      return null;
    });
  }

  /** Takes away all that is kept of learners whose records were erased ([RAL4]). */
  erase(erased: ReadonlySet<LearnerId>): Promise<void> {
    return this.#inTurn(async () => {
      const { disk, folder } = this.#parts;
      for (const { name } of await disk.list(folder)) {
        const learner = learnerIdSchema.safeParse(name);
        if (!learner.success || !erased.has(learner.data)) continue;
        await disk.remove(join(folder, name));
        await disk.syncFolder(folder);
      }
    });
  }

  async #write(key: SealingKey, learner: LearnerId, read: Recording): Promise<RecordingId> {
    const { disk, randomness, folder } = this.#parts;
    const before = await this.#list(learner);
    const earlier = await this.#sameItem(key, learner, before, read);
    const id = recordingIdSchema.parse(randomName(randomness));
    const next = 1 + Number(before.at(-1)?.name.slice(0, orderDigits) ?? 0);
    const path = join(
      this.#folderOf(learner),
      `${String(next).padStart(orderDigits, '0')}-${id}.json`,
    );
    const bytes = sealRecording(key, learner, read, randomness);
    await writeDurably(disk, randomness, { path, bytes, mode: 0o600 });
    await disk.syncFolder(folder);
    const others = before.filter((held) => !earlier.includes(held.path)).map((held) => held.path);
    const oldest = others.slice(0, Math.max(0, others.length + 1 - mostOfLearner));
    for (const gone of [...earlier, ...oldest]) await disk.remove(gone);
    return id;
  }

  #folderOf(learner: LearnerId): string {
    return join(this.#parts.folder, learner);
  }

  /** Oldest first. What a kill left half written is no recording, and goes with the next list. */
  async #list(learner: LearnerId): Promise<readonly Kept[]> {
    const { disk } = this.#parts;
    const folder = this.#folderOf(learner);
    const entries = (await disk.list(folder)).filter(({ kind }) => kind === 'file');
    for (const { name } of entries) if (!fileName.test(name)) await disk.remove(join(folder, name));
    return entries
      .filter(({ name }) => fileName.test(name))
      .map(({ name }) => ({ name, path: join(folder, name) }));
  }

  async #sameItem(
    key: SealingKey,
    learner: LearnerId,
    kept: readonly Kept[],
    place: ReadPlace,
  ): Promise<readonly string[]> {
    const found: string[] = [];
    for (const { path } of kept) {
      const recording = await this.#open(key, learner, path);
      if (recording !== null && isOf(recording, place)) found.push(path);
    }
    return found;
  }

  /** A file that another key sealed, or that the disk spoiled, is as none. */
  async #open(key: SealingKey, learner: LearnerId, path: string): Promise<Recording | null> {
    try {
      const bytes = await this.#parts.disk.readFile(path);
      return bytes === null ? null : openRecording(key, learner, bytes);
    } catch (error) {
      this.#parts.log.warn('recording.unreadable', { reason: reasonOf(error) });
      return null;
    }
  }

  async #hasRoom(): Promise<boolean> {
    const { disk, folder } = this.#parts;
    if ((await disk.freeBytes(folder)) < leftFree) return false;
    let bytes = 0;
    for (const learner of await disk.list(folder)) {
      for (const { name } of await disk.list(join(folder, learner.name))) {
        bytes += (await disk.fileSize(join(folder, learner.name, name))) ?? 0;
      }
    }
    return bytes < mostOfAll;
  }
}

const orderDigits = 12;
const fileName = /^\d{12}-[0-9a-f]{16}\.json$/;

const isOf = (recording: Recording, { pack, lesson, item }: ReadPlace): boolean =>
  recording.pack === pack && recording.lesson === lesson && recording.item === item;
