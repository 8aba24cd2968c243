import type { ScreenWords } from './screen-words.ts';

/** How large a picture is, and where its sentences stand; pixels. */
export interface PictureLayout {
  readonly width: number;
  readonly height: number;
  /** The line that the first sentence is written on. */
  readonly top: number;
  /** From one sentence to the next. */
  readonly step: number;
}

/** Paper and ink, as everywhere in Rean. */
export const paper = '#f7f0e1';
export const ink = '#23284f';
const soft = '#515579';
const edge = 32;
/** Where writing begins. */
export const leftOfText = edge + 24;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
export const escapeXml = (said: string): string =>
  said.replace(/[&<>]/g, (sign) => entities[sign] ?? '');

interface Style {
  readonly size: number;
  readonly fill: string;
  readonly weight?: number;
}

const row = (said: string, y: number, { size, fill, weight = 400 }: Style) =>
  `<text x="${leftOfText}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeXml(said)}</text>`;

/** A screen as it is drawn: Khmer, and English beneath each sentence. */
export function pictureOf(
  { title, lines, isTrouble }: ScreenWords,
  { width, height, top, step }: PictureLayout,
): string {
  const band = isTrouble ? '#a33c22' : '#eaa91c';
  const sentences = lines.flatMap(({ km, en }, at) => {
    const line = top + at * step;
    return [row(km, line, { size: 24, fill: ink }), row(en, line + 25, { size: 17, fill: soft })];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Khmer OS Battambang, DejaVu Sans">
<rect width="${width}" height="${height}" fill="${paper}"/>
<rect x="${edge}" y="28" width="8" height="${height - 40}" rx="4" fill="${band}"/>
${row(title.km, 72, { size: 34, fill: ink, weight: 700 })}
${row(title.en, 110, { size: 22, fill: soft })}
${sentences.join('\n')}
</svg>
`;
}
