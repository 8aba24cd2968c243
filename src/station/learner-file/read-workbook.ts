import { openSafeArchiveOf } from '../../content/archive/safe-archive.ts';
import type { SafeArchive } from '../../content/archive/safe-archive.ts';
import type { FileRow } from '../../domain/learner-import/preview-import.ts';
import { isReanError } from '../../shared/errors.ts';
import { readDateStyles } from './date-cells.ts';
import { readWorkbookSays } from './first-sheet.ts';
import { readSharedStrings, readSheet } from './sheet-xml.ts';
import { TableError, tableLimits } from './table.ts';

const limits = { maxEntries: 500, maxTotalBytes: tableLimits.unpacked, maxRatio: 1000 };

/** An older or encrypted workbook is an OLE file, which begins like this. */
const oleMark = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * The rows of the sheet of a workbook (.xlsx) that a person sees first. Of formulas only what they came to is read, macros,
 * links and pictures never are.
 * @throws TableError `damaged`, `encrypted`, `too-large`, `too-many-rows`, `ods`, `not-a-table`
 */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly FileRow[]> {
  if (oleMark.every((byte, place) => bytes[place] === byte)) throw new TableError('encrypted');
  const archive = await opened(bytes);
  try {
    const { sheet, from1904 } = await readWorkbookSays(archive);
    if (sheet === undefined) throw new TableError(isOpenDocument(archive) ? 'ods' : 'not-a-table');
    const shared = archive.entry('xl/sharedStrings.xml');
    const strings = shared === undefined ? [] : await readSharedStrings(archive.stream(shared));
    const look = archive.entry('xl/styles.xml');
    const styles = look === undefined ? none : await readDateStyles(archive.stream(look));
    return await readSheet(archive.stream(sheet), { strings, dates: { styles, from1904 } });
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

const none: ReadonlySet<number> = new Set();

/** A table as LibreOffice keeps its own. */
function isOpenDocument(archive: SafeArchive): boolean {
  return archive.entry('content.xml') !== undefined && archive.entry('mimetype') !== undefined;
}
