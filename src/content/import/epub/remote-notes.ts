import type { FileTree } from '../foreign-file.ts';
import type { ImportNote } from '../importer.ts';
import { decodeText } from '../text/decode-text.ts';
import type { BookPackage } from './book-package.ts';

/** Larger pages are not looked through, bytes. */
const largestPage = 4 * 1024 * 1024;
const mostNotes = 10;

/** What a page shows or runs from an address; links to read on are none of it. */
const shown =
  /<(?:img|script|iframe|audio|video|source|embed|image|link)\b[^>]*?\s(?:src|href|xlink:href|poster)\s*=\s*["'](https?:\/\/[^"']+)["']/gi;
const styled = /url\(\s*["']?(https?:\/\/[^"')]+)/gi;

/** What a book would fetch from the internet, where there is none. */
export async function remoteNotes(
  tree: FileTree,
  { files }: BookPackage,
): Promise<readonly ImportNote[]> {
  const found = files.flatMap(({ path, href }) => (path === null ? [note('the book', href)] : []));
  for (const { path, type } of files) {
    if (found.length >= mostNotes) break;
    const pattern = /html|svg/.test(type) ? shown : type === 'text/css' ? styled : null;
    const entry = path === null ? undefined : tree.find(path);
    if (pattern === null || entry === undefined || entry.size > largestPage) continue;
    const { text } = decodeText(await tree.bytes(entry, largestPage));
    for (const [, address = ''] of text.matchAll(pattern)) found.push(note(entry.name, address));
  }
  return found.slice(0, mostNotes);
}

const note = (at: string, address: string): ImportNote => ({
  sort: 'unsupported',
  at,
  text: `Asks the internet for ${address.slice(0, 200)}, which is not there.`,
});
