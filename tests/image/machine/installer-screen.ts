import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { pictureOf, pictureSize } from '../../../src/imaging/plan/installer-picture.ts';
import {
  installerScreenNames,
  installerScreens,
} from '../../../src/imaging/plan/installer-screens.ts';
import type { InstallerScreenName } from '../../../src/imaging/plan/installer-screens.ts';
import { screenPixels } from '../../../src/imaging/run/screen-pixels.ts';
import type { Machine } from './machine.ts';
import { screenOf } from './screen.ts';

const run = promisify(execFile);

/** Told by its picture: which screen of the installer a machine shows. */
export class InstallerScreens {
  readonly #pictures: ReadonlyMap<InstallerScreenName, Uint8Array>;

  private constructor(pictures: ReadonlyMap<InstallerScreenName, Uint8Array>) {
    this.#pictures = pictures;
  }

  static async draw(): Promise<InstallerScreens> {
    const folder = await mkdtemp(join(tmpdir(), 'rean-pictures-'));
    const pictures = new Map<InstallerScreenName, Uint8Array>();
    for (const name of installerScreenNames) {
      const [svg, png] = [join(folder, `${name}.svg`), join(folder, `${name}.png`)];
      await writeFile(svg, pictureOf(installerScreens[name]));
      await run('rsvg-convert', ['-o', png, svg]);
      const { width, height } = pictureSize;
      pictures.set(name, screenPixels(await readFile(png), width, height));
    }
    await rm(folder, { recursive: true });
    return new InstallerScreens(pictures);
  }

  /** Null for none of them. */
  async shownBy(machine: Machine): Promise<InstallerScreenName | null> {
    const { width, pixels } = await screenOf(machine);
    for (const [name, picture] of this.#pictures) {
      if (isOn(pixels, width, picture)) return name;
    }
    return null;
  }

  /** Waits for that one; another one that nothing leads away from ends it. */
  async until(machine: Machine, wanted: InstallerScreenName): Promise<void> {
    const until = performance.now() + longestMs;
    for (;;) {
      const shown = await this.shownBy(machine);
      if (shown === wanted) return;
      const isOver = performance.now() > until;
      const isEnd = shown !== null && shown !== 'disk-data' && installerScreens[shown].isTrouble;
      if (isOver || isEnd) throw new Error(`The installer shows ${shown}, not ${wanted}.`);
      await wait(500);
    }
  }
}

const longestMs = 1_200_000;

/** Whether a picture is in the middle of a screen's top. */
function isOn(pixels: Buffer, width: number, picture: Uint8Array): boolean {
  const left = Math.floor((width - pictureSize.width) / 2);
  if (left < 0 || pixels.length < width * pictureSize.height * 3) return false;
  for (let row = 0; row < pictureSize.height; row += 1) {
    for (let column = 0; column < pictureSize.width; column += 1) {
      const there = (row * width + left + column) * 3;
      const here = (row * pictureSize.width + column) * 4;
      for (let part = 0; part < 3; part += 1) {
        if (pixels[there + part] !== picture[here + 2 - part]) return false;
      }
    }
  }
  return true;
}
