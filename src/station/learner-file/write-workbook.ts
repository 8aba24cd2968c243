import { archiveBytes } from '../../content/archive/write-archive.ts';
import { harmless } from './write-list.ts';

/** A cell of a sheet: text, a number to go on counting with, or a day. */
export type SheetCell =
  | string
  | { readonly text: string; readonly look: 'heading' }
  | { readonly value: number; readonly look: 'count' | 'percent' }
  /** `YYYY-MM-DD`. */
  | { readonly day: string };

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** As a workbook (.xlsx) of one sheet. No text is taken for a formula ([IMP5]). */
export function writeWorkbook(table: readonly (readonly SheetCell[])[]): Promise<Uint8Array> {
  return archiveBytes(
    Object.entries({ ...frame, 'xl/worksheets/sheet1.xml': sheetOf(table) }).map(([name, xml]) => {
      const bytes = Buffer.from(declared + xml, 'utf8');
      return { name, size: bytes.length, open: () => oneChunk(bytes) };
    }),
  );
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/** Looks of cells by their place in `cellXfs`. */
const looks = { heading: 1, count: 2, percent: 3, day: 4 } as const;

const styles = `<styleSheet xmlns="${spreadsheet}"><fonts count="2"><font><sz val="11"/><name val="Khmer OS Siemreap"/></font><font><b/><sz val="11"/><name val="Khmer OS Siemreap"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="3" applyNumberFormat="1"/><xf numFmtId="9" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`;

const frame = {
  '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${mime}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${mime}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${mime}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${spreadsheet}" xmlns:r="${office}"><sheets><sheet name="Rean" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': styles,
};

function sheetOf(table: readonly (readonly SheetCell[])[]): string {
  const rows = table.map((cells, line) => {
    const written = cells.map((cell, place) => cellOf(cell, `${columnName(place)}${line + 1}`));
    return `<row r="${line + 1}">${written.join('')}</row>`;
  });
  return `<worksheet xmlns="${spreadsheet}"><cols><col min="1" max="12" width="22" customWidth="1"/></cols><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

/** `A` to `Z`, `AA` and on. */
function columnName(place: number): string {
  const before = Math.floor(place / 26);
  const last = String.fromCodePoint(65 + (place % 26));
  return before === 0 ? last : columnName(before - 1) + last;
}

/** @param at as `C7`: some readers find cells by nothing else */
function cellOf(cell: SheetCell, at: string): string {
  if (typeof cell === 'string') return cell === '' ? '' : textCell(cell, at);
  if ('text' in cell) return textCell(cell.text, at, looks[cell.look]);
  if ('day' in cell) return numberCell(dayValue(cell.day), at, looks.day);
  return numberCell(cell.value, at, looks[cell.look]);
}

const textCell = (text: string, at: string, look = 0) =>
  `<c r="${at}" t="inlineStr" s="${look}"><is><t xml:space="preserve">${escaped(harmless(text))}</t></is></c>`;

const numberCell = (value: number, at: string, look: number) =>
  `<c r="${at}" s="${look}"><v>${value}</v></c>`;

const dayMs = 86_400_000;
/** As spreadsheets count days: the 1st of March 1900 is day 61. */
const dayZero = Date.UTC(1899, 11, 30);

function dayValue(day: string): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return (Date.UTC(year, month - 1, date) - dayZero) / dayMs;
}

/** Also without what XML can't hold at all. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
