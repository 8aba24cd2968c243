import { createHash } from 'node:crypto';
import { basename, dirname, extname, join } from 'node:path';
import { archiveError } from '../archive/archive-fault.ts';
import { foreignArchiveLimits } from '../archive/archive-limits.ts';
import { openSafeArchive } from '../archive/safe-archive.ts';
import type { Disk } from '../disk/disk.ts';
import { ReanError } from '../../shared/errors.ts';
import { fileTree } from './file-tree.ts';
import { readFolder } from './folder-files.ts';
import type { Given } from './find-given.ts';
import { cleanPath } from './text/inner-path.ts';
import type { FileBeside, ForeignFile } from './foreign-file.ts';

export interface OpenForeign {
  readonly file: ForeignFile;
  /** SHA-256 of its content in hex: the same for the same file under whatever name. */
  readonly sha256: string;
  close(): void;
}

const headBytes = 4096;

/**
 * Opens what somebody gave. An archive's whole directory is judged here ([PKG5], [FRN2]). Throws
 * `pack.file-missing` and the codes of archives; nothing is left open then.
 */
export async function openForeign(disk: Disk, given: Given): Promise<OpenForeign> {
  return given.kind === 'folder' ? openFolder(disk, given) : openFile(disk, given);
}

async function openFolder(disk: Disk, { path, key }: Given): Promise<OpenForeign> {
  const files = await readFolder(disk, path);
  const hash = createHash('sha256');
  for (const entry of files.entries) {
    const digest = await digestOf(files.stream(entry));
    hash.update(`${entry.name}\n${digest.sha256}\n`);
  }
  const size = files.entries.reduce((sum, entry) => sum + entry.size, 0);
  const nothing = () => Promise.reject(new ReanError('pack.file-missing', { path: key }));
  const file: ForeignFile = {
    path,
    name: basename(path).normalize('NFC'),
    size,
    head: new Uint8Array(),
    tree: fileTree(files),
    beside: [],
    near: () => Promise.resolve(null),
    stream: () => disk.stream(path),
    bytes: nothing,
  };
  return { file, sha256: hash.digest('hex'), close: () => undefined };
}

async function openFile(disk: Disk, { path, key }: Given): Promise<OpenForeign> {
  if ((await disk.fileSize(path)) === null) throw new ReanError('pack.file-missing', { path: key });
  const { sha256, head, size } = await digestOf(disk.stream(path));
  const archive = isZip(head) ? await openSafeArchive(path, foreignArchiveLimits) : null;
  const file: ForeignFile = {
    path,
    name: basename(path).normalize('NFC'),
    size,
    head,
    tree: archive === null ? null : fileTree(archive),
    beside: await filesBeside(disk, path),
    near: (name, limit) => fileNear(disk, dirname(path), { name, limit }),
    stream: () => disk.stream(path),
    bytes: (limit) => wholeFile(disk, path, limit),
  };
  return { file, sha256, close: () => archive?.close() };
}

/** A ZIP begins with a file, or is empty; one that lost its end is one still, and refused as such. */
const isZip = (head: Uint8Array) =>
  ['PK\u0003\u0004', 'PK\u0005\u0006'].includes(
    Buffer.from(head.subarray(0, 4)).toString('latin1'),
  );

async function digestOf(stream: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256');
  let head = Buffer.alloc(0);
  let size = 0;
  for await (const chunk of stream) {
    hash.update(chunk);
    size += chunk.byteLength;
    if (head.length < headBytes) head = Buffer.concat([head, chunk]).subarray(0, headBytes);
  }
  return { sha256: hash.digest('hex'), head: new Uint8Array(head), size };
}

async function wholeFile(disk: Disk, path: string, limit: number): Promise<Uint8Array> {
  const size = await disk.fileSize(path);
  if (size === null) throw new ReanError('pack.file-missing', { path });
  if (size > limit) throw archiveError('too-many-bytes', { limit });
  const bytes = await disk.readFile(path);
  if (bytes === null) throw new ReanError('pack.file-missing', { path });
  return bytes;
}

/** By its name as written, or as it is where it is encoded as an address; never from above its folder. */
async function fileNear(
  disk: Disk,
  folder: string,
  { name, limit }: { readonly name: string; readonly limit: number },
): Promise<Uint8Array | null> {
  if (/^[a-z][a-z0-9+.-]*:|^[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(name)) return null;
  const path = join(folder, cleanPath(name));
  return (await disk.fileSize(path)) === null ? null : wholeFile(disk, path, limit);
}

async function filesBeside(disk: Disk, path: string): Promise<readonly FileBeside[]> {
  const folder = dirname(path);
  const name = basename(path);
  const stem = basename(name, extname(name));
  return (await disk.list(folder))
    .filter((entry) => entry.kind === 'file' && entry.name !== name)
    .filter((entry) => entry.name.startsWith(`${stem}.`))
    .map((entry) => ({
      name: entry.name,
      bytes: (limit) => wholeFile(disk, join(folder, entry.name), limit),
    }));
}
