import type { EPUB, Entry } from 'foliate-js/epub.js';
import type { Chapter } from '../reading/reader.ts';

/** A deeper list than anybody reads. */
const deepest = 3;
const mostChapters = 500;

/** The chapters of a book, in its order; empty where it has no table of contents. */
export function chaptersOf({ toc }: EPUB): readonly Chapter[] {
  return listed(toc ?? [], 0).slice(0, mostChapters);
}

function listed(entries: readonly Entry[], depth: number): readonly Chapter[] {
  return entries.flatMap(({ label, href, subitems }) => {
    const title = label?.trim() ?? '';
    const own = title === '' || typeof href !== 'string' ? [] : [{ title, at: href, depth }];
    return [...own, ...listed(subitems ?? [], Math.min(depth + 1, deepest))];
  });
}
