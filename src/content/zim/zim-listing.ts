import type { ZimArchive } from './zim-archive.ts';
import type { ZimEntry, ZimItem } from './zim-entry.ts';
import { viewOf } from './zim-header.ts';

const largestListing = 64 * 1024 * 1024;

/**
 * The entries that are articles, in no order: those the archive lists as such, else every page among its
 * articles. Redirects are among them: other names of articles.
 */
export async function* articlesOf(archive: ZimArchive): AsyncGenerator<ZimEntry> {
  const front = await frontArticles(archive);
  const listed = front !== null && front.length > 0 ? front : null;
  const { entries } = archive.header;
  for (let place = 0; place < (listed?.length ?? entries); place += 1) {
    const entry = await archive.entryAt(listed === null ? place : (listed[place] ?? entries));
    if (listed !== null || isPage(archive, entry)) yield entry;
  }
}

/** Where to begin in an archive that names no first page; null where it has no articles. */
export async function firstArticle(archive: ZimArchive): Promise<ZimItem | null> {
  for await (const entry of articlesOf(archive)) if (entry.kind === 'item') return entry;
  return null;
}

/** Whether an entry is a page, or another name of something, among an archive's articles. */
export const isPage = (archive: ZimArchive, entry: ZimEntry) =>
  entry.namespace === archive.pages &&
  (entry.kind === 'redirect' || (entry.kind === 'item' && archive.mimeOf(entry) === 'text/html'));

/** Newer archives say which of their entries are articles; null where they don't. */
async function frontArticles(archive: ZimArchive): Promise<readonly number[] | null> {
  const entry = await archive.find('X', 'listing/titleOrdered/v1');
  if (entry === null || entry.kind !== 'item') return null;
  const bytes = await archive.bytes(entry, largestListing);
  if (bytes === null) return null;
  // An empty list says no more than none.
  if (bytes.byteLength < 4) return null;
  const view = viewOf(bytes);
  return Array.from({ length: Math.floor(bytes.byteLength / 4) }, (_, place) =>
    view.getUint32(place * 4, true),
  );
}
