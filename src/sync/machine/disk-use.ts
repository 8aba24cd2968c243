import { statfs } from 'node:fs/promises';
import type { DiskUse } from '../../domain/disk-level.ts';

/** How full the disk of a folder is, as this user sees it; null where the system won't say. */
export async function diskUseOf(folder: string): Promise<DiskUse | null> {
  try {
    const { blocks, bfree, bavail, bsize } = await statfs(folder);
    const usedBytes = (blocks - bfree) * bsize;
    return { usedBytes, totalBytes: usedBytes + bavail * bsize };
  } catch {
    return null;
  }
}
