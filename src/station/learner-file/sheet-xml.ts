import { SaxesParser } from 'saxes';
import type { SaxesTagPlain } from 'saxes';
import type { FileRow } from '../../domain/learner-import/preview-import.ts';
import { TableError, addRow, tableLimits } from './table.ts';

/** Texts of a workbook, which cells point at by number. @throws TableError `not-a-table`, `too-large` */
export async function readSharedStrings(
  stream: AsyncIterable<Uint8Array>,
): Promise<readonly string[]> {
  const strings: string[] = [];
  let text: string | null = null;
  let reading = false;
  let beside = false;
  await parseXml(stream, {
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
  value: string;
}

/**
 * The rows of a sheet that hold something. Of a formula only what it came to is read; what came to an
 * error is nothing.
 * @throws TableError `not-a-table`, `too-many-rows`
 */
export async function readSheet(
  stream: AsyncIterable<Uint8Array>,
  strings: readonly string[],
): Promise<readonly FileRow[]> {
  const rows: FileRow[] = [];
  let row: { number: number; cells: string[] } | null = null;
  let cell: OpenCell | null = null;
  let reading = false;
  let last = 0;
  await parseXml(stream, {
    open({ name, attributes }) {
      if (name === 'row') {
        last = rowNumber(attributes['r'], last);
        row = { number: last, cells: [] };
      } else if (name === 'c' && row !== null) {
        const place = columnOf(attributes['r']) ?? row.cells.length;
        cell = { place, type: attributes['t'] ?? 'n', value: '' };
      } else {
        reading = (name === 'v' || name === 't') && cell !== null;
      }
    },
    text(part) {
      if (reading && cell !== null) cell.value = (cell.value + part).slice(0, tableLimits.cell);
    },
    close(name) {
      if (name === 'v' || name === 't') reading = false;
      if (name === 'c' && row !== null && cell !== null) {
        put(row.cells, cell.place, shownIn(cell, strings));
        cell = null;
      }
      if (name === 'row' && row !== null) {
        addRow(rows, row);
        row = null;
      }
    },
  });
  return rows;
}

function shownIn({ type, value }: OpenCell, strings: readonly string[]): string {
  if (type === 'e') return '';
  return type === 's' ? (strings[Number(value)] ?? '') : value;
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

interface Handlers {
  open(tag: SaxesTagPlain): void;
  text(part: string): void;
  close(name: string): void;
}

/** Goes through XML as it comes. Entities other than XML's own five, and all that a DTD says, are refused. */
async function parseXml(stream: AsyncIterable<Uint8Array>, handlers: Handlers): Promise<void> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  parser.on('doctype', () => {
    throw new TableError('not-a-table');
  });
  parser.on('error', (error) => {
    throw new TableError('not-a-table', error);
  });
  parser.on('opentag', (tag) => handlers.open({ ...tag, name: localName(tag.name) }));
  parser.on('text', (part) => handlers.text(part));
  parser.on('cdata', (part) => handlers.text(part));
  parser.on('closetag', ({ name }) => handlers.close(localName(name)));
  try {
    for await (const chunk of stream) parser.write(decoder.decode(chunk, { stream: true }));
    parser.write(decoder.decode()).close();
  } catch (error) {
    throw error instanceof TypeError ? new TableError('not-a-table', error) : error;
  }
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);
