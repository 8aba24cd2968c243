import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Programs } from './run-program.ts';
import { screenPixels } from './screen-pixels.ts';

/** An SVG as a screen of 32 bits takes it. @param work a folder to draw it in, under this name */
export async function drawPicture(
  { svg, name, width, height }: { svg: string; name: string; width: number; height: number },
  work: string,
  programs: Programs,
): Promise<Uint8Array> {
  const [drawn, png] = [join(work, `${name}.svg`), join(work, `${name}.png`)];
  await writeFile(drawn, svg);
  await programs.run('rsvg-convert', ['-o', png, drawn]);
  return screenPixels(await readFile(png), width, height);
}
