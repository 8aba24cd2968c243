import { inflateSync } from 'node:zlib';
import { ReanError } from '../../shared/errors.ts';

const headBytes = 8;

/**
 * A picture as a screen of 32 bits takes it: blue, green, red and nothing, a row after the other.
 *
 * @param png of 8 bits a colour, with or without transparency, not interlaced, as librsvg writes
 * @throws ReanError `shape.invalid` for any other
 */
export function screenPixels(png: Uint8Array, width: number, height: number): Uint8Array {
  const file = Buffer.from(png.buffer, png.byteOffset, png.length);
  const parts = chunksOf(file);
  const head = parts.find(({ type }) => type === 'IHDR')?.body;
  const kind = head?.subarray(headBytes).toString('hex');
  const depth = kind === '0806000000' ? 4 : 3;
  const isRight = head?.readUInt32BE(0) === width && head.readUInt32BE(4) === height;
  if (!isRight || (kind !== '0806000000' && kind !== '0802000000')) {
    throw new ReanError('shape.invalid', { what: 'picture of a screen' });
  }
  const bodies = parts.filter(({ type }) => type === 'IDAT').map(({ body }) => body);
  const rows = unfilter(inflateSync(Buffer.concat(bodies)), width * depth, depth);
  const pixels = Buffer.alloc(width * height * 4);
  for (let at = 0; at < width * height; at += 1) {
    for (const [to, from] of [2, 1, 0].entries()) {
      pixels[at * 4 + to] = rows[at * depth + from] ?? 0;
    }
  }
  return pixels;
}

/** The same as a screen of 24 bits takes it, which is what the BIOS of some PCs sets: three bytes each. */
export const in24Bits = (pixels: Uint8Array): Uint8Array => pixels.filter((_, at) => at % 4 !== 3);

function chunksOf(file: Buffer) {
  const parts: { readonly type: string; readonly body: Buffer }[] = [];
  for (let at = headBytes; at + 12 <= file.length;) {
    const bytes = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    parts.push({ type, body: file.subarray(at + 8, at + 8 + bytes) });
    at += bytes + 12;
  }
  return parts;
}

/** Each row says by its first byte what its bytes are told as a difference from (PNG, section 9). */
function unfilter(told: Buffer, rowBytes: number, depth: number): Buffer {
  const count = Math.floor(told.length / (rowBytes + 1));
  const plain = Buffer.alloc(count * rowBytes);
  for (let row = 0; row < count; row += 1) {
    const filter = told[row * (rowBytes + 1)] ?? 0;
    for (let at = 0; at < rowBytes; at += 1) {
      const place = row * rowBytes + at;
      const left = at < depth ? 0 : (plain[place - depth] ?? 0);
      const above = row === 0 ? 0 : (plain[place - rowBytes] ?? 0);
      const corner = row === 0 || at < depth ? 0 : (plain[place - rowBytes - depth] ?? 0);
      const guess = guesses[filter]?.(left, above, corner) ?? 0;
      plain[place] = ((told[row * (rowBytes + 1) + 1 + at] ?? 0) + guess) & 0xff;
    }
  }
  return plain;
}

type Guess = (left: number, above: number, corner: number) => number;

const guesses: readonly Guess[] = [
  () => 0,
  (left) => left,
  (_left, above) => above,
  (left, above) => Math.floor((left + above) / 2),
  (left, above, corner) => {
    const sum = left + above - corner;
    const away = [left, above, corner].map((value) => Math.abs(sum - value));
    if ((away[0] ?? 0) <= (away[1] ?? 0) && (away[0] ?? 0) <= (away[2] ?? 0)) return left;
    return (away[1] ?? 0) <= (away[2] ?? 0) ? above : corner;
  },
];
