import { openSafeArchiveOf } from '../../content/archive/safe-archive.ts';
import type { SafeArchive } from '../../content/archive/safe-archive.ts';
import type { FileRow } from '../../domain/learner-import/preview-import.ts';
import { isReanError } from '../../shared/errors.ts';
import { readSharedStrings, readSheet } from './sheet-xml.ts';
import { TableError, tableLimits } from './table.ts';

const limits = { maxEntries: 500, maxTotalBytes: tableLimits.unpacked, maxRatio: 1000 };

/** An older or encrypted workbook is an OLE file, which begins like this. */
const oleMark = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * The rows of a workbook's first sheet (.xlsx). Of formulas only what they came to is read, macros,
 * links and pictures never are.
 * @throws TableError `damaged`, `encrypted`, `too-large`, `too-many-rows`, `not-a-table`
 */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly FileRow[]> {
  if (oleMark.every((byte, place) => bytes[place] === byte)) throw new TableError('encrypted');
  const archive = await opened(bytes);
  try {
    const sheet = firstSheet(archive);
    if (sheet === undefined) throw new TableError('not-a-table');
    const shared = archive.entry('xl/sharedStrings.xml');
    const strings = shared === undefined ? [] : await readSharedStrings(archive.stream(shared));
    return await readSheet(archive.stream(sheet), strings);
  } catch (error) {
    throw isReanError(error) ? new TableError('damaged', error) : error;
  } finally {
    archive.close();
  }
}

async function opened(bytes: Uint8Array): Promise<SafeArchive> {
  try {
    return await openSafeArchiveOf(bytes, limits);
  } catch (error) {
    const large = isReanError(error, 'pack.too-large');
    throw new TableError(large ? 'too-large' : 'damaged', error);
  }
}

/** By the number in its name, as every program numbers them from 1. */
function firstSheet(archive: SafeArchive) {
  const number = (name: string) => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? Infinity);
  return archive.entries
    .filter(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
    .toSorted((a, b) => number(a.name) - number(b.name))[0];
}
