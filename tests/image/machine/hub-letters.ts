import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { rowsFrom } from '../../../src/cli/hub-screen/compose.ts';
import {
  drawSheet,
  firstGlyph,
  glyphAt,
  glyphSheets,
  sheetSize,
} from '../../../src/imaging/plan/glyph-sheet.ts';
import { hubPicture } from '../../../src/imaging/plan/hub-screens.ts';
import { leftOfText } from '../../../src/imaging/plan/screen-picture.ts';
import { screenPixels } from '../../../src/imaging/run/screen-pixels.ts';
import type { Machine } from './machine.ts';
import { screenOf } from './screen.ts';

const run = promisify(execFile);
const sheet = glyphSheets.big;
const mostLetters = 31;
const rowGap = 6;

/** Reads what stands in large letters on the hub's own screen, as a person would: off the pixels. */
export class HubLetters {
  readonly #glyphs: Uint8Array;

  private constructor(glyphs: Uint8Array) {
    this.#glyphs = glyphs;
  }

  static async draw(): Promise<HubLetters> {
    const folder = await mkdtemp(join(tmpdir(), 'rean-letters-'));
    const [svg, png] = [join(folder, 'letters.svg'), join(folder, 'letters.png')];
    await writeFile(svg, drawSheet(sheet));
    await run('rsvg-convert', ['-o', png, svg]);
    const { width, height } = sheetSize(sheet);
    const glyphs = screenPixels(await readFile(png), width, height);
    await rm(folder, { recursive: true });
    return new HubLetters(glyphs);
  }

  /** A row of large letters beneath so many sentences; the first row is 0. */
  async read(machine: Machine, sentences: number, row = 0): Promise<string> {
    const { width, pixels } = await screenOf(machine);
    const height = pixels.length / 3 / width;
    const left = Math.floor((width - hubPicture.width) / 2) + leftOfText;
    const top = Math.floor((height - hubPicture.height) / 2) + rowsFrom(sentences);
    const y = top + row * (sheet.height + rowGap);
    const letters = Array.from({ length: mostLetters }, (_, at) =>
      this.#letterAt(pixels, width, left + at * sheet.width, y),
    );
    return letters.join('').trimEnd();
  }

  #letterAt(pixels: Buffer, width: number, left: number, top: number): string {
    for (let code = firstGlyph; code < firstGlyph + 95; code += 1) {
      const letter = String.fromCharCode(code);
      if (this.#isAt(pixels, width, left, top, letter)) return letter;
    }
    return '?';
  }

  #isAt(pixels: Buffer, width: number, left: number, top: number, letter: string): boolean {
    const from = glyphAt(sheet, letter);
    const rowPixels = sheetSize(sheet).width;
    for (let row = 0; row < sheet.height; row += 1) {
      for (let column = 0; column < sheet.width; column += 1) {
        const there = ((top + row) * width + left + column) * 3;
        const here = (row * rowPixels + from + column) * 4;
        for (let part = 0; part < 3; part += 1) {
          if (pixels[there + part] !== this.#glyphs[here + 2 - part]) return false;
        }
      }
    }
    return true;
  }
}
