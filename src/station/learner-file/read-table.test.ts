import { describe, expect, it } from 'vitest';
import { rawZip } from '../../../tests/factories/raw-zip.ts';
import type { RawEntry } from '../../../tests/factories/raw-zip.ts';
import { readTable } from './read-table.ts';
import { TableError, tableLimits } from './table.ts';

const csv = (text: string) => readTable(Buffer.from(text, 'utf8'));
const utf16 = (text: string, mark: boolean, big: boolean) => {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

async function problemOf(reading: Promise<unknown>): Promise<string> {
  const error: unknown = await reading.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof TableError ? error.problem : `not refused: ${String(error)}`;
}

describe('[IMP2] a CSV file', () => {
  it('is read with its Khmer, whatever parts the cells', async () => {
    for (const sign of [',', ';', '\t']) {
      const [head, row] = await csv(`ឈ្មោះ${sign}ភេទ\nសុខ ដារ៉ា${sign}ប្រុស\n`);
      expect(head).toEqual({ number: 1, cells: ['ឈ្មោះ', 'ភេទ'] });
      expect(row).toEqual({ number: 2, cells: ['សុខ ដារ៉ា', 'ប្រុស'] });
    }
    expect(await csv('sep=;\r\na,b;c\r\n')).toEqual([{ number: 1, cells: ['a,b', 'c'] }]);
  });

  it('may begin with a mark, and be in UTF-16 of either order, marked or not', async () => {
    const wanted = [{ number: 1, cells: ['ឈ្មោះ', 'Sex'] }];
    expect(await csv('\ufeffឈ្មោះ,Sex')).toEqual(wanted);
    for (const mark of [true, false]) {
      for (const big of [true, false]) {
        expect(await readTable(utf16('ឈ្មោះ,Sex', mark, big))).toEqual(wanted);
      }
    }
  });

  it('keeps the numbers a spreadsheet shows, over lines in quotes and empty ones', async () => {
    const rows = await csv('Name,Sex\n"Sok\nDara, ""Da""",m\n\n,\nMao,f\n');
    expect(rows).toEqual([
      { number: 1, cells: ['Name', 'Sex'] },
      { number: 2, cells: ['Sok\nDara, "Da"', 'm'] },
      { number: 5, cells: ['Mao', 'f'] },
    ]);
  });

  it('is refused in an older encoding, and where it is no text', async () => {
    expect(await problemOf(readTable(Buffer.from([0x4e, 0xe9, 0x2c, 0x0a])))).toBe('encoding');
    expect(await problemOf(readTable(Buffer.from('a\0b,c', 'utf8')))).not.toMatch(/not refused/);
    expect(await problemOf(csv('?????,???\r\n???? ??,m\r\n'))).toBe('encoding');
    expect(await problemOf(csv('<table><tr><td>a</td></tr></table>'))).toBe('not-a-table');
    expect(await problemOf(csv(`a,"${'x'.repeat(200_000)}`))).toBe('not-a-table');
  });

  it('is read with 10,000 rows, and refused with more than there can be', async () => {
    const rows = (count: number) => `Name\n${'សុខ ដារ៉ា\n'.repeat(count)}`;
    expect(await csv(rows(10_000))).toHaveLength(10_001);
    expect(await problemOf(csv(rows(tableLimits.rows)))).toBe('too-many-rows');
  });
});

const sheetOf = (rows: string) =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;

const workbook = (sheet: string, strings = '', more: readonly RawEntry[] = []) =>
  rawZip([
    { name: '[Content_Types].xml', content: '<Types/>', deflate: true },
    { name: '_rels/.rels', content: '<Relationships/>' },
    { name: 'xl/worksheets/sheet2.xml', content: sheetOf('<row r="1"><c><v>9</v></c></row>') },
    { name: 'xl/worksheets/sheet1.xml', content: sheet, deflate: true },
    { name: 'xl/sharedStrings.xml', content: `<sst>${strings}</sst>`, deflate: true },
    ...more,
  ]);

describe('[IMP2] a workbook', () => {
  it('gives its first sheet: shared and own texts, numbers, and what formulas came to', async () => {
    const strings =
      '<si><t>ឈ្មោះ</t></si><si><r><t>សុខ </t></r><r><t>ដារ៉ា</t></r><rPh><t>X</t></rPh></si>';
    const sheet = sheetOf(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Born</t></is></c></row>' +
        '<row r="2"/><row r="3"><c r="A3"/></row>' +
        '<row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" t="str"><f>"ma"&amp;"le"</f><v>male</v></c>' +
        '<c r="C4"><v>1990</v></c><c r="D4" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>',
    );
    expect(await readTable(workbook(sheet, strings))).toEqual([
      { number: 1, cells: ['ឈ្មោះ', '', 'Born'] },
      { number: 4, cells: ['សុខ ដារ៉ា', 'male', '1990', ''] },
    ]);
  });

  it('gives the sheet that is seen first, however sheets were moved and hidden', async () => {
    const cell = (text: string) =>
      sheetOf(`<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`);
    const sheets =
      '<sheet name="a" state="hidden" r:id="rId1"/><sheet name="b" r:id="rId3"/><sheet name="c" r:id="rId2"/>';
    const relations =
      '<Relationship Id="rId1" Target="worksheets/sheet1.xml"/>' +
      '<Relationship Id="rId2" Target="worksheets/sheet2.xml"/>' +
      '<Relationship Id="rId3" Target="/xl/worksheets/sheet3.xml"/>';
    const moved = workbook(cell('hidden'), '', [
      {
        name: 'xl/workbook.xml',
        content: `<workbook xmlns:r="r"><sheets>${sheets}</sheets></workbook>`,
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content: `<Relationships>${relations}</Relationships>`,
      },
      { name: 'xl/worksheets/sheet3.xml', content: cell('first') },
    ]);
    expect(await readTable(moved)).toEqual([{ number: 1, cells: ['first'] }]);
  });

  it('gives dates as days, by either of the days that programs count from', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>' +
      '<numFmt numFmtId="165" formatCode="0.00&quot; days&quot;[Red]"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const sheet = sheetOf(
      '<row r="1"><c s="1"><v>33359.5</v></c><c s="3"><v>33359</v></c><c s="2"><v>33359</v></c><c><v>1990</v></c><c s="1"><v>-1</v></c></row>',
    );
    const dated = (from1904: string) =>
      workbook(sheet, '', [
        { name: 'xl/styles.xml', content: styles },
        { name: 'xl/workbook.xml', content: `<workbook><workbookPr ${from1904}/></workbook>` },
      ]);
    const days = ['1991-05-01', '1991-05-01', '33359', '1990', '-1'];
    expect(await readTable(dated(''))).toEqual([{ number: 1, cells: days }]);
    const later = ['1995-05-02', '1995-05-02', '33359', '1990', '-1'];
    expect(await readTable(dated('date1904="1"'))).toEqual([{ number: 1, cells: later }]);
  });

  it('gives a cell that was merged over rows to each of them, and says of a formula that nobody worked it out', async () => {
    const text = (at: string, words: string) =>
      `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
    const rows = [1, 2, 3, 4].map(
      (at) => `<row r="${at * 2}">${text(`A${at * 2}`, `n${at}`)}</row>`,
    );
    const group = `<row r="1">${text('B1', 'morning')}<c r="C1"><f>1900+88</f></c></row>`;
    const merged = '<mergeCells><mergeCell ref="B1:B5"/><mergeCell ref="XFD1:XFD9"/></mergeCells>';
    const sheet = sheetOf(group + rows.join('')).replace('</worksheet>', `${merged}</worksheet>`);
    expect(await readTable(workbook(sheet))).toEqual([
      { number: 1, cells: ['', 'morning', '='] },
      { number: 2, cells: ['n1', 'morning'] },
      { number: 4, cells: ['n2', 'morning'] },
      { number: 6, cells: ['n3'] },
      { number: 8, cells: ['n4'] },
    ]);
  });

  it('is refused where it is damaged, encrypted, of another kind, or bursts', async () => {
    const good = workbook(sheetOf(''));
    expect(await problemOf(readTable(good.subarray(0, good.length - 30)))).toBe('damaged');
    expect(await problemOf(readTable(Buffer.from('d0cf11e0a1b11ae1', 'hex')))).toBe('encrypted');
    expect(await problemOf(readTable(rawZip([{ name: 'a.txt', content: 'a' }])))).toBe(
      'not-a-table',
    );
    const openDocument = [{ name: 'mimetype' }, { name: 'content.xml', content: '<a/>' }];
    expect(await problemOf(readTable(rawZip(openDocument)))).toBe('ods');
    const bomb = ' '.repeat(70_000_000);
    expect(await problemOf(readTable(workbook(sheetOf(bomb))))).toBe('too-large');
    const lying = { name: 'xl/media/a.png', content: 'a', statedSize: 1 };
    expect(await readTable(workbook(sheetOf('<row><c><v>1</v></c></row>'), '', [lying]))).toEqual([
      { number: 1, cells: ['1'] },
    ]);
  });

  it('is refused where its XML says what XML may not', async () => {
    const laughs =
      '<!DOCTYPE x [<!ENTITY a "ha">]><worksheet><sheetData><row><c><v>&a;</v></c></row></sheetData></worksheet>';
    expect(await problemOf(readTable(workbook(laughs)))).toBe('not-a-table');
    expect(await problemOf(readTable(workbook('<worksheet><row>')))).toBe('not-a-table');
    expect(await problemOf(readTable(workbook(sheetOf('<row><c><v>&b;</v></c></row>'))))).toBe(
      'not-a-table',
    );
  });

  it('is read where a cell claims a place far away, or a text that is not there', async () => {
    const far = sheetOf(
      '<row r="7"><c r="XFD7"><v>1</v></c><c r="A7" t="s"><v>99</v></c><c r="B7"><v>2</v></c></row>',
    );
    expect(await readTable(workbook(far))).toEqual([{ number: 7, cells: ['', '2'] }]);
  });

  it('is refused above its size', async () => {
    expect(await problemOf(readTable(new Uint8Array(tableLimits.bytes + 1)))).toBe('too-large');
  });
});
