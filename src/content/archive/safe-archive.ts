import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { fromBufferPromise, openPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import * as z from 'zod';
import { isReanError, ReanError } from '../../shared/errors.ts';
import { archiveError, printableName } from './archive-fault.ts';
import type { ArchiveLimits } from './archive-limits.ts';
import { checkDirectory } from './check-directory.ts';

/** A file in an archive whose central directory passed every check. */
export interface ArchiveEntry {
  readonly name: string;
  /** Unpacked bytes, as declared; reading stops with an error at one byte more or less. */
  readonly size: number;
}

/** An open, checked archive. Close it. */
export interface SafeArchive {
  /** Files only, in the archive's order. */
  readonly entries: readonly ArchiveEntry[];
  entry(name: string): ArchiveEntry | undefined;
  /** The bytes of an entry, unpacked. Throws `pack.archive-invalid` when they are damaged. */
  stream(entry: ArchiveEntry): AsyncIterable<Uint8Array>;
  /** A small entry whole. Throws `pack.too-large` above `limit` bytes. */
  bytes(entry: ArchiveEntry, limit: number): Promise<Uint8Array>;
  close(): void;
}

/**
 * Opens a ZIP file and checks all of its directory before a byte of content is read ([PKG5]): names,
 * types, collisions, overlaps, sizes, against `limits`. Throws `pack.file-missing` when there is no
 * such file, otherwise `pack.archive-invalid`, `pack.unsafe-path` or `pack.too-large`.
 */
export async function openSafeArchive(path: string, limits: ArchiveLimits): Promise<SafeArchive> {
  return checkedArchive(await openZip(path), limits);
}

/** {@link openSafeArchive} for an archive that is in memory, and is to leave no trace on a disk. */
export async function openSafeArchiveOf(
  bytes: Uint8Array,
  limits: ArchiveLimits,
): Promise<SafeArchive> {
  return checkedArchive(await openZip(Buffer.from(bytes)), limits);
}

async function checkedArchive(zip: ZipFile, limits: ArchiveLimits): Promise<SafeArchive> {
  try {
    const checked = await checkDirectory(zip, limits);
    return new CheckedArchive(zip, checked, limits);
  } catch (error) {
    zip.close();
    throw isReanError(error)
      ? error
      : archiveError('malformed', { detail: messageOf(error) }, error);
  }
}

const options = {
  autoClose: false,
  // names are decoded and judged by ourselves, so that each refusal has its own reason
  decodeStrings: false,
  strictFileNames: true,
  validateEntrySizes: true,
} as const;

async function openZip(source: string | Buffer): Promise<ZipFile> {
  const from = typeof source === 'string' ? { path: source } : {};
  try {
    const zip = await (typeof source === 'string'
      ? openPromise(source, options)
      : fromBufferPromise(source, options));
    // closing a file that was only read can't lose anything, yet yauzl would end the process over it
    return zip.on('error', () => undefined);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'ENOENT') throw new ReanError('pack.file-missing', from, error);
    throw code === null
      ? archiveError('not-zip', from, error)
      : archiveError('unreadable', { ...from, detail: code }, error);
  }
}

const systemErrorSchema = z.object({ code: z.string(), syscall: z.string() });

/** `EIO` and the like when the disk or the USB stick failed, null when the archive itself is at fault. */
const systemErrorCode = (error: unknown) => systemErrorSchema.safeParse(error).data?.code ?? null;

class CheckedArchive implements SafeArchive {
  readonly entries: readonly ArchiveEntry[];
  readonly #zip: ZipFile;
  readonly #raw: ReadonlyMap<string, Entry>;
  readonly #checksums: boolean;

  constructor(zip: ZipFile, raw: ReadonlyMap<string, Entry>, { ofOthers }: ArchiveLimits) {
    this.#zip = zip;
    this.#checksums = ofOthers === true;
    this.#raw = raw;
    this.entries = [...raw].map(([name, entry]) => ({ name, size: entry.uncompressedSize }));
  }

  entry(name: string): ArchiveEntry | undefined {
    const raw = this.#raw.get(name);
    return raw === undefined ? undefined : { name, size: raw.uncompressedSize };
  }

  async *stream(entry: ArchiveEntry): AsyncGenerator<Uint8Array> {
    try {
      const bytes = bytesOf(await this.#open(entry));
      yield* this.#checksums ? checked(bytes, this.#raw.get(entry.name)?.crc32 ?? 0) : bytes;
    } catch (error) {
      throw asDamaged(error, entry);
    }
  }

  async bytes(entry: ArchiveEntry, limit: number): Promise<Uint8Array> {
    if (entry.size > limit) {
      throw archiveError('too-many-bytes', { entry: printableName(entry.name), limit });
    }
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.stream(entry)) chunks.push(chunk);
    return new Uint8Array(Buffer.concat(chunks));
  }

  close(): void {
    this.#zip.close();
  }

  #open(entry: ArchiveEntry): Promise<Readable> {
    const raw = this.#raw.get(entry.name);
    if (raw === undefined) throw new ReanError('pack.file-missing', { path: entry.name });
    return this.#zip.openReadStreamPromise(raw);
  }
}

const chunkSchema = z.instanceof(Uint8Array);

async function* bytesOf(stream: Readable): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) yield chunkSchema.parse(chunk);
}

/** Fails at the end where the bytes are not those the archive was made of. */
async function* checked(
  bytes: AsyncIterable<Uint8Array>,
  stated: number,
): AsyncGenerator<Uint8Array> {
  let sum = 0;
  for await (const chunk of bytes) {
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (sum !== stated >>> 0) throw new Error('its checksum is wrong');
}

function asDamaged(error: unknown, { name }: ArchiveEntry): ReanError {
  if (isReanError(error)) return error;
  const entry = printableName(name);
  const code = systemErrorCode(error);
  return code === null
    ? archiveError('damaged', { entry, detail: messageOf(error) }, error)
    : archiveError('unreadable', { entry, detail: code }, error);
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : '');
