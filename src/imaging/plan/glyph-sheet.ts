import { escapeXml, ink, paper } from './screen-picture.ts';

/**
 * Letters of a typewriter as pictures, for what only the PC itself knows: addresses, codes, what is typed. A sheet has
 * a cell for each, in ASCII's order.
 */
export interface GlyphSheet {
  /** A cell, pixels. */
  readonly width: number;
  readonly height: number;
  /** Of the type, and the line it stands on within its cell, pixels. */
  readonly size: number;
  readonly line: number;
}

export const glyphSheets = {
  small: { width: 12, height: 26, size: 20, line: 20 },
  big: { width: 24, height: 48, size: 40, line: 37 },
} as const satisfies Readonly<Record<string, GlyphSheet>>;
export type GlyphSize = keyof typeof glyphSheets;

export const firstGlyph = 0x20;
const lastGlyph = 0x7e;
const glyphCount = lastGlyph - firstGlyph + 1;

/** Of a whole sheet, pixels: its cells are in one row. */
export const sheetSize = ({ width, height }: GlyphSheet) => ({
  width: width * glyphCount,
  height,
});

export function drawSheet(sheet: GlyphSheet): string {
  const { width, height } = sheetSize(sheet);
  const cells = Array.from({ length: glyphCount }, (_, at) => {
    const said = escapeXml(String.fromCharCode(firstGlyph + at));
    return `<text x="${at * sheet.width}" y="${sheet.line}" xml:space="preserve">${said}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="DejaVu Sans Mono" font-size="${sheet.size}" fill="${ink}">
<rect width="${width}" height="${height}" fill="${paper}"/>
${cells.join('\n')}
</svg>
`;
}

/** Where such a letter's cell begins, pixels; a question mark's for any other. */
export function glyphAt({ width }: GlyphSheet, letter: string): number {
  const code = letter.charCodeAt(0);
  const known = code >= firstGlyph && code <= lastGlyph;
  return ((known ? code : '?'.charCodeAt(0)) - firstGlyph) * width;
}
