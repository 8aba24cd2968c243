import { glyphAt, glyphSheets, sheetSize } from '../../imaging/plan/glyph-sheet.ts';
import type { GlyphSize } from '../../imaging/plan/glyph-sheet.ts';
import { hubPicture } from '../../imaging/plan/hub-screens.ts';
import { leftOfText } from '../../imaging/plan/screen-picture.ts';
import type { View } from './stage.ts';

const pixelBytes = 4;
/** Paper, as the framebuffer has it: blue, green, red, nothing. */
const paper = Buffer.from([0xe1, 0xf0, 0xf7, 0]);
/** Where figures stand beside their sentence, and how far under its line a row of letters ends, pixels. */
const besideAt = 400;
const besideRaise = 20;

/** A framebuffer's shape: pixels, and bytes from one row to the next. */
export interface Geometry {
  readonly width: number;
  readonly height: number;
  readonly stride: number;
}

/** What is drawn with: a picture as many sentences long, and letters. */
export interface Drawn {
  readonly picture: Uint8Array;
  /** How many sentences it has: what is beneath them is free. */
  readonly sentences: number;
  readonly glyphs: Readonly<Record<GlyphSize, Uint8Array>>;
}

/** Everything that a framebuffer is to hold: the picture in its middle, the rest paper. */
export function compose(view: View, drawn: Drawn, screen: Geometry): Buffer {
  const picture = Buffer.from(drawn.picture);
  write(picture, view, drawn);
  const frame = Buffer.alloc(screen.stride * screen.height, paper);
  const left = Math.max(0, Math.floor((screen.width - hubPicture.width) / 2));
  const top = Math.max(0, Math.floor((screen.height - hubPicture.height) / 2));
  const rowBytes = Math.min(hubPicture.width, screen.width) * pixelBytes;
  for (let row = 0; row < Math.min(hubPicture.height, screen.height); row += 1) {
    const from = row * hubPicture.width * pixelBytes;
    const to = (top + row) * screen.stride + left * pixelBytes;
    picture.copy(frame, to, from, from + rowBytes);
  }
  return frame;
}

/** Where rows beneath so many sentences begin, pixels of the picture. */
export const rowsFrom = (sentences: number): number =>
  hubPicture.top + sentences * hubPicture.step - 8;

function write(picture: Buffer, view: View, { sentences, glyphs }: Drawn): void {
  const { top, step } = hubPicture;
  for (const [line, said] of Object.entries(view.beside ?? {})) {
    letters(picture, said, 'small', glyphs, besideAt, top + Number(line) * step - besideRaise);
  }
  let y = rowsFrom(sentences);
  for (const size of ['big', 'small'] as const) {
    for (const said of view[size] ?? []) {
      letters(picture, said, size, glyphs, leftOfText, y);
      y += glyphSheets[size].height + 6;
    }
  }
}

/** As many as there is room for; what has none is left out. */
function letters(
  picture: Buffer,
  said: string,
  size: GlyphSize,
  glyphs: Drawn['glyphs'],
  left: number,
  top: number,
): void {
  const sheet = glyphSheets[size];
  const sheetRow = sheetSize(sheet).width * pixelBytes;
  const room = Math.floor((hubPicture.width - left) / sheet.width);
  if (top < 0 || top + sheet.height > hubPicture.height) return;
  for (const [at, letter] of [...said].slice(0, room).entries()) {
    const from = glyphAt(sheet, letter) * pixelBytes;
    for (let row = 0; row < sheet.height; row += 1) {
      const to = ((top + row) * hubPicture.width + left + at * sheet.width) * pixelBytes;
      const cell = row * sheetRow + from;
      picture.set(glyphs[size].subarray(cell, cell + sheet.width * pixelBytes), to);
    }
  }
}
