import { ReanError } from '../../shared/errors.ts';
import type { Disk } from '../disk/disk.ts';

/** What an install leaves free for learners' records, which matter more than any pack: 100 MiB. */
export const defaultReserveBytes = 100 * 1024 * 1024;

/** Folders, manifests and rounding, generously. */
const overheadBytes = 1024 * 1024;
const blockBytes = 4096;

/** Bytes an install of these blobs takes from the disk at most. */
export function neededBytes(blobs: readonly { readonly size: number }[]): number {
  return blobs.reduce((sum, blob) => sum + blob.size + blockBytes, overheadBytes);
}

/**
 * Makes sure there is room before anything is written ([PKG9]); when there isn't, `makeRoom` is
 * tried once. Throws `store.full` with `neededBytes` and `freeBytes`.
 */
export async function ensureRoom(
  disk: Disk,
  request: { readonly folder: string; readonly needed: number; readonly reserve: number },
  makeRoom: () => Promise<void>,
): Promise<void> {
  const { folder, needed, reserve } = request;
  if ((await disk.freeBytes(folder)) >= needed + reserve) return;
  await makeRoom();
  const free = await disk.freeBytes(folder);
  if (free < needed + reserve) {
    throw new ReanError('store.full', { folder, neededBytes: needed + reserve, freeBytes: free });
  }
}
