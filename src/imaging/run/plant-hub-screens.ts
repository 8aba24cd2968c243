import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { drawSheet, glyphSheets, sheetSize } from '../plan/glyph-sheet.ts';
import { hubPicture, hubScreens } from '../plan/hub-screens.ts';
import { pictureOf } from '../plan/screen-picture.ts';
import { screenText } from '../plan/screen-words.ts';
import type { SiteConfig } from '../plan/site-config.ts';
import { drawPicture } from './draw-picture.ts';
import type { Programs } from './run-program.ts';

/** Draws what the hub's own screen shows, of this site, into a folder of its root ([HBS1]). */
export async function plantHubScreens(
  site: SiteConfig,
  folder: string,
  work: string,
  programs: Programs,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const plant = async (name: string, svg: string, size: { width: number; height: number }) => {
    const pixels = await drawPicture({ svg, name, ...size }, work, programs);
    await writeFile(join(folder, `${name}.raw.gz`), gzipSync(pixels));
  };
  for (const [name, sheet] of Object.entries(glyphSheets)) {
    await plant(`glyphs-${name}`, drawSheet(sheet), sheetSize(sheet));
  }
  for (const [name, words] of Object.entries(hubScreens(site))) {
    await plant(name, pictureOf(words, hubPicture), hubPicture);
    await writeFile(join(folder, `${name}.txt`), screenText(words));
  }
}
