import { describe, expect, it } from 'vitest';
import type { DiskFile } from './disk.ts';
import { LargeWrites } from './large-writes.ts';

const mebibyte = 1024 * 1024;

/** A file in memory that copies what it is given only later, as a disk does. */
function slowFile() {
  const written: Buffer[] = [];
  const file: DiskFile = {
    async write(bytes) {
      await new Promise((resolve) => setImmediate(resolve));
      written.push(Buffer.from(bytes));
    },
    writeNow: (bytes) => void written.push(Buffer.from(bytes)),
    sync: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  return { file, written };
}

describe('[PKG9] large writes', () => {
  it.each([0, 1, 700, mebibyte - 1, mebibyte, mebibyte + 1, 5 * mebibyte + 17])(
    'write %i bytes as they came, in pieces of a megabyte at most',
    async (size) => {
      const { file, written } = slowFile();
      const whole = Buffer.from(Array.from({ length: size }, (_, at) => (at * 31) % 251));
      const writes = new LargeWrites(file, size);
      for (let at = 0; at < size; at += 16_384) {
        const piece = Buffer.from(whole.subarray(at, at + 16_384));
        await writes.take(piece);
        piece.fill(0);
      }
      await writes.end();
      expect(Buffer.concat(written).equals(whole)).toBe(true);
      const sizes = written.map(({ byteLength }) => byteLength);
      expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(mebibyte);
    },
  );

  it('reject at the next piece or the end where one could not be written', async () => {
    const { file } = slowFile();
    const full = { ...file, write: () => Promise.reject(new Error('ENOSPC')) };
    const writes = new LargeWrites(full, 3 * mebibyte);
    await writes.take(Buffer.alloc(mebibyte));
    await expect(writes.take(Buffer.alloc(mebibyte))).rejects.toThrow('ENOSPC');
    await expect(writes.end()).rejects.toThrow('ENOSPC');
  });
});
