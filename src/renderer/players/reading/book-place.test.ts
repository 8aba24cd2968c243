import { describe, expect, it } from 'vitest';
import { placeBytes, placeSchema } from '../../../shared/contracts/piece.ts';
import { readBookPlace, toggleBookmark, writeBookPlace } from './book-place.ts';

const mark = (page: number, at = `p${page}`) => ({ at, page, chapter: 'មេរៀនទី១' });

describe('the place in a book', () => {
  it('[PCE7] comes back with its size and bookmarks', () => {
    const place = { at: 'epubcfi(/6/4!/4/2)', size: 2, marks: [mark(3), mark(9)], down: 0.25 };
    expect(readBookPlace(writeBookPlace(place))).toEqual(place);
  });

  it.each([null, '', 'page 3', '{"at":3}', '[]'])('is the beginning where %j was saved', (text) => {
    expect(readBookPlace(text)).toEqual({ at: null, size: null, marks: [], down: 0 });
  });

  it('[PCE5] is never longer than what may be saved, whatever a book is made of', () => {
    const long = Array.from({ length: 60 }, (_, page) => ({
      ...mark(page, 'ក'.repeat(230)),
      chapter: 'ខ'.repeat(5000),
    }));
    const written = writeBookPlace({ at: 'ក'.repeat(230), size: 1, marks: long, down: 0 });
    expect(placeSchema.safeParse(written).success).toBe(true);
    expect(placeBytes(written)).toBeLessThan(32 * 1024);
    expect(readBookPlace(written).marks.at(-1)?.page).toBe(59);
  });

  it('leaves out one place that is too long to be kept, and keeps the others', () => {
    const written = writeBookPlace({ at: 'x'.repeat(5000), size: 0, marks: [mark(1)], down: 0 });
    expect(readBookPlace(written)).toEqual({ at: null, size: 0, marks: [mark(1)], down: 0 });
  });

  it('has one bookmark a page, set and taken away by the same button', () => {
    const set = toggleBookmark([mark(5)], mark(2));
    expect(set.map(({ page }) => page)).toEqual([2, 5]);
    expect(toggleBookmark(set, mark(2, 'elsewhere')).map(({ page }) => page)).toEqual([5]);
  });
});
