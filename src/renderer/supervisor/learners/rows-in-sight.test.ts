import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowAfterKey } from './row-after-key.ts';
import { rowPx, rowsInSight, scrollToShow } from './rows-in-sight.ts';

const screen = { scrollPx: 0, heightPx: 700 };

describe('the rows drawn of a long list [SUP8]', () => {
  it('are few, however many there are', () => {
    expect(rowsInSight(screen, 5000, 0).length).toBeLessThan(40);
    expect(rowsInSight({ ...screen, scrollPx: 130_000 }, 5000, 2500).length).toBeLessThan(40);
  });

  it('are all, when they fit', () => {
    expect(rowsInSight(screen, 3, 0)).toEqual([0, 1, 2]);
    expect(rowsInSight(screen, 0, -1)).toEqual([]);
  });

  it('cover all that is in sight, ascending, and the keyboard’s row wherever it is', () => {
    const sights = fc.record({ scrollPx: fc.nat(260_000), heightPx: fc.nat(1200) });
    fc.assert(
      fc.property(sights, fc.nat(4999), (sight, at) => {
        const rows = rowsInSight(sight, 5000, at);
        expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
        expect(rows).toContain(at);
        const seen = Math.min(4999, Math.floor((sight.scrollPx + sight.heightPx) / rowPx));
        expect(rows).toContain(seen);
      }),
    );
  });
});

describe('scrolling to a row', () => {
  it('stays where it is when the row is in sight', () => {
    expect(scrollToShow({ scrollPx: 520, heightPx: 700 }, 15)).toBe(520);
  });

  it('shows the row wholly, under the headings and above the edge', () => {
    fc.assert(
      fc.property(
        fc.nat(250_000),
        fc.integer({ min: 200, max: 1200 }),
        fc.nat(4999),
        (scrollPx, heightPx, row) => {
          const to = scrollToShow({ scrollPx, heightPx }, row);
          expect(row * rowPx).toBeGreaterThanOrEqual(to);
          expect((row + 2) * rowPx).toBeLessThanOrEqual(to + heightPx + 0);
        },
      ),
    );
  });
});

describe('keys in the list', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowUp', 0, 0],
    ['PageDown', 95, 99],
    ['PageUp', 95, 85],
    ['Home', 50, 0],
    ['End', 50, 99],
  ])('%s leads from %d to %d of a hundred', (key, from, to) => {
    expect(rowAfterKey(key, from, 100)).toBe(to);
  });

  it('leaves other keys to the page', () => {
    expect(rowAfterKey('Tab', 3, 100)).toBeNull();
  });
});
