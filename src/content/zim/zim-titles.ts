import { spellingsOf } from '../../shared/khmer/two-spellings.ts';
import { searchForm } from '../search/search-terms.ts';
import type { ZimArchive } from './zim-archive.ts';
import type { ZimEntry } from './zim-entry.ts';
import { isPage } from './zim-listing.ts';

/** Looked at, where many begin alike. */
const mostLookedAt = 1_000;

/**
 * Articles whose titles begin with words, by the archive's own list of titles; as typed, with a first letter that
 * is a capital, and as it may be spelt otherwise ([KHM12]). For archives beside which no list of words lies.
 */
export async function titlesFrom(
  archive: ZimArchive,
  words: string,
  most: number,
): Promise<readonly ZimEntry[]> {
  if (words === '' || archive.header.titlePointers === null) return [];
  const found = new Map<number, ZimEntry>();
  const capital = words.charAt(0).toUpperCase() + words.slice(1);
  for (const beginning of new Set([words, capital, ...spellingsOf(words)])) {
    const from = await archive.firstTitle(archive.pages, beginning);
    for (let at = from; at < from + mostLookedAt && found.size < most; at += 1) {
      const entry = await archive.titled(at);
      if (entry === null || entry.namespace !== archive.pages) break;
      if (!searchForm(entry.title).startsWith(searchForm(beginning))) break;
      if (isPage(archive, entry)) found.set(entry.index, entry);
    }
  }
  return [...found.values()];
}
