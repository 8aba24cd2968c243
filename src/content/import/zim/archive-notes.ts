import { mostPagesRead } from '../../zim/index-pages.ts';
import type { ZimArchive } from '../../zim/zim-archive.ts';
import { articlesOf } from '../../zim/zim-listing.ts';
import type { ImportNote } from '../importer.ts';

/** Pages looked through for what they ask of the internet: one in so many, and so many at most. */
const lookedThrough = 200;
const largestPage = 2 * 1024 * 1024;
const mostNotes = 10;

/** What a page shows or runs from an address; links to read on are none of it. */
const shown =
  /<(?:img|script|iframe|audio|video|source|embed|link)\b[^>]{0,500}?\s(?:src|href|poster)\s*=\s*["']((?:https?:)?\/\/[^"']{1,300})["']/gi;

/** What a person should know of an archive before it goes out. */
export async function archiveNotes(archive: ZimArchive): Promise<readonly ImportNote[]> {
  const pages = await articleCount(archive);
  const tags = (await archive.says('Tags')) ?? '';
  const hasMain = (await archive.main()) !== null;
  const largest = `It has ${pages} pages, more than the ${mostPagesRead} whose words are read: titles are found, words in pages are not.`;
  return [
    ...(pages > mostPagesRead ? [note('simplified', largest)] : []),
    ...(/(?:^|;)_sw:yes(?:;|$)/.test(tags)
      ? [
          note(
            'unsupported',
            'Its pages need a service worker, which packs don’t have: they may show nothing. Ask for an archive made by a newer program.',
          ),
        ]
      : []),
    ...(hasMain ? [] : [note('guessed', 'It names no first page: it opens at its first article.')]),
    ...(await remoteNotes(archive, pages)),
  ];
}

const note = (sort: ImportNote['sort'], text: string, at: string | null = null): ImportNote => ({
  sort,
  at,
  text,
});

async function articleCount(archive: ZimArchive): Promise<number> {
  let count = 0;
  for await (const { kind } of articlesOf(archive)) count += kind === 'item' ? 1 : 0;
  return count;
}

async function remoteNotes(archive: ZimArchive, pages: number): Promise<readonly ImportNote[]> {
  const step = Math.max(1, Math.floor(pages / lookedThrough));
  const found = new Map<string, string>();
  let place = 0;
  for await (const entry of articlesOf(archive)) {
    if (entry.kind !== 'item' || archive.mimeOf(entry) !== 'text/html') continue;
    place += 1;
    if (place % step !== 0) continue;
    const bytes = await archive.bytes(entry, largestPage);
    const html = bytes === null ? '' : Buffer.from(bytes).toString('utf8');
    for (const [, address = ''] of html.matchAll(shown)) found.set(address, entry.path);
    if (found.size >= mostNotes) break;
  }
  return [...found]
    .slice(0, mostNotes)
    .map(([address, path]) =>
      note(
        'unsupported',
        `Asks the internet for ${address.slice(0, 200)}, which is not there.`,
        path,
      ),
    );
}
