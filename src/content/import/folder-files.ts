import { join } from 'node:path';
import { archiveError } from '../archive/archive-fault.ts';
import { foreignArchiveLimits } from '../archive/archive-limits.ts';
import type { Disk } from '../disk/disk.ts';
import { ReanError } from '../../shared/errors.ts';
import type { TreeEntry } from './foreign-file.ts';
import type { RawFiles } from './file-tree.ts';

/**
 * All files below a folder, sorted by path; links and special files are not followed. Throws `pack.too-large`
 * where they are more than an archive may hold.
 */
export async function readFolder(disk: Disk, folder: string): Promise<RawFiles> {
  const entries: TreeEntry[] = [];
  await collect(disk, { folder, below: '', entries });
  return {
    entries,
    stream: ({ name }) => disk.stream(join(folder, name)),
    bytes: async ({ name, size }, limit) => {
      if (size > limit) throw archiveError('too-many-bytes', { entry: name, limit });
      const bytes = await disk.readFile(join(folder, name));
      if (bytes === null) throw new ReanError('pack.file-missing', { path: name });
      return bytes;
    },
  };
}

interface Walk {
  readonly folder: string;
  readonly below: string;
  readonly entries: TreeEntry[];
}

async function collect(disk: Disk, { folder, below, entries }: Walk): Promise<void> {
  for (const { name, kind } of await disk.list(join(folder, below))) {
    const path = below === '' ? name : `${below}/${name}`;
    if (kind === 'folder') await collect(disk, { folder, below: path, entries });
    const size = kind === 'file' ? await disk.fileSize(join(folder, path)) : null;
    if (size !== null) entries.push({ name: path, size });
    if (entries.length > foreignArchiveLimits.maxEntries) throw archiveError('too-many-entries');
  }
}
