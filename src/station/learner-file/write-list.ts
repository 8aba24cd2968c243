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
