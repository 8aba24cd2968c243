import { pageText } from '../search/page-text.ts';
import { IndexWriter } from '../search/index-writer.ts';
import type { ZimArchive } from './zim-archive.ts';
import type { ZimItem, ZimRedirect } from './zim-entry.ts';
import { articlesOf } from './zim-listing.ts';

/** The file beside an archive in which its words are looked up. */
export const indexName = 'search.index';

/** Of larger archives only titles are found: reading all their pages would take hours. */
export const mostPagesRead = 200_000;
/** Of one page, bytes and letters. */
const largestPage = 4 * 1024 * 1024;
const mostLetters = 100_000;
const leadLetters = 160;

/** Makes the list by which an archive is searched: titles, other names, and words of its pages. */
export async function* indexPages(archive: ZimArchive): AsyncGenerator<Uint8Array> {
  const items: ZimItem[] = [];
  const names: ZimRedirect[] = [];
  for await (const entry of articlesOf(archive)) {
    if (entry.kind === 'item') items.push(entry);
    if (entry.kind === 'redirect') names.push(entry);
  }
  const readsPages = items.length <= mostPagesRead;
  const writer = new IndexWriter();
  const places = new Map<number, number>();
  // As they lie in the archive: what was packed together is unpacked once.
  items.sort((one, other) => one.cluster - other.cluster || one.blob - other.blob);
  for (const item of items) {
    const html = readsPages && !writer.isFull ? await htmlOf(archive, item) : '';
    const text = pageText(html, mostLetters);
    const { index: number } = item;
    const place = { number, title: titleOf(item, html), lead: text.slice(0, leadLetters) };
    places.set(number, writer.add(place, text));
  }
  for (const name of names) {
    const item = await archive.resolve(name);
    const at = item === null ? undefined : places.get(item.index);
    if (at !== undefined) writer.addName(at, name.title);
  }
  yield* writer.parts();
}

async function htmlOf(archive: ZimArchive, item: ZimItem): Promise<string> {
  if (archive.mimeOf(item) !== 'text/html') return '';
  const bytes = await archive.bytes(item, largestPage);
  return bytes === null ? '' : Buffer.from(bytes).toString('utf8');
}

/** A page without a title in the list has one of its own, or else its path. */
function titleOf({ title, path }: ZimItem, html: string): string {
  if (title !== path) return title;
  const own = /<title[^>]{0,100}>([^<]{1,200})<\/title>/i.exec(html.slice(0, 8192))?.[1];
  return pageText(own ?? '', 200) || title;
}
