import { CsvError, parse } from 'csv-parse';
import * as z from 'zod';
import type { FileRow } from '../../domain/learner-import/preview-import.ts';
import { TableError, addRow } from './table.ts';

const cellsSchema = z.array(z.string());
const marks = { utf8: [0xef, 0xbb, 0xbf], littleEndian: [0xff, 0xfe], bigEndian: [0xfe, 0xff] };

/**
 * The rows of a CSV file that hold something, in UTF-8 or UTF-16, parted by commas, semicolons or tabs.
 * @throws TableError `encoding`, `too-many-rows`, `not-a-table`
 */
export async function readCsv(bytes: Uint8Array): Promise<readonly FileRow[]> {
  const { text, delimiter } = partedBy(decode(bytes));
  // XML and HTML that is called a table.
  if (/^\s*</.test(text)) throw new TableError('not-a-table');
  const parser = parse(text, {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: 100_000,
  });
  const rows: FileRow[] = [];
  let number = 0;
  try {
    for await (const record of parser) {
      number += 1;
      addRow(rows, { number, cells: cellsSchema.parse(record) });
    }
  } catch (error) {
    throw error instanceof CsvError ? new TableError('not-a-table', error) : error;
  }
  // Khmer that was saved in an encoding that has none.
  if (rows[0]?.cells.some((cell) => /^\?{2,}$/.test(cell.trim())) === true) {
    throw new TableError('encoding');
  }
  return rows;
}

/** Strictly: what is neither UTF-8 nor UTF-16 is some older encoding of Khmer, and would be gibberish. */
function decode(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    if (text.includes('\0')) throw new TableError('not-a-table');
    return text;
  } catch (error) {
    throw error instanceof TableError ? error : new TableError('encoding', error);
  }
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const begins = (mark: readonly number[]) => mark.every((byte, place) => bytes[place] === byte);
  if (begins(marks.littleEndian)) return 'utf-16le';
  if (begins(marks.bigEndian)) return 'utf-16be';
  if (begins(marks.utf8)) return 'utf-8';
  // A comma or a line's end in UTF-16 has an empty byte beside it; in UTF-8 no byte is empty.
  const zero = bytes.subarray(0, 4096).indexOf(0);
  if (zero === -1) return 'utf-8';
  return zero % 2 === 1 ? 'utf-16le' : 'utf-16be';
}

/** What parts the cells: as a first line `sep=;` says, which is no row of the table, or what stands oftenest in it. */
function partedBy(text: string): { readonly text: string; readonly delimiter: string } {
  const said = /^sep=([,;\t])\r?\n/.exec(text);
  if (said?.[1] !== undefined) return { text: text.slice(said[0].length), delimiter: said[1] };
  const [line = ''] = text.split(/\r?\n/, 1);
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: line.split(sign).length }));
  return { text, delimiter: counts.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ',' };
}
