import type { KeyObject } from 'node:crypto';
import type { DirectoryDocument } from '../../shared/contracts/documents/directory.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Generation } from '../../shared/ids.ts';
import type { Storage, StoredDocument } from '../../sync/store/storage.ts';
import { databaseNames, firstSegment } from '../site/database-names.ts';
import { isWhole, readRecords } from './backup-folder.ts';
import type { BackupChain, BackupFile } from './backup-shapes.ts';
import { JournalRebuild, unverified } from './journal-rebuild.ts';

const batchSize = 500;

/** The keys without which a backup is only bytes. */
export interface RebuildKeys {
  readonly siteKey: SealingKey;
  /** Every key this hub has signed with. */
  readonly hubKeys: readonly KeyObject[];
}

export interface RebuildOptions {
  readonly folder: string;
  readonly chain: BackupChain;
  readonly storage: Storage;
  readonly keys: RebuildKeys;
  /** Whose databases are made. */
  readonly generation: Generation;
  readonly say: (line: string) => void;
}

/** What was made: the journal as it lies in the storage now, and the directory that follows from it. */
export interface Rebuilt {
  /** How many. */
  readonly entries: number;
  readonly head: string;
  readonly directory: readonly DirectoryDocument[];
}

/**
 * Makes a site's databases anew from a backup whose files are whole, in an empty storage.
 * @throws ReanError `backup.unverified` where journal or keys don't fit, `store.*`
 */
export async function rebuildSite(options: RebuildOptions): Promise<Rebuilt> {
  const { chain, storage, generation, say } = options;
  const names = databaseNames(generation);
  for (const name of [firstSegment, ...Object.values(names)]) await storage.open(name);
  const journal = new JournalRebuild(await storage.open(names.journal), options);
  for (const [index, file] of chain.files.entries()) {
    await takeFile(options, file, journal);
    say(`Read file ${index + 1} of ${chain.files.length} (${file.records} records).`);
  }
  return finish(options, journal);
}

/**
 * Checks every file of a backup, to be done before the first is used ([BAK4]).
 * @throws ReanError `backup.damaged`, with the first that is and how many are whole
 */
export async function requireWhole(folder: string, files: readonly BackupFile[]): Promise<void> {
  const whole: boolean[] = [];
  for (const file of files) whole.push(await isWhole(folder, file));
  const damaged = whole.indexOf(false);
  if (damaged === -1) return;
  const facts = { whole: whole.filter(Boolean).length, of: files.length };
  throw new ReanError('backup.damaged', {
    path: folder,
    file: files[damaged]?.name ?? '',
    ...facts,
  });
}

/** Puts a file's documents into their databases. */
async function takeFile(
  { folder, storage }: RebuildOptions,
  file: BackupFile,
  journal: JournalRebuild,
): Promise<void> {
  let batch: StoredDocument[] = [];
  let into: string | null = null;
  const flush = async () => {
    if (into !== null && batch.length > 0) await (await storage.open(into)).carry(batch);
    batch = [];
  };
  for await (const record of readRecords(folder, file)) {
    if (record.of === 'journal') {
      await journal.take(record.entry);
      continue;
    }
    const name = record.of === 'events' ? record.segment : record.of;
    if (name !== into || batch.length >= batchSize) await flush();
    into = name;
    batch.push(record.document);
  }
  await flush();
}

async function finish(
  { chain, storage, folder, generation }: RebuildOptions,
  journal: JournalRebuild,
): Promise<Rebuilt> {
  const { entries, head, directory } = await journal.finish();
  if (head !== chain.point.head) throw unverified(folder, 'head');
  await (await storage.open(databaseNames(generation).directory)).putMany(directory);
  for (const segment of openSegments(directory)) await storage.open(segment);
  return { entries, head, directory };
}

function openSegments(directory: readonly DirectoryDocument[]): readonly string[] {
  return directory.flatMap((document) => (document.type === 'segments' ? document.open : []));
}
