import { describe, expect, it } from 'vitest';
import { PageCount } from './page-count.ts';

const part = (size: number, linear: string | null = null) => ({ size, linear });
const whole = { fraction: 0, size: 1 };

describe('[PCE7] pages of a book are counted', () => {
  it('by its parts where each is a picture or a few lines, but for those out of the order', () => {
    const count = new PageCount([part(400), part(900, 'no'), part(700), part(300)], false);
    expect([0, 2, 3].map((index) => count.at(index, whole, index === 3))).toEqual([
      { page: 0, pages: 3, fraction: 1 / 3 },
      { page: 1, pages: 3, fraction: 2 / 3 },
      { page: 2, pages: 3, fraction: 1 },
    ]);
    // A part that takes two screens, as letters are large, is one page all the same.
    const half = { fraction: 0.5, size: 0.5 };
    expect(count.at(2, half, false)).toEqual(count.at(2, { fraction: 0, size: 0.5 }, false));
    expect(count.at(1, whole, false).page).toBe(0);
  });

  it('by its parts where they were laid out, however long', () => {
    const count = new PageCount([part(9000), part(9000, 'no'), part(9000)], true);
    expect(count.at(1, whole, false)).toEqual({ page: 1, pages: 3, fraction: 2 / 3 });
    expect(count.at(2, whole, true)).toEqual({ page: 2, pages: 3, fraction: 1 });
  });

  it('by their length where there is more to read, and in one that is one part', () => {
    const long = new PageCount([part(3000), part(3000)], false);
    expect(long.at(1, { fraction: 0, size: 0.5 }, false)).toMatchObject({ page: 2, pages: 4 });
    expect(long.at(1, { fraction: 0.5, size: 0.5 }, true)).toMatchObject({ page: 3, fraction: 1 });
    const single = new PageCount([part(900)], false);
    expect(single.at(0, whole, true)).toEqual({ page: 0, pages: 1, fraction: 1 });
  });
});
