/** Height of a row and of the headings that lie over the rows, px; as in learner-table.css. */
export const rowPx = 52;
const headsPx = 52;

/** Rows drawn beyond the edges, so that a flick of the wheel shows no gap. */
const spare = 8;

/** What of a long list shows: how far it is scrolled, and how high it is with its headings, px. */
export interface Sight {
  readonly scrollPx: number;
  readonly heightPx: number;
}

/**
 * Which rows to draw, ascending: those in sight, some around them, and always the one the keyboard
 * is at, so that the list keeps its tab stop ([SUP8]).
 * @param at the keyboard's row
 */
export function rowsInSight({ scrollPx, heightPx }: Sight, count: number, at: number): number[] {
  const first = Math.max(0, Math.floor(scrollPx / rowPx) - spare);
  const last = Math.min(count - 1, Math.ceil((scrollPx + heightPx) / rowPx) + spare);
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step);
  if (at < 0 || at >= count) return rows;
  if (at < first) return [at, ...rows];
  return at > last ? [...rows, at] : rows;
}

/** How far to scroll so that a row is wholly in sight, moving as little as it takes, px. */
export function scrollToShow({ scrollPx, heightPx }: Sight, row: number): number {
  const topmost = row * rowPx;
  const lowest = (row + 1) * rowPx + headsPx - heightPx;
  return Math.max(0, Math.max(lowest, Math.min(topmost, scrollPx)));
}

/** The same sight to within a row, so that scrolling draws anew once a row and not once a pixel. */
export function inWholeRows({ scrollPx, heightPx }: Sight): Sight {
  return { scrollPx: Math.floor(scrollPx / rowPx) * rowPx, heightPx };
}
