import { describe, expect, it } from 'vitest';
import { tinyJpeg } from '../../../tests/factories/tiny-jpeg.ts';
import { jpegSize } from './jpeg-size.ts';

describe('[LOK5] the size of a picture', () => {
  it('is what its frame says', () => {
    expect(jpegSize(tinyJpeg())).toEqual({ width: 1, height: 1 });
    expect(jpegSize(tinyJpeg({ width: 65_535, height: 480 }))).toEqual({
      width: 65_535,
      height: 480,
    });
  });

  it.each([
    ['nothing', []],
    ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ['a page', [...Buffer.from('<svg onload="alert(1)">')]],
    ['a beginning alone', [0xff, 0xd8, 0xff]],
    ['a part longer than the file', [0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 0, 0]],
    ['a part shorter than its own length', [0xff, 0xd8, 0xff, 0xe0, 0, 1, 0, 0]],
    ['a frame without a size', [0xff, 0xd8, 0xff, 0xc0, 0, 4, 8, 0]],
    ['a scan before any frame', [0xff, 0xd8, 0xff, 0xda, 0, 2, 0, 0]],
  ])('is none of %s', (_what, bytes) => {
    expect(jpegSize(Uint8Array.from(bytes))).toBeNull();
  });

  it('is never looked for outside of the bytes, wherever they are cut', () => {
    const whole = tinyJpeg();
    for (let length = 0; length < whole.length; length += 1) {
      const size = jpegSize(whole.subarray(0, length));
      expect(size === null || (size.width === 1 && size.height === 1)).toBe(true);
    }
  });
});
