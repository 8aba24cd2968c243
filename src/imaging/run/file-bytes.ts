import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

/** Writes bytes into a file that is there, at `at`; what stands around them stays. */
export async function writeAt(file: string, at: number, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.write(bytes, 0, bytes.length, at);
  } finally {
    await handle.close();
  }
}

/** A file of that many bytes that takes no room yet; what was there is gone. */
export async function makeEmpty(file: string, bytes: number): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.truncate(bytes);
  } finally {
    await handle.close();
  }
}

const blockBytes = 1024 ** 2;

/** Copies a whole file into another one, at `at`; blocks of zeros are left out, so that holes stay holes. */
export async function copyInto(source: string, target: string, at: number): Promise<void> {
  const from = await open(source, 'r');
  const to = await open(target, 'r+');
  try {
    const block = Buffer.alloc(blockBytes);
    const zeros = Buffer.alloc(blockBytes);
    for (let done = 0; ;) {
      const { bytesRead } = await from.read(block, 0, blockBytes, done);
      if (bytesRead === 0) return;
      const bytes = block.subarray(0, bytesRead);
      if (!bytes.equals(zeros.subarray(0, bytesRead)))
        await to.write(bytes, 0, bytesRead, at + done);
      done += bytesRead;
    }
  } finally {
    await from.close();
    await to.close();
  }
}

/** The file's SHA-256, in hex; any length, a part at a time. */
export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(file, { highWaterMark: 4 * blockBytes })) {
    if (bytes instanceof Uint8Array) hash.update(bytes);
  }
  return hash.digest('hex');
}
