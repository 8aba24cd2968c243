import { statfs } from 'node:fs/promises';
import { usedPart } from '../domain/disk-level.ts';
import type { DiskUse } from '../domain/disk-level.ts';
import type { Clock } from '../shared/ports.ts';

/** Kept free: what LevelDB needs to open, compact and be tidied up with ([HUB11]). */
const reservedBytes = 64 * 1024 * 1024;
const freshMs = 1000;

/** How much room the hub's disk has, asked at most once a second. */
export class DiskRoom {
  readonly #clock: Clock;
  readonly #measure: () => Promise<number | null>;
  readonly #measureUse: () => Promise<DiskUse | null>;
  #held: { readonly at: number; readonly bytes: Promise<number | null> } | null = null;

  /**
   * @param measure bytes free; null where the system won't say
   * @param measureUse how full it is; likewise
   */
  constructor(
    clock: Clock,
    measure: () => Promise<number | null>,
    measureUse: () => Promise<DiskUse | null> = () => Promise.resolve(null),
  ) {
    this.#clock = clock;
    this.#measure = measure;
    this.#measureUse = measureUse;
  }

  /** The part of the disk that is taken; null where the system won't say. */
  async usedPart(): Promise<number | null> {
    return usedPart(await this.#measureUse());
  }

  freeBytes(): Promise<number | null> {
    const now = this.#clock.monotonicMs();
    if (this.#held === null || now - this.#held.at >= freshMs) {
      this.#held = { at: now, bytes: this.#measure() };
    }
    return this.#held.bytes;
  }

  /** False once new documents would eat into the reserve. */
  async hasRoom(): Promise<boolean> {
    const bytes = await this.freeBytes();
    return bytes === null || bytes >= reservedBytes;
  }
}

/** Bytes free to this user on the disk of a folder; null where the system won't say. */
export async function freeBytesOf(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
