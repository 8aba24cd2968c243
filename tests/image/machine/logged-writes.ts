import { open, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { Randomness } from '../../../src/shared/ports.ts';

const sectorBytes = 512;
/** Of dm-log-writes, which QEMU's blklogwrites writes: a superblock, then entries of a sector and their data. */
const flags = { flush: 1, fua: 2, discard: 4 } as const;

interface Entry {
  /** Where it stands in the log, in bytes, and where the next one does. */
  readonly end: number;
  readonly at: number;
  readonly dataAt: number;
  readonly bytes: number;
  readonly isFlush: boolean;
  /** Safe by itself, whatever is flushed. */
  readonly isSafe: boolean;
}

/** All a machine wrote to a disk, in its order, with every flush. */
export class LoggedWrites {
  readonly #file: FileHandle;
  readonly entries: readonly Entry[];

  private constructor(file: FileHandle, entries: readonly Entry[]) {
    this.#file = file;
    this.entries = entries;
  }

  static async read(path: string): Promise<LoggedWrites> {
    const file = await open(path, 'r');
    const { size } = await stat(path);
    const entries: Entry[] = [];
    const head = Buffer.alloc(32);
    for (let at = sectorBytes; at + sectorBytes <= size;) {
      await file.read(head, 0, head.length, at);
      const entry = readEntry(head, at);
      if (entry.end > size) break;
      entries.push(entry);
      at = entry.end;
    }
    return new LoggedWrites(file, entries);
  }

  /**
   * Writes onto `disk`, as it was in the beginning, what a power cut after so many entries leaves: all
   * until the last flush, and of the rest each with probability one half.
   *
   * @param flushesCount whether the disk does what it says of flushes
   */
  async cut(
    disk: Buffer,
    after: number,
    randomness: Randomness,
    flushesCount = true,
  ): Promise<void> {
    const before = this.entries.slice(0, after);
    const safe = flushesCount ? before.findLastIndex(({ isFlush }) => isFlush) : -1;
    for (const [index, entry] of before.entries()) {
      const stays = index <= safe || (flushesCount && entry.isSafe) || randomness.fraction() < 0.5;
      if (stays && entry.bytes > 0) {
        await this.#file.read(disk, entry.at, entry.bytes, entry.dataAt);
      }
    }
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

/** Sector, count of sectors, flags and length of the data, each of 64 bits, little-endian. */
function readEntry(head: Buffer, at: number): Entry {
  const [sector = 0, count = 0, flag = 0] = [0, 8, 16].map((place) =>
    Number(head.readBigUInt64LE(place)),
  );
  const hasData = (flag & flags.discard) === 0;
  const bytes = hasData ? count * sectorBytes : 0;
  const dataAt = at + sectorBytes;
  return {
    end: dataAt + bytes,
    at: sector * sectorBytes,
    dataAt,
    bytes,
    isFlush: (flag & flags.flush) !== 0,
    isSafe: (flag & flags.fua) !== 0,
  };
}
