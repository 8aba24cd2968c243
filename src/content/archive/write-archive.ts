import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import * as z from 'zod';
import type { Disk } from '../disk/disk.ts';
import { randomName } from '../disk/durable-file.ts';
import { dirname } from 'node:path';
import type { Randomness } from '../../shared/ports.ts';

/** One file to be put into an archive. */
export interface ArchivePart {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  open(): AsyncIterable<Uint8Array>;
}

/**
 * Writes a ZIP file whose bytes depend on its parts alone ([PKG7]): stored, not deflated, as packed
 * sizes differ between zlib versions; one fixed date; one mode; the order given. Larger files use
 * ZIP64. The file appears whole under its name or not at all. Errors are the disk's or the parts'.
 */
export async function writeArchive(
  { disk, randomness }: { readonly disk: Disk; readonly randomness: Randomness },
  path: string,
  parts: readonly ArchivePart[],
): Promise<void> {
  const temporary = `${path}.${randomName(randomness)}.part`;
  try {
    await writeZip(disk, temporary, parts);
    await disk.rename(temporary, path);
  } catch (error) {
    await disk.remove(temporary);
    throw error;
  }
  await disk.syncFolder(dirname(path));
}

/** The bytes {@link writeArchive} would write, for an archive that is small and lies on no disk yet. */
export async function archiveBytes(parts: readonly ArchivePart[]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipOf(parts)) chunks.push(z.instanceof(Uint8Array).parse(chunk));
  return Buffer.concat(chunks);
}

async function writeZip(disk: Disk, path: string, parts: readonly ArchivePart[]): Promise<void> {
  const file = await disk.createFile(path, 0o644);
  try {
    for await (const chunk of zipOf(parts)) await file.write(z.instanceof(Uint8Array).parse(chunk));
    await file.sync();
  } finally {
    await file.close();
  }
}

function zipOf(parts: readonly ArchivePart[]): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream.pipe(new PassThrough());
  zip.on('error', (error) => output.destroy(error));
  for (const part of parts) {
    zip.addReadStreamLazy(part.name, { ...fixedOptions(), size: part.size }, (give) => {
      const stream = Readable.from(part.open(), { objectMode: false });
      stream.on('error', (error) => output.destroy(error));
      give(null, stream);
    });
  }
  zip.end();
  return output;
}

const fixedOptions = () => ({
  // yazl writes the local date: midnight of 1980-01-01 wherever the archive is built
  mtime: new Date(1980, 0, 1),
  forceDosTimestamp: true,
  mode: 0o100644,
  compress: false,
});
