import { describe, expect, it } from 'vitest';
import { areaWithin, sizeWithin } from './look-size.ts';

const window = { width: 1366, height: 768 };

describe('[LOK4] what is captured of a window', () => {
  it('is what was asked for, as far as it lies in the window', () => {
    const area = { x: 0, y: 100, width: 1366, height: 668 };
    expect(areaWithin(area, window)).toEqual(area);
    expect(areaWithin({ ...area, height: 9000 }, window)).toEqual(area);
    expect(areaWithin({ x: 1366, y: 0, width: 10, height: 10 }, window)).toBeNull();
    expect(areaWithin({ x: 0, y: 20_000, width: 10, height: 10 }, window)).toBeNull();
  });

  it('is made small, in its own shape, and never larger than it was', () => {
    expect(sizeWithin({ width: 1366, height: 668 }, 480)).toEqual({ width: 480, height: 234 });
    expect(sizeWithin({ width: 668, height: 1366 }, 480)).toEqual({ width: 234, height: 480 });
    expect(sizeWithin({ width: 100, height: 50 }, 480)).toEqual({ width: 100, height: 50 });
    expect(sizeWithin({ width: 5000, height: 1 }, 480)).toEqual({ width: 480, height: 1 });
  });
});
