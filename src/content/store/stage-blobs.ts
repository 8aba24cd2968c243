import { join } from 'node:path';
import { ReanError } from '../../shared/errors.ts';
import type { Disk } from '../disk/disk.ts';
import { LargeWrites } from '../disk/large-writes.ts';
import { contentMatches, Hashed } from '../pack/hashed.ts';
import type { PackBlob } from '../pack/pack-archive.ts';
import type { StoreLayout } from './layout.ts';

export interface StageTools {
  readonly disk: Disk;
  readonly layout: StoreLayout;
}

/** The blobs of a pack that the store lacks or holds damaged; the rest was read and found sound. */
export async function missingBlobs<Content extends Pick<PackBlob, 'sha256' | 'size'>>(
  { disk, layout }: StageTools,
  blobs: readonly Content[],
): Promise<readonly Content[]> {
  const missing: Content[] = [];
  for (const blob of blobs) {
    const path = layout.blob(blob.sha256);
    const sound =
      (await disk.fileSize(path)) === blob.size && (await contentMatches(disk.stream(path), blob));
    if (!sound) missing.push(blob);
  }
  return missing;
}

/** Refuses contents that are not what was signed, before anything is written. Throws `pack.checksum-mismatch`. */
export async function checkBlobs(blobs: readonly PackBlob[]): Promise<void> {
  for (const blob of blobs) {
    if (await contentMatches(blob.stream(), blob)) continue;
    throw new ReanError('pack.checksum-mismatch', { path: blob.path });
  }
}

/**
 * Streams blobs into the store ([PKG9]): each into `folder`, hashed on the way and forced to the
 * disk, then renamed to its place; at the end the folders are forced too. Throws
 * `pack.checksum-mismatch`, the archive's codes or the disk's errors.
 */
export async function stageBlobs(
  { disk, layout }: StageTools,
  folder: string,
  blobs: readonly PackBlob[],
): Promise<void> {
  const touched = new Set<string>();
  for (const blob of blobs) {
    const temporary = join(folder, blob.sha256);
    await writeBlob(disk, temporary, blob);
    await disk.makeFolder(layout.blobFolder(blob.sha256));
    await disk.rename(temporary, layout.blob(blob.sha256));
    touched.add(layout.blobFolder(blob.sha256));
  }
  for (const path of touched) await disk.syncFolder(path);
  if (touched.size > 0) await disk.syncFolder(layout.blobs);
}

async function writeBlob(disk: Disk, path: string, blob: PackBlob): Promise<void> {
  const hashed = new Hashed();
  const file = await disk.createFile(path, 0o444);
  try {
    const writes = new LargeWrites(file, blob.size);
    try {
      for await (const chunk of hashed.through(blob.stream())) await writes.take(chunk);
    } finally {
      await writes.end();
    }
    await file.sync();
  } finally {
    await file.close();
  }
  if (!hashed.matches(blob)) throw new ReanError('pack.checksum-mismatch', { path: blob.path });
}
