import type { FileRow } from '../../domain/learner-import/preview-import.ts';
import { dayIn } from './date-cells.ts';
import type { DateCells } from './date-cells.ts';
import { fillMerged } from './merged-cells.ts';
import type { MergedCells } from './merged-cells.ts';
import { readXml } from './read-xml.ts';
import { TableError, addRow, tableLimits } from './table.ts';

/** Texts of a workbook, which cells point at by number. @throws TableError `not-a-table`, `too-large` */
export async function readSharedStrings(
  stream: AsyncIterable<Uint8Array>,
): Promise<readonly string[]> {
  const strings: string[] = [];
  let text: string | null = null;
  let reading = false;
  let beside = false;
  await readXml(stream, {
    open({ name }) {
      if (name === 'si') text = '';
      // Over a word may stand how it is said: that is no part of it.
      if (name === 'rPh') beside = true;
      reading = name === 't' && text !== null && !beside;
    },
    text(part) {
      if (reading && text !== null) text = (text + part).slice(0, tableLimits.cell);
    },
    close(name) {
      if (name === 't') reading = false;
      if (name === 'rPh') beside = false;
      if (name !== 'si') return;
      strings.push(text ?? '');
      text = null;
      if (strings.length > mostStrings) throw new TableError('too-large');
    },
  });
  return strings;
}

const mostStrings = tableLimits.rows * 20;

interface OpenCell {
  readonly place: number;
  readonly type: string;
  readonly style: number;
  value: string;
  /** A formula that nobody has worked out: its file was written by a program, and never opened. */
  owed: boolean;
}

/** What the cells of a sheet point at. */
export interface SheetParts {
  readonly strings: readonly string[];
  readonly dates: DateCells;
}

/**
 * The rows of a sheet that hold something. Of a formula only what it came to is read; what came to an
 * error is nothing; a date is its day, as `1990-12-31`; a cell merged over rows counts for each of them.
 * @throws TableError `not-a-table`, `too-many-rows`
 */
export async function readSheet(
  stream: AsyncIterable<Uint8Array>,
  parts: SheetParts,
): Promise<readonly FileRow[]> {
  const rows: FileRow[] = [];
  const merged: MergedCells[] = [];
  let row: { number: number; cells: string[] } | null = null;
  let cell: OpenCell | null = null;
  let reading = false;
  let last = 0;
  await readXml(stream, {
    open({ name, attributes }) {
      if (name === 'row') {
        last = rowNumber(attributes['r'], last);
        row = { number: last, cells: [] };
      } else if (name === 'c' && row !== null) {
        const place = columnOf(attributes['r']) ?? row.cells.length;
        const style = Number(attributes['s'] ?? 0);
        cell = { place, type: attributes['t'] ?? 'n', style, value: '', owed: false };
      } else if (name === 'mergeCell') {
        if (merged.length < tableLimits.rows) merged.push(...mergedIn(attributes['ref']));
      } else {
        reading = (name === 'v' || name === 't') && cell !== null;
        if (cell !== null && name === 'f') cell.owed = true;
        if (cell !== null && reading) cell.owed = false;
      }
    },
    text(part) {
      if (reading && cell !== null) cell.value = (cell.value + part).slice(0, tableLimits.cell);
    },
    close(name) {
      if (name === 'v' || name === 't') reading = false;
      if (name === 'c' && row !== null && cell !== null) {
        put(row.cells, cell.place, shownIn(cell, parts));
        cell = null;
      }
      if (name === 'row' && row !== null) {
        addRow(rows, row);
        row = null;
      }
    },
  });
  return fillMerged(rows, merged);
}

function shownIn({ type, style, value, owed }: OpenCell, { strings, dates }: SheetParts): string {
  // Told as wrong: as nothing it would be a year that nobody said.
  if (owed) return '=';
  if (type === 'e') return '';
  if (type === 'n' && dates.styles.has(style)) return dayIn(value, dates);
  return type === 's' ? (strings[Number(value)] ?? '') : value;
}

/** `E4:F6` is one cell over the rows 4 to 6, and stands in column 4. */
function mergedIn(reference: string | undefined): readonly MergedCells[] {
  const [, column, first, last] = /^([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)$/.exec(reference ?? '') ?? [];
  const place = columnOf(column);
  if (place === undefined || place >= tableLimits.columns) return [];
  return [{ place, first: Number(first), last: Number(last) }];
}

function rowNumber(named: string | undefined, last: number): number {
  const number = Number(named);
  return Number.isInteger(number) && number > last ? number : last + 1;
}

function put(cells: string[], place: number, value: string): void {
  if (place >= tableLimits.columns) return;
  while (cells.length < place) cells.push('');
  cells[place] = value;
}

/** `C7` is in column 2; undefined where it is not said. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
