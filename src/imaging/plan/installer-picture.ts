import type { InstallerScreen } from './installer-screens.ts';

/** As large as the installer's shell takes them (`picture_width`, `picture_height`), pixels. */
export const pictureSize = { width: 800, height: 430 } as const;

const ink = '#23284f';
const soft = '#515579';
const edge = 32;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escapeXml = (said: string) => said.replace(/[&<>]/g, (sign) => entities[sign] ?? '');

interface Style {
  readonly size: number;
  readonly fill: string;
  readonly weight?: number;
}

const row = (said: string, y: number, { size, fill, weight = 400 }: Style) =>
  `<text x="${edge + 24}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeXml(said)}</text>`;

/** A screen as it is drawn: Khmer, and English beneath each sentence. */
export function pictureOf({ title, lines, isTrouble }: InstallerScreen): string {
  const { width, height } = pictureSize;
  const band = isTrouble ? '#a33c22' : '#eaa91c';
  const sentences = lines.flatMap(({ km, en }, at) => {
    const top = 178 + at * 66;
    return [row(km, top, { size: 24, fill: ink }), row(en, top + 25, { size: 17, fill: soft })];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Khmer OS Battambang, DejaVu Sans">
<rect width="${width}" height="${height}" fill="#f7f0e1"/>
<rect x="${edge}" y="28" width="8" height="${height - 40}" rx="4" fill="${band}"/>
${row(title.km, 72, { size: 34, fill: ink, weight: 700 })}
${row(title.en, 110, { size: 22, fill: soft })}
${sentences.join('\n')}
</svg>
`;
}
