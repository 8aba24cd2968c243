import { basename, dirname, join } from 'node:path';
import type { Randomness } from '../../shared/ports.ts';
import type { Disk } from './disk.ts';

export interface DurableFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly mode: number;
  /** Where it is written first, on the same file system; beside `path` unless said otherwise. */
  readonly staging?: string;
}

/**
 * Writes a file so that after a power cut either the old content or the new is there, whole: a
 * temporary file, forced to the disk, renamed over, then the folder forced too ([PKG9]).
 */
export async function writeDurably(
  disk: Disk,
  randomness: Randomness,
  file: DurableFile,
): Promise<void> {
  const name = `${basename(file.path)}.${randomName(randomness)}.part`;
  const temporary = join(file.staging ?? dirname(file.path), name);
  try {
    await writeSynced(disk, temporary, file.bytes, file.mode);
    await disk.rename(temporary, file.path);
  } catch (error) {
    await disk.remove(temporary);
    throw error;
  }
  await disk.syncFolder(dirname(file.path));
}

/** Writes a new file and forces its content to the disk; its name is not yet durable. */
export async function writeSynced(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  mode: number,
): Promise<void> {
  const file = await disk.createFile(path, mode);
  try {
    await file.write(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** 64 random bits in hex, for names that must not meet. */
export function randomName(randomness: Randomness): string {
  return Buffer.from(randomness.bytes(8)).toString('hex');
}
