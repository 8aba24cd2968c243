import { archiveBytes } from '../../content/archive/write-archive.ts';

/** A table as text, its headings first. */
export type TextTable = readonly (readonly string[])[];

/**
 * As a cell that no spreadsheet takes for a formula: what begins like one has an apostrophe before it,
 * also behind what another spreadsheet parts cells at ([IMP5]).
 */
export function harmless(cell: string): string {
  return cell.replaceAll(formulaLike, "$1'");
}

/** Where a cell may begin: at the beginning, and behind `;`, tab and line end. */
const formulaLike = /(^|[;\t\r\n])(?=[\s\p{Cf}]*[=+\-@\t\r＝＋－＠])/gu;

/** As CSV in UTF-8, marked as such, so that spreadsheets show its Khmer. */
export function csvOf(table: TextTable): Uint8Array {
  const lines = table.map((cells) => cells.map(quoted).join(','));
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`, 'utf8');
}

const quoted = (cell: string) => `"${harmless(cell).replaceAll('"', '""')}"`;

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** As a workbook (.xlsx) of one sheet, every cell text. */
export function workbookOf(table: TextTable): Promise<Uint8Array> {
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

const frame = {
  '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${mime}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${mime}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${spreadsheet}" xmlns:r="${office}"><sheets><sheet name="Rean" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

function sheetOf(table: TextTable): string {
  const rows = table.map((cells, at) => `<row r="${at + 1}">${cells.map(cellOf).join('')}</row>`);
  return `<worksheet xmlns="${spreadsheet}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

const cellOf = (cell: string) =>
  `<c t="inlineStr"><is><t xml:space="preserve">${escaped(harmless(cell))}</t></is></c>`;

/** Also without what XML can't hold at all. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
