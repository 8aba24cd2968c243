import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { screenPixels } from './screen-pixels.ts';

const part = (type: string, body: Buffer) => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length);
  head.write(type, 4);
  return Buffer.concat([head, body, Buffer.alloc(4)]);
};

function pngOf(width: number, height: number, kind: string, rows: readonly number[]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.write(kind, 8, 'hex');
  const body = part('IDAT', deflateSync(Buffer.from(rows)));
  return Buffer.concat([Buffer.alloc(8), part('IHDR', head), body, part('IEND', Buffer.alloc(0))]);
}

const plain = '0802000000';

describe('a picture for the installer’s screen', () => {
  it('is blue, green, red and nothing, whatever each row is told as a difference from [INS1]', () => {
    const rows = [
      [0, 10, 20, 30, 40, 50, 60],
      [1, 1, 2, 3, 1, 1, 1],
      [2, 1, 1, 1, 1, 1, 1],
      [3, 0, 0, 0, 0, 0, 0],
      [4, 5, 5, 5, 5, 5, 5],
    ].flat();
    const pixels = [...screenPixels(pngOf(2, 5, plain, rows), 2, 5)];
    expect(pixels.slice(0, 8)).toEqual([30, 20, 10, 0, 60, 50, 40, 0]);
    expect(pixels.slice(8, 16)).toEqual([3, 2, 1, 0, 4, 3, 2, 0]);
    expect(pixels.slice(16, 24)).toEqual([4, 3, 2, 0, 5, 4, 3, 0]);
    expect(pixels.slice(24, 32)).toEqual([2, 1, 1, 0, 3, 2, 2, 0]);
    expect(pixels.slice(32)).toEqual([7, 6, 6, 0, 12, 11, 11, 0]);
  });

  it('is what is beneath where it has transparency, too', () => {
    const pixels = screenPixels(pngOf(1, 1, '0806000000', [0, 1, 2, 3, 255]), 1, 1);
    expect([...pixels]).toEqual([3, 2, 1, 0]);
  });

  it.each([
    ['of another size', pngOf(2, 1, plain, [0, 1, 2, 3, 4, 5, 6])],
    ['of grey alone', pngOf(1, 1, '0800000000', [0, 1])],
    ['that is none', Buffer.from('GIF89a and more of it')],
  ])('is refused where it is one %s', (_, png) => {
    expect(() => screenPixels(png, 1, 1)).toThrow('shape.invalid');
  });
});
