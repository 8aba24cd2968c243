import { join } from 'node:path';
import type { Disk } from '../../content/disk/disk.ts';
import { randomName, writeDurably } from '../../content/disk/durable-file.ts';
import { keptRecordings } from '../../domain/recordings/kept-recordings.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import type { Recording, Take } from '../../shared/contracts/recording.ts';
import {
  recordingName,
  recordingNameSchema,
  recordingParts,
} from '../../shared/contracts/recording-copy.ts';
import type { RecordingName } from '../../shared/contracts/recording-copy.ts';
import { learnerIdSchema, recordingIdSchema } from '../../shared/ids.ts';
import type { LearnerId, RecordingId } from '../../shared/ids.ts';
import type { Log, Randomness } from '../../shared/ports.ts';
import { reasonOf } from '../failure-reason.ts';
import { createQueue } from '../queue.ts';
import { isNamed, openRecording, placeTag, sealRecording, sha256Of } from './sealed-recording.ts';
import type { ReadPlace } from './sealed-recording.ts';

/** What all of them may take of the disk, bytes; past it none is kept ([RAL3]). */
const mostOfAll = 256 * 1024 * 1024;
/** Free room that is left to records, which matter more, bytes. */
const leftFree = 512 * 1024 * 1024;

interface RecordingsParts {
  /** Absolute; made when the first is kept. */
  readonly folder: string;
  readonly disk: Disk;
  readonly randomness: Randomness;
  /** The highest counter seen: a recording comes after all that it could know of ([EVT3]). */
  readonly lamport: () => number;
  readonly log: Log;
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
      await this.#nameAnew(key, learner);
      const wanted = placeTag(key, learner, place);
      for (const name of (await this.#names(learner)).toReversed()) {
        if (recordingParts(name).place !== wanted) continue;
        const recording = await this.#open(key, learner, this.#pathOf(learner, name));
        if (recording !== null) return { audio: recording.audio, ms: recording.ms };
      }
      return null;
    });
  }

  /** Everybody of whom there is any. */
  async learners(): Promise<readonly LearnerId[]> {
    return (await this.#parts.disk.list(this.#parts.folder)).flatMap(
      ({ name }) => learnerIdSchema.safeParse(name).data ?? [],
    );
  }

  /** What is kept of a learner, oldest first. */
  names(key: SealingKey, learner: LearnerId): Promise<readonly RecordingName[]> {
    return this.#inTurn(async () => {
      await this.#nameAnew(key, learner);
      return this.#names(learner);
    });
  }

  /** A file as it was sealed; null where it is gone, or the disk spoiled it. */
  async sealed(learner: LearnerId, name: RecordingName): Promise<string | null> {
    const bytes = await this.#parts.disk.readFile(this.#pathOf(learner, name));
    return bytes !== null && isNamed(bytes, name) ? Buffer.from(bytes).toString('utf8') : null;
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
    await this.#nameAnew(key, learner);
    const before = await this.#names(learner);
    const id = recordingIdSchema.parse(randomName(randomness));
    const bytes = sealRecording(key, learner, read, randomness);
    const newest = before.at(-1);
    const name = recordingName({
      order: Math.max(this.#parts.lamport(), newest ? recordingParts(newest).order : 0) + 1,
      id,
      place: placeTag(key, learner, read),
      sha256: sha256Of(bytes),
    });
    const path = this.#pathOf(learner, name);
    await writeDurably(disk, randomness, { path, bytes, mode: 0o600 });
    await disk.syncFolder(folder);
    const kept = keptRecordings([...before, name]);
    for (const gone of before.filter((each) => !kept.includes(each))) {
      await disk.remove(this.#pathOf(learner, gone));
    }
    return id;
  }

  #folderOf(learner: LearnerId): string {
    return join(this.#parts.folder, learner);
  }

  #pathOf(learner: LearnerId, name: RecordingName): string {
    return join(this.#folderOf(learner), `${name}${suffix}`);
  }

  /** Oldest first. What a kill left half written is no recording, and goes with the next list. */
  async #names(learner: LearnerId): Promise<readonly RecordingName[]> {
    const { disk } = this.#parts;
    const folder = this.#folderOf(learner);
    const names: RecordingName[] = [];
    for (const { name, kind } of await disk.list(folder)) {
      const read = recordingNameSchema.safeParse(name.endsWith(suffix) ? stemOf(name) : '');
      if (read.success) names.push(read.data);
      else if (kind === 'file' && !firstNames.test(name)) await disk.remove(join(folder, name));
    }
    return names;
  }

  /** Files of before names said all: what their learner's key opens gets the name it would have now. */
  async #nameAnew(key: SealingKey, learner: LearnerId): Promise<void> {
    const { disk } = this.#parts;
    const folder = this.#folderOf(learner);
    for (const { name } of await disk.list(folder)) {
      if (!firstNames.test(name)) continue;
      const path = join(folder, name);
      const recording = await this.#open(key, learner, path);
      const bytes = recording === null ? null : await disk.readFile(path);
      if (recording === null || bytes === null) continue;
      const [order, id] = stemOf(name).split('-');
      const named = recordingName({
        order: Number(order),
        id: recordingIdSchema.parse(id),
        place: placeTag(key, learner, recording),
        sha256: sha256Of(bytes),
      });
      await disk.rename(path, this.#pathOf(learner, named));
    }
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

const suffix = '.json';
const stemOf = (name: string) => name.slice(0, -suffix.length);
/** How files were named when they stayed at their station. */
const firstNames = /^\d{12}-[0-9a-f]{16}\.json$/;
