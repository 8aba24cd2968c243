import { mkdir, open, readdir, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

/** Reads into a buffer from a place in a file; resolves to how many bytes there were. */
export type ReadPart = (file: FileHandle, into: Uint8Array, position: number) => Promise<number>;

const readPart: ReadPart = async (file, into, position) => {
  return (await file.read(into, 0, into.length, position)).bytesRead;
};

const atOnce = 64 * 1024;
/** What a disk loses at once. */
const sector = 4096;

const unreadable = z.object({ code: z.literal('EIO') });

/**
 * Copies the files of a folder, as far as the disk gives them: a sector that it can't read is a hole
 * of zeros in the copy, so that what lies behind it stays in its place; a file that it won't open is
 * left out. What lies at the target is taken away first.
 *
 * @returns whether all of it could be read
 * @throws what the system says where the copy can't be written, or the folder not be listed
 */
export async function copyReadable(
  from: string,
  to: string,
  read: ReadPart = readPart,
): Promise<boolean> {
  await rm(to, { recursive: true, force: true });
  const names = (await readdir(from, { withFileTypes: true })).filter((entry) => entry.isFile());
  await mkdir(to);
  let whole = true;
  for (const { name } of names) {
    if (!(await copyFile(join(from, name), join(to, name), read))) whole = false;
  }
  return whole;
}

async function copyFile(from: string, to: string, read: ReadPart): Promise<boolean> {
  const source = await unlessUnreadable(open(from, 'r'));
  if (source === null) return false;
  try {
    const target = await open(to, 'w');
    try {
      return await copyParts(source, target, read);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function copyParts(source: FileHandle, target: FileHandle, read: ReadPart) {
  const { size } = await source.stat();
  await target.truncate(size);
  let whole = true;
  for (let position = 0; position < size; position += atOnce) {
    if (await copyPart({ source, target, read, position }, atOnce)) continue;
    for (let at = position; at < position + atOnce; at += sector) {
      if (!(await copyPart({ source, target, read, position: at }, sector))) whole = false;
    }
  }
  return whole;
}

interface Part {
  readonly source: FileHandle;
  readonly target: FileHandle;
  readonly read: ReadPart;
  readonly position: number;
}

async function copyPart({ source, target, read, position }: Part, length: number) {
  const bytes = new Uint8Array(length);
  const count = await unlessUnreadable(read(source, bytes, position));
  if (count !== null) await target.write(bytes, 0, count, position);
  return count !== null;
}

async function unlessUnreadable<Result>(reading: Promise<Result>): Promise<Result | null> {
  try {
    return await reading;
  } catch (error) {
    if (unreadable.safeParse(error).success) return null;
    throw error;
  }
}
