import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { KeyObject } from 'node:crypto';
import { journalEntrySchema } from '../../shared/contracts/documents/journal.ts';
import type { JournalEntry } from '../../shared/contracts/documents/journal.ts';
import { ReanError } from '../../shared/errors.ts';
import { readManifest, readRecords } from '../backup/backup-folder.ts';
import { JournalCheck } from '../journal/journal-check.ts';
import { hubSeqOf, journalHash } from '../journal/journal-chain.ts';
import { verdictOf } from './verify-audit.ts';
import type { AuditVerdict } from './verify-audit.ts';

/**
 * Checks a trail that was written out, or copied into a backup: numbers, chain, the hub's signature
 * ([AUD3]). What is sealed stays so: nobody needs the site's key for it.
 */

/**
 * A month as `rean hub audit export` wrote it, from its first entry to its last. It begins where it begins; months between two of them
 * are other files.
 * @throws ReanError `backup.missing`
 */
export async function verifyExport(
  path: string,
  hubKeys: readonly KeyObject[],
  heads: readonly string[],
): Promise<AuditVerdict> {
  return verifyLines(linesOf(path), hubKeys, heads);
}

/**
 * The journal in a backup's folder: that of its last chain.
 * @throws ReanError `backup.missing`, `backup.damaged`
 */
export async function verifyBackedUp(
  folder: string,
  hubKeys: readonly KeyObject[],
  heads: readonly string[],
): Promise<AuditVerdict> {
  const chain = (await readManifest(folder))?.chains.at(-1);
  if (!chain) throw new ReanError('backup.missing', { path: folder });
  const entries = async function* () {
    for (const file of chain.files) {
      for await (const record of readRecords(folder, file)) {
        if (record.of === 'journal') yield record.entry;
      }
    }
  };
  return verifyLines(entries(), hubKeys, [...heads, chain.point.head]);
}

async function* linesOf(path: string): AsyncGenerator<JournalEntry | null> {
  const input = createReadStream(path);
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      yield parseLine(line);
    }
  } catch (cause) {
    throw new ReanError('backup.missing', { path }, cause);
  }
}

function parseLine(line: string): JournalEntry | null {
  try {
    return journalEntrySchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

async function verifyLines(
  lines: AsyncIterable<JournalEntry | null>,
  hubKeys: readonly KeyObject[],
  heads: readonly string[],
): Promise<AuditVerdict> {
  const missing = new Set(heads);
  let check: JournalCheck | null = null;
  let line = 0;
  for await (const entry of lines) {
    line += 1;
    const begin = entry && { hubSeq: hubSeqOf(entry), previous: entry.previous };
    check ??= new JournalCheck(hubKeys, begin ?? undefined);
    if (entry === null) check.spoil(`line ${line}`);
    if (entry === null || !check.take(entry)) break;
    missing.delete(journalHash(entry));
  }
  return { ...verdictOf(check ?? new JournalCheck(hubKeys)), missing: [...missing] };
}
