import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { pictureOf } from '../../../src/imaging/plan/screen-picture.ts';
import type { PictureLayout } from '../../../src/imaging/plan/screen-picture.ts';
import type { ScreenWords } from '../../../src/imaging/plan/screen-words.ts';
import { screenPixels } from '../../../src/imaging/run/screen-pixels.ts';
import type { Machine } from './machine.ts';
import { screenOf } from './screen.ts';

const run = promisify(execFile);
const longestMs = 1_200_000;

export interface Pictured {
  readonly layout: PictureLayout;
  /** So many rows tell one screen from another; beneath, the PC may have written. */
  readonly rows: number;
  /** Whether pictures are in the middle of a screen, or at its top. */
  readonly inMiddle: boolean;
}

/** Told by its picture: which of these screens a machine shows. */
export class PicturedScreens<Name extends string> {
  readonly #pictures: ReadonlyMap<Name, Uint8Array>;
  readonly #how: Pictured;

  private constructor(pictures: ReadonlyMap<Name, Uint8Array>, how: Pictured) {
    this.#pictures = pictures;
    this.#how = how;
  }

  static async draw<Name extends string>(
    screens: Readonly<Record<Name, ScreenWords>>,
    how: Pictured,
  ): Promise<PicturedScreens<Name>> {
    const folder = await mkdtemp(join(tmpdir(), 'rean-pictures-'));
    const pictures = new Map<Name, Uint8Array>();
    const { width, height } = how.layout;
    for (const name in screens) {
      const [svg, png] = [join(folder, `${name}.svg`), join(folder, `${name}.png`)];
      await writeFile(svg, pictureOf(screens[name], how.layout));
      await run('rsvg-convert', ['-o', png, svg]);
      pictures.set(name, screenPixels(await readFile(png), width, height));
    }
    await rm(folder, { recursive: true });
    return new PicturedScreens(pictures, how);
  }

  /** Null for none of them. */
  async shownBy(machine: Machine): Promise<Name | null> {
    const { width, pixels } = await screenOf(machine);
    for (const [name, picture] of this.#pictures) {
      if (isOn(pixels, width, picture, this.#how)) return name;
    }
    return null;
  }

  /** Waits for that one; one that nothing leads away from ends it. */
  async until(
    machine: Machine,
    wanted: Name,
    isEnd: (shown: Name) => boolean = () => false,
  ): Promise<void> {
    const until = performance.now() + longestMs;
    for (;;) {
      const shown = await this.shownBy(machine);
      if (shown === wanted) return;
      if (performance.now() > until || (shown !== null && isEnd(shown))) {
        throw new Error(`There is ${shown} on the screen, not ${wanted}.`);
      }
      await wait(500);
    }
  }
}

function isOn(pixels: Buffer, width: number, picture: Uint8Array, how: Pictured): boolean {
  const { layout, rows, inMiddle } = how;
  const height = pixels.length / 3 / width;
  const left = Math.floor((width - layout.width) / 2);
  const top = inMiddle ? Math.floor((height - layout.height) / 2) : 0;
  if (left < 0 || top < 0 || top + rows > height) return false;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < layout.width; column += 1) {
      const there = ((top + row) * width + left + column) * 3;
      const here = (row * layout.width + column) * 4;
      for (let part = 0; part < 3; part += 1) {
        if (pixels[there + part] !== picture[here + 2 - part]) return false;
      }
    }
  }
  return true;
}
