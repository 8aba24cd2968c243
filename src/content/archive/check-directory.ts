import type { Entry, ZipFile } from 'yauzl';
import * as z from 'zod';
import { archiveError, printableName } from './archive-fault.ts';
import type { ArchiveLimits } from './archive-limits.ts';
import { checkEntry, checkLocalHeader, entryName } from './check-entry.ts';
import { NameCollisions } from './entry-name.ts';

interface Range {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Judges every entry of an archive, its names together, and where each lies ([PKG5]). Returns the
 * files by name, in the archive's order. Throws one of the archive's codes, or yauzl's plain error.
 */
export async function checkDirectory(
  zip: ZipFile,
  limits: ArchiveLimits,
): Promise<ReadonlyMap<string, Entry>> {
  const tooMany = zip.entryCount > limits.maxEntries;
  if (tooMany) throw archiveError('too-many-entries', { limit: limits.maxEntries });
  const directoryStart = cursor(zip);
  const listed = await listEntries(zip, limits);
  checkTail(zip);
  const ranges: Range[] = [];
  for (const [name, entry] of listed) {
    const local = await zip.readLocalFileHeaderPromise(entry);
    checkLocalHeader(entry, local, name);
    const end = local.fileDataStart + entry.compressedSize;
    ranges.push({ name, start: entry.relativeOffsetOfLocalHeader, end });
  }
  checkOverlap(ranges, directoryStart);
  return new Map([...listed].filter(([name]) => !name.endsWith('/')));
}

async function listEntries(zip: ZipFile, limits: ArchiveLimits): Promise<Map<string, Entry>> {
  const listed = new Map<string, Entry>();
  const collisions = new NameCollisions();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    const name = entryName(entry, limits);
    checkEntry(entry, name, limits);
    const collision = collisions.add(name);
    if (collision !== null) throw archiveError(collision, { entry: printableName(name) });
    total += entry.uncompressedSize;
    if (total > limits.maxTotalBytes) {
      throw archiveError('too-many-bytes', { limit: limits.maxTotalBytes });
    }
    listed.set(name, entry);
  }
  return listed;
}

/** Entries that share bytes unpack to more than they weigh: refused, as is one inside the directory. */
function checkOverlap(ranges: readonly Range[], directoryStart: number): void {
  let free = 0;
  for (const { name, start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    if (start < free || end > directoryStart) {
      throw archiveError('overlap', { entry: printableName(name) });
    }
    free = end;
  }
}

const endRecordSize = 22;
const zip64RecordsSize = 56 + 20;

/** Between the last directory record and the end record nothing may hide. */
function checkTail(zip: ZipFile): void {
  const gap = zip.fileSize - endRecordSize - zip.comment.length - cursor(zip);
  if (gap !== 0 && gap !== zip64RecordsSize) {
    throw archiveError('malformed', { detail: `${gap} bytes after the directory` });
  }
}

// yauzl keeps the directory's offset here; its types call the number a boolean
const cursorSchema = z.object({ readEntryCursor: z.number() });
const cursor = (zip: ZipFile) => cursorSchema.parse(zip).readEntryCursor;
