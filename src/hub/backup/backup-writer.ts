import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { open, readdir, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { ReanError } from '../../shared/errors.ts';
import { syncFolder } from '../site/private-file.ts';
import { beginFirst, isWhole, orUnwritable } from './backup-folder.ts';
import type { BackupFile, BackupRecord, Manifest } from './backup-shapes.ts';

const mostFileBytes = 64 * 1024 * 1024;
const blockBytes = 1024 * 1024;
const finished = /^\d{4}-\d{6}\.jsonl$/;
const ours = /^\d{4}-\d{6}\.jsonl(\.unfinished)?$/;

interface Writing {
  readonly name: string;
  readonly handle: FileHandle;
  readonly hash: Hash;
  bytes: number;
  records: number;
}

/**
 * Writes the next files of a chain. Each is synced, named and read back before it is told of; until a
 * manifest names them they are no part of the backup, and the next run takes them away.
 */
export class BackupWriter {
  readonly #folder: string;
  readonly #chain: number;
  readonly #finished: BackupFile[] = [];
  #next: number;
  #writing: Writing | null = null;
  #block: string[] = [];
  #blockLength = 0;

  private constructor(folder: string, chain: number, next: number) {
    this.#folder = folder;
    this.#chain = chain;
    this.#next = next;
  }

  /**
   * @param chain the chain's number, from 1
   * @param former how many files it has already
   * @throws ReanError `backup.unwritable`
   */
  static async open(
    folder: string,
    manifest: Manifest | null,
    [chain, former]: readonly [number, number],
  ): Promise<BackupWriter> {
    await orUnwritable(folder, () => removeLeftovers(folder, manifest));
    return new BackupWriter(folder, chain, former + 1);
  }

  /** @throws ReanError `backup.unwritable` */
  async append(record: BackupRecord): Promise<void> {
    const line = `${JSON.stringify(record)}\n`;
    this.#block.push(line);
    this.#blockLength += line.length;
    const writing = (this.#writing ??= await orUnwritable(this.#folder, () => this.#begin()));
    writing.records += 1;
    if (this.#blockLength >= blockBytes) await this.#flush(writing);
    if (writing.bytes >= mostFileBytes) await this.#end();
  }

  /** The files written, once all are on the disk and have been read back. */
  async finish(): Promise<readonly BackupFile[]> {
    await this.#end();
    for (const file of this.#finished) {
      if (await isWhole(this.#folder, file)) continue;
      throw new ReanError('backup.unwritable', { path: this.#folder, problem: 'read-back' });
    }
    return this.#finished;
  }

  /** Lets go of the file being written, after a failure. */
  async giveUp(): Promise<void> {
    await this.#writing?.handle.close().catch(() => undefined);
    this.#writing = null;
  }

  async #begin(): Promise<Writing> {
    const name = `${digits(this.#chain, 4)}-${digits(this.#next, 6)}.jsonl`;
    this.#next += 1;
    const handle = await open(join(this.#folder, `${name}.unfinished`), 'wx', 0o600);
    return { name, handle, hash: createHash('sha256'), bytes: 0, records: 0 };
  }

  async #flush(writing: Writing): Promise<void> {
    const bytes = Buffer.from(this.#block.join(''), 'utf8');
    this.#block = [];
    this.#blockLength = 0;
    await orUnwritable(this.#folder, () => writing.handle.appendFile(bytes));
    writing.hash.update(bytes);
    writing.bytes += bytes.length;
  }

  async #end(): Promise<void> {
    const writing = this.#writing;
    if (writing === null) return;
    await this.#flush(writing);
    const { name, handle, hash, bytes, records } = writing;
    await orUnwritable(this.#folder, async () => {
      await handle.sync();
      await handle.close();
      await rename(join(this.#folder, `${name}.unfinished`), join(this.#folder, name));
      await syncFolder(this.#folder);
    });
    this.#writing = null;
    this.#finished.push({ name, bytes, sha256: hash.digest('hex'), records });
  }
}

/** What a run that was cut short has left: files that no manifest names. */
async function removeLeftovers(folder: string, manifest: Manifest | null): Promise<void> {
  const named = new Set(manifest?.chains.flatMap(({ files }) => files.map(({ name }) => name)));
  const names = await readdir(folder);
  if (manifest === null)
    await beginFirst(
      folder,
      names.filter((name) => finished.test(name)),
    );
  for (const name of names) {
    if (ours.test(name) && !named.has(name)) await rm(join(folder, name), { force: true });
  }
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, '0');
}
