import type { FileTree } from '../foreign-file.ts';
import type { ImportNote } from '../importer.ts';
import { decodeText } from '../text/decode-text.ts';

const readable = /\.(?:x?html?|css)$/i;
const largestFile = 2 * 1024 * 1024;
const mostFiles = 2_000;
const mostNotes = 20;

/** What a page or style sheet loads from elsewhere; links to follow are none of it. */
const loads =
  /<(?:script|img|iframe|frame|video|audio|source|embed|object|link)\b[^>]*?\b(?:src|href|data)\s*=\s*["']?\s*((?:https?:)?\/\/[^\s"'<>]+)|(?:url\(|@import)\s*["']?\s*((?:https?:)?\/\/[^\s"')]+)/gi;

/** Files of a package that load something from the network, which is not there: a note for each. */
export async function outsideAddresses(tree: FileTree): Promise<readonly ImportNote[]> {
  const notes: ImportNote[] = [];
  const files = tree.entries.filter(({ name, size }) => readable.test(name) && size <= largestFile);
  for (const entry of files.slice(0, mostFiles)) {
    const { text } = decodeText(await tree.bytes(entry, largestFile));
    const found = new Set([...text.matchAll(loads)].map(([, tag, style]) => tag ?? style ?? ''));
    const [first] = found;
    if (first === undefined) continue;
    const more = found.size > 1 ? ` and ${found.size - 1} more` : '';
    const words = `It loads ${first}${more} from the network, which is not there.`;
    notes.push({ sort: 'unsupported', at: entry.name, text: words });
    if (notes.length === mostNotes) break;
  }
  return notes;
}
