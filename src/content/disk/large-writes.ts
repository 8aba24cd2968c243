import type { DiskFile } from './disk.ts';

/** Written at once, bytes. */
const pieceBytes = 1024 * 1024;

/**
 * Writes what comes in small pieces in large ones, each while the next is filled. The pieces are copied into two
 * buffers that are used again and again: pieces that were kept until they are written made a fifth of a
 * download's time garbage collection.
 */
export class LargeWrites {
  readonly #file: DiskFile;
  readonly #bytes: number;
  #filling: Uint8Array;
  #other: Uint8Array | null = null;
  #filled = 0;
  #writing: Promise<void> = Promise.resolve();

  /** @param size of all that will come, bytes: less than a piece needs less memory */
  constructor(file: DiskFile, size: number) {
    this.#file = file;
    this.#bytes = Math.min(Math.max(size, 1), pieceBytes);
    this.#filling = Buffer.allocUnsafeSlow(this.#bytes);
  }

  /** Takes a piece, which its owner may use again afterwards. Rejects where an earlier one could not be written. */
  async take(piece: Uint8Array): Promise<void> {
    for (let at = 0; at < piece.byteLength;) {
      const part = piece.subarray(at, at + this.#bytes - this.#filled);
      this.#filling.set(part, this.#filled);
      this.#filled += part.byteLength;
      at += part.byteLength;
      if (this.#filled === this.#bytes) await this.#write();
    }
  }

  /** Resolves once all that was taken is written. Nothing is forced to the disk. */
  async end(): Promise<void> {
    if (this.#filled > 0) await this.#write();
    await this.#writing;
  }

  async #write(): Promise<void> {
    await this.#writing;
    const full = this.#filling.subarray(0, this.#filled);
    const next = this.#other ?? Buffer.allocUnsafeSlow(this.#bytes);
    [this.#other, this.#filling] = [this.#filling, next];
    this.#filled = 0;
    this.#writing = this.#file.write(full);
    // whoever takes or ends hears of it
    this.#writing.catch(() => undefined);
  }
}
