import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ReanError } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';

/**
 * Files of secrets: mode 0600 in a folder of mode 0700, and never half written. After a power cut
 * there is either the old content or the new ([IDN3]).
 */

/**
 * Writes `text` so that it is durable when the promise resolves.
 * @throws ReanError `store.full`, or `config.invalid` where the folder can't be written
 */
export async function writePrivateFile(path: string, text: string): Promise<void> {
  const folder = dirname(path);
  const unfinished = `${path}.unfinished`;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeDurably(unfinished, text);
    await rename(unfinished, path);
    await syncFolder(folder);
  } catch (cause) {
    throw diskError(path, cause);
  }
}

/**
 * The file's text; null when there is none.
 * @throws ReanError `config.invalid` where it can't be read
 */
export async function readPrivateFile(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (hasCode(cause, ['ENOENT', 'ENOTDIR'])) return null;
    throw diskError(path, cause);
  }
}

async function writeDurably(path: string, text: string): Promise<void> {
  await rm(path, { force: true });
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Without this a rename, or a removal, may be lost in a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function diskError(path: string, cause: unknown): ReanError {
  const code: ErrorCode = hasCode(cause, ['ENOSPC', 'EDQUOT']) ? 'store.full' : 'config.invalid';
  const problem = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
  return new ReanError(code, { path, problem }, cause);
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
