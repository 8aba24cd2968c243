import { createReadStream, writeSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { link, lstat, mkdir, open, readdir, readFile, rename, rm, statfs } from 'node:fs/promises';
import * as z from 'zod';
import type { Disk, DiskEntry, DiskFile } from './disk.ts';

/** The real disk. Errors are Node's own, with their `code`. */
export function nodeDisk(): Disk {
  return {
    makeFolder: async (path) => void (await mkdir(path, { recursive: true })),
    createFile: (path, mode) => openNodeFile(path, 'wx', mode),
    appendFile: (path, mode) => openNodeFile(path, 'a', mode),
    readFile: (path) => orNull(readFile(path)),
    stream: (path) => readChunks(path),
    list: listFolder,
    fileSize: async (path) => {
      const stats = await orNull(lstat(path));
      return stats?.isFile() === true ? stats.size : null;
    },
    rename: (from, to) => rename(from, to),
    link: linkOnce,
    remove: (path) => rm(path, { recursive: true, force: true }),
    syncFolder: syncNodeFolder,
    freeBytes: async (path) => {
      const { bavail, bsize } = await statfs(path);
      return bavail * bsize;
    },
  };
}

const errorWithCode = z.object({ code: z.string() });

/** Node's code of a failed system call, `ENOSPC` say, or null when it has none. */
export function diskErrorCode(error: unknown): string | null {
  return errorWithCode.safeParse(error).data?.code ?? null;
}

async function orNull<Value>(reading: Promise<Value>): Promise<Value | null> {
  try {
    return await reading;
  } catch (error) {
    if (diskErrorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function openNodeFile(path: string, flags: 'wx' | 'a', mode: number): Promise<DiskFile> {
  const handle = await open(path, flags, mode);
  return {
    write: (bytes) => writeAll(handle, bytes),
    writeNow: (bytes) => writeAllNow(handle.fd, bytes),
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
}

type Handle = Awaited<ReturnType<typeof open>>;

async function writeAll(handle: Handle, bytes: Uint8Array): Promise<void> {
  let written = 0;
  while (written < bytes.byteLength) {
    // a nearly full disk takes a part and reports the rest only at the next write
    const { bytesWritten } = await handle.write(bytes, written);
    written += bytesWritten;
  }
}

function writeAllNow(file: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.byteLength) written += writeSync(file, bytes, written);
}

async function* readChunks(path: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    yield z.instanceof(Uint8Array).parse(chunk);
  }
}

async function listFolder(path: string): Promise<readonly DiskEntry[]> {
  const entries = (await orNull(readdir(path, { withFileTypes: true }))) ?? [];
  return entries
    .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function kindOf(entry: Dirent): DiskEntry['kind'] {
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'folder' : 'other';
}

async function linkOnce(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (diskErrorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function syncNodeFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
