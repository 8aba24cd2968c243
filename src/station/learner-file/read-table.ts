import type { FileRow } from '../../domain/learner-import/preview-import.ts';
import { readCsv } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';
import { TableError, tableLimits } from './table.ts';

/**
 * The rows of a list of learners, by what the file holds and not by its name ([IMP2]).
 * @throws TableError
 */
export async function readTable(bytes: Uint8Array): Promise<readonly FileRow[]> {
  if (bytes.length > tableLimits.bytes) throw new TableError('too-large');
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const ole = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  return zipped || ole ? readWorkbook(bytes) : readCsv(bytes);
}
