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

/**
 * Reads that may fail in one file, and in all of a folder, before the rest of a file is given up: a dying
 * disk takes up to half a minute for each, and the station waits for it.
 */
const mostFailures = { inFile: 16, inFolder: 64 };

const unreadable = z.object({ code: z.literal('EIO') });

/**
 * Copies the files of a folder, as far as the disk gives them: a sector that it can't read is a hole
 * of zeros in the copy, so that what lies behind it stays in its place; a file that it won't open is
 * left out, and of one with many such sectors what follows them. What lies at the target is taken away
 * first.
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
  let failures = 0;
  let whole = true;
  for (const { name } of names) {
    const allowed = Math.min(mostFailures.inFile, Math.max(1, mostFailures.inFolder - failures));
    const copied = await copyFile(join(from, name), join(to, name), { read, allowed });
    failures += copied.failures;
    whole &&= copied.whole;
  }
  return whole;
}

interface Patience {
  readonly read: ReadPart;
  /** Failed reads until the rest of the file is given up. */
  readonly allowed: number;
}

interface Copied {
  /** Reads that failed, those tried again in smaller parts as well. */
  readonly failures: number;
  readonly whole: boolean;
}

async function copyFile(from: string, to: string, patience: Patience): Promise<Copied> {
  const source = await unlessUnreadable(open(from, 'r'));
  if (source === null) return { failures: 1, whole: false };
  try {
    const target = await open(to, 'w');
    try {
      return await copyParts(source, target, patience);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function copyParts(
  source: FileHandle,
  target: FileHandle,
  { read, allowed }: Patience,
): Promise<Copied> {
  const { size } = await source.stat();
  await target.truncate(size);
  let failures = 0;
  let whole = true;
  const isCopied = async (position: number, length: number): Promise<boolean> => {
    const isRead = await copyPart({ source, target, read, position }, length);
    if (!isRead) failures += 1;
    return isRead;
  };
  for (let position = 0; position < size; position += atOnce) {
    if (await isCopied(position, atOnce)) continue;
    for (let at = position; at < position + atOnce; at += sector) {
      if (failures >= allowed) return { failures, whole: false };
      if (!(await isCopied(at, sector))) whole = false;
    }
  }
  return { failures, whole };
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
