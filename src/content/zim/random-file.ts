import { open } from 'node:fs/promises';

/** A file of any size of which only parts are read. */
export interface RandomFile {
  /** Bytes. */
  readonly size: number;
  /** Bytes from `at` on; fewer where the file ends before. */
  read(at: number, length: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Opens a file of this PC. Throws what the disk throws. */
export async function openRandomFile(path: string): Promise<RandomFile> {
  const handle = await open(path, 'r');
  const { size } = await handle.stat().catch(async (error: unknown) => {
    await handle.close();
    throw error;
  });
  return {
    size,
    read: async (at, length) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - at)));
      let filled = 0;
      while (filled < bytes.length) {
        const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, at + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return bytes.subarray(0, filled);
    },
    close: () => handle.close(),
  };
}

const blockBytes = 64 * 1024;
const mostBlocks = 64;

/** Small reads near each other become one: 4 MiB of the file are kept at most. */
export function inBlocks(file: RandomFile): RandomFile {
  const blocks = new Map<number, Promise<Uint8Array>>();
  const blockAt = (number: number) => {
    const known = blocks.get(number);
    if (known !== undefined) {
      blocks.delete(number);
      blocks.set(number, known);
      return known;
    }
    const read = file.read(number * blockBytes, blockBytes);
    blocks.set(number, read);
    const [oldest] = blocks.keys();
    if (blocks.size > mostBlocks && oldest !== undefined) blocks.delete(oldest);
    return read;
  };
  return {
    size: file.size,
    read: async (at, length) => {
      const first = Math.floor(at / blockBytes);
      const from = at - first * blockBytes;
      if (length > blockBytes) return file.read(at, length);
      const block = await blockAt(first);
      if (from + length <= blockBytes) return block.subarray(from, from + length);
      const next = await blockAt(first + 1);
      const rest = next.subarray(0, from + length - blockBytes);
      return new Uint8Array(Buffer.concat([block.subarray(from), rest]));
    },
    close: () => file.close(),
  };
}
