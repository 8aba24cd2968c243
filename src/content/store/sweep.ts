import { join } from 'node:path';
import type { Disk } from '../disk/disk.ts';
import { diskErrorCode } from '../disk/node-disk.ts';
import { pendingBlobs } from './downloads.ts';
import { listInstalled } from './installed-packs.ts';
import type { StoreLayout } from './layout.ts';

interface SweepTools {
  readonly disk: Disk;
  readonly layout: StoreLayout;
}

/** Tidies up after a failure that matters more than what the tidying meets; the next open repeats it. */
export async function tidy(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (diskErrorCode(error) === null) throw error;
  }
}

/** Removes what installs cut short left in `tmp`. Only under the install lock. */
export async function clearTemporary({ disk, layout }: SweepTools): Promise<void> {
  for (const { name } of await disk.list(layout.temporary)) {
    await disk.remove(join(layout.temporary, name));
  }
}

/**
 * Removes contents that no installed version names, no download under way counts on, and none of `keep`. Only under the install lock.
 * While any version's manifest is unreadable nothing is removed: it may name them.
 */
export async function sweepBlobs(
  { disk, layout }: SweepTools,
  keep: ReadonlySet<string>,
): Promise<void> {
  const named = await namedBlobs({ disk, layout });
  if (named === null) return;
  const pending = await pendingBlobs(disk, layout);
  for (const folder of await disk.list(layout.blobs)) {
    for (const { name } of await disk.list(join(layout.blobs, folder.name))) {
      if (!named.has(name) && !keep.has(name) && !pending.has(name)) {
        await disk.remove(join(layout.blobs, folder.name, name));
      }
    }
  }
}

async function namedBlobs({ disk, layout }: SweepTools): Promise<ReadonlySet<string> | null> {
  const named = new Set<string>();
  const packs = await listInstalled(disk, layout);
  for (const version of packs.flatMap((pack) => pack.versions)) {
    if (version.kind === 'damaged') return null;
    for (const { sha256 } of version.manifest.files) named.add(sha256);
  }
  return named;
}
