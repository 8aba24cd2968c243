import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { glyphSheets, sheetSize } from '../../imaging/plan/glyph-sheet.ts';
import { hubPicture, hubScreens } from '../../imaging/plan/hub-screens.ts';
import type { HubScreenName } from '../../imaging/plan/hub-screens.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Drawn } from './compose.ts';
import type { PlannedSite } from './set-up.ts';

const unpack = promisify(gunzip);
const pixelBytes = 4;

/** The pictures that were drawn when the image was made; the last one is at hand. */
export class Pictures {
  readonly #folder: string;
  readonly #words: ReturnType<typeof hubScreens>;
  readonly #glyphs: Drawn['glyphs'];
  #last: { readonly name: HubScreenName; readonly picture: Uint8Array } | null = null;

  private constructor(folder: string, site: PlannedSite, glyphs: Drawn['glyphs']) {
    this.#folder = folder;
    this.#words = hubScreens(site);
    this.#glyphs = glyphs;
  }

  /** @throws ReanError `config.invalid` where they aren't those of such a screen */
  static async open(folder: string, site: PlannedSite): Promise<Pictures> {
    const glyphs = {
      small: await readPixels(folder, 'glyphs-small', sheetSize(glyphSheets.small)),
      big: await readPixels(folder, 'glyphs-big', sheetSize(glyphSheets.big)),
    };
    return new Pictures(folder, site, glyphs);
  }

  async of(name: HubScreenName): Promise<Drawn> {
    const picture =
      this.#last?.name === name
        ? this.#last.picture
        : await readPixels(this.#folder, name, hubPicture);
    this.#last = { name, picture };
    return { picture, sentences: this.#words[name].lines.length, glyphs: this.#glyphs };
  }

  /** The same in English, where a screen can show no picture. */
  text(name: HubScreenName): Promise<string> {
    return readFile(join(this.#folder, `${name}.txt`), 'utf8');
  }
}

async function readPixels(
  folder: string,
  name: string,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<Uint8Array> {
  const path = join(folder, `${name}.raw.gz`);
  const bytes = width * height * pixelBytes;
  try {
    const pixels = await unpack(await readFile(path), { maxOutputLength: bytes });
    if (pixels.length === bytes) return pixels;
  } catch (cause) {
    throw new ReanError('config.invalid', { path, problem: 'picture' }, cause);
  }
  throw new ReanError('config.invalid', { path, problem: 'picture' });
}
