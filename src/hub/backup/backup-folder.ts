import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ReanError } from '../../shared/errors.ts';
import { canonicalHash } from '../../sync/envelope/canonical.ts';
import { syncFolder } from '../site/private-file.ts';
import { backupRecordSchema, manifestSchema, sealedManifestSchema } from './backup-shapes.ts';
import type { BackupFile, BackupRecord, Manifest } from './backup-shapes.ts';

/** A backup's folder on a disk or stick: its manifest, written whole or not at all, and its files. */

export const manifestName = 'rean-backup.json';
const copyName = 'rean-backup-copy.json';
/** There from before a folder's first file until its first manifest. */
const begunName = 'rean-backup-begun';

/**
 * The manifest; null where the folder holds no backup. One that was damaged is read from its copy.
 * @throws ReanError `backup.damaged` where neither can be read, `backup.unreadable`
 */
export async function readManifest(folder: string): Promise<Manifest | null> {
  const texts: (string | null)[] = [];
  for (const name of [manifestName, copyName]) {
    const text = await readText(join(folder, name));
    const manifest = text === null ? null : parseManifest(text);
    if (manifest !== null) return manifest;
    texts.push(text);
  }
  if (texts.every((text) => text === null)) return null;
  throw new ReanError('backup.damaged', { path: folder, file: manifestName, whole: 0, of: 0 });
}

/** Makes the files it names the backup, in one rename; what was the backup before is until then. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const sealed = { sha256: canonicalHash(manifest), manifest };
  const text = `${JSON.stringify(sealed, null, 1)}\n`;
  await orUnwritable(folder, async () => {
    for (const name of [manifestName, copyName]) {
      const unfinished = join(folder, `${name}.unfinished`);
      await rm(unfinished, { force: true });
      const file = await open(unfinished, 'wx', 0o600);
      try {
        await file.writeFile(text, 'utf8');
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, join(folder, name));
      await syncFolder(folder);
    }
    await rm(join(folder, begunName), { force: true });
  });
}

/**
 * Readies a folder that has no manifest for its first backup. Files in it are what an earlier try
 * left, to be taken away; but where none was under way, somebody's backup has lost its manifests.
 * @param files the backup's files in it
 * @throws ReanError `backup.unwritable` with `problem: 'unnamed'`
 */
export async function beginFirst(folder: string, files: readonly string[]): Promise<void> {
  const begun = join(folder, begunName);
  if (files.length > 0 && (await readText(begun)) === null) {
    throw new ReanError('backup.unwritable', { path: folder, problem: 'unnamed' });
  }
  const mark = await open(begun, 'w', 0o600);
  try {
    await mark.sync();
  } finally {
    await mark.close();
  }
  await syncFolder(folder);
}

/** Whether a file is there as it was written, byte for byte. */
export async function isWhole(folder: string, { name, bytes, sha256 }: BackupFile) {
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of createReadStream(join(folder, name))) {
      const block = Buffer.from(chunk);
      size += block.length;
      hash.update(block);
    }
  } catch {
    return false;
  }
  return size === bytes && hash.digest('hex') === sha256;
}

/**
 * The records of a file, in order.
 * @throws ReanError `backup.damaged`
 */
export async function* readRecords(
  folder: string,
  { name }: BackupFile,
): AsyncGenerator<BackupRecord> {
  const input = createReadStream(join(folder, name));
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      yield backupRecordSchema.parse(JSON.parse(line));
    }
  } catch (cause) {
    throw new ReanError('backup.damaged', { path: folder, file: name, whole: 0, of: 0 }, cause);
  }
}

/** Runs a write to a backup's folder; a failure says that the backup before it is still whole. */
export async function orUnwritable<Result>(
  folder: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof ReanError) throw cause;
    throw new ReanError('backup.unwritable', { path: folder, problem: problemOf(cause) }, cause);
  }
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (problemOf(cause) === 'ENOENT') return null;
    throw new ReanError('backup.unreadable', { path, problem: problemOf(cause) }, cause);
  }
}

function parseManifest(text: string): Manifest | null {
  try {
    const { sha256, manifest } = sealedManifestSchema.parse(JSON.parse(text));
    return canonicalHash(manifest) === sha256 ? manifestSchema.parse(manifest) : null;
  } catch {
    return null;
  }
}

function problemOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
}
