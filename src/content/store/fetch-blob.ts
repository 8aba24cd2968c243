import { join } from 'node:path';
import type { PackFile } from '../../shared/contracts/pack-manifest.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Disk, DiskFile } from '../disk/disk.ts';
import { Hashed } from '../pack/hashed.ts';
import type { FetchWatch, PackOrigin } from './pack-origin.ts';

interface FetchTools {
  readonly disk: Disk;
  /** The download's own. */
  readonly folder: string;
  readonly origin: PackOrigin;
  readonly watch: Pick<FetchWatch, 'signal' | 'alone' | 'admit'>;
  /** Told of what came and was written. */
  readonly came: (bytes: number) => void;
}

/** Where a content's beginning is kept until it is whole. */
const partOf = (folder: string, { sha256 }: PackFile) => join(folder, `${sha256}.part`);

/** Bytes of a content that came before, whole or in part. */
export async function cameBefore(disk: Disk, folder: string, file: PackFile): Promise<number> {
  if (await isWhole(disk, folder, file)) return file.size;
  return Math.min(file.size, (await disk.fileSize(partOf(folder, file))) ?? 0);
}

/** Whether a content came, was checked and forced to the disk. */
export async function isWhole(disk: Disk, folder: string, file: PackFile): Promise<boolean> {
  return (await disk.fileSize(join(folder, file.sha256))) === file.size;
}

/**
 * Brings one content, going on where an earlier try ended ([PKG18]): what is there is hashed, the rest
 * asked for. Resolves, once it is what was signed, to what is left to do: it gets its name when it is forced to
 * the disk. Throws `pack.checksum-mismatch`, and then nothing of it is kept; the origin's and the disk's errors.
 */
export async function fetchBlob(tools: FetchTools, file: PackFile): Promise<() => Promise<void>> {
  const { disk, folder } = tools;
  const part = partOf(folder, file);
  const hashed = await hashedSoFar(disk, part, file.size);
  const out = await disk.appendFile(part, 0o644);
  try {
    if (hashed.size < file.size) await takeRest(tools, file, hashed, out);
  } catch (error) {
    await out.close();
    throw error;
  }
  if (!hashed.matches(file)) {
    await out.close();
    await disk.remove(part);
    throw new ReanError('pack.checksum-mismatch', { path: file.path });
  }
  return async () => {
    try {
      await out.sync();
    } finally {
      await out.close();
    }
    await disk.rename(part, join(folder, file.sha256));
  };
}

/** More than there should be is no beginning of it. */
async function hashedSoFar(disk: Disk, part: string, size: number): Promise<Hashed> {
  const hashed = new Hashed();
  const there = await disk.fileSize(part);
  if (there === null) return hashed;
  if (there > size) {
    await disk.remove(part);
    return hashed;
  }
  for await (const chunk of disk.stream(part)) hashed.take(chunk);
  return hashed;
}

async function takeRest(
  { origin, watch, came }: FetchTools,
  { sha256, size, path }: PackFile,
  hashed: Hashed,
  out: DiskFile,
): Promise<void> {
  for await (const piece of origin.blob(sha256, hashed.size, watch.signal)) {
    hashed.take(piece);
    if (hashed.size > size) break;
    if (watch.alone()) out.writeNow(piece);
    else await out.write(piece);
    came(piece.byteLength);
    await watch.admit(piece.byteLength);
  }
  if (hashed.size < size) throw new ReanError('hub.unreachable', { reason: 'cut short', path });
}
