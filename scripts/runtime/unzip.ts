import { createWriteStream } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry } from 'yauzl';

/** The kind of file a ZIP entry was on the machine that packed it. */
const FILE_TYPE_MASK = 0o170000;
const REGULAR_FILE = 0o100000;

/** Where an entry goes, relative to the target folder; undefined leaves it out. */
export type Placement = (fileName: string) => string | undefined;

/** The entry's Unix mode; 0 when the packer stored none. */
function modeOf(entry: Entry): number {
  return entry.externalFileAttributes >>> 16;
}

function isRegularFile(entry: Entry): boolean {
  const type = modeOf(entry) & FILE_TYPE_MASK;
  return !entry.fileName.endsWith('/') && (type === 0 || type === REGULAR_FILE);
}

/**
 * Unzips the regular files that `place` wants, each flushed to the disk so that
 * a power cut leaves no empty file behind a finished rename.
 *
 * @throws Error from yauzl for a damaged archive or a path that leaves the folder
 */
export async function unzip(archive: string, target: string, place: Placement): Promise<void> {
  const zip = await openPromise(archive, { strictFileNames: true, validateEntrySizes: true });
  for await (const entry of zip.eachEntry()) {
    const path = isRegularFile(entry) ? place(entry.fileName) : undefined;
    if (path === undefined) continue;
    const file = join(target, path);
    await mkdir(dirname(file), { recursive: true });
    const content = await zip.openReadStreamPromise(entry);
    await pipeline(content, createWriteStream(file, { flags: 'wx', flush: true }));
    await chmod(file, (modeOf(entry) & 0o755) | 0o644);
  }
}
