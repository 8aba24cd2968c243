import type { FileTree, TreeEntry } from '../foreign-file.ts';
import type { ImportNote } from '../importer.ts';
import { decodeText } from '../text/decode-text.ts';

/** What would be a thing of its own if it were given by itself. */
const things = /\.(?:mp4|m4v|webm|mp3|m4a|ogg|opus|pdf|epub|h5p|zim|gift|zip)$/i;
/** What names the files of a page. */
const texts = /\.(?:x?html?|m?js|json|xml|css|vtt|txt)$/i;

/** Of all texts together, bytes: in larger sites nobody put films by mistake. */
const mostText = 32 * 1024 * 1024;
/** Names told one by one. */
const mostNames = 10;

/**
 * Films, books and packages that lie in a site's folder and that no text of it names: they came along unseen, and were
 * perhaps to be things of their own ([FRN2]).
 */
export async function filesOfTheirOwn(tree: FileTree): Promise<readonly ImportNote[]> {
  const perhaps = tree.entries.filter(({ name }) => things.test(name));
  const named = tree.entries.filter(({ name }) => texts.test(name));
  if (perhaps.length === 0 || bytesOf(named) > mostText) return [];
  const unseen = await withoutThoseNamed(tree, perhaps, named);
  if (unseen.length === 0) return [];
  const names = unseen.slice(0, mostNames).map(({ name }) => name);
  const more = unseen.length > mostNames ? ', …' : '';
  const text = `No page shows ${names.join(', ')}${more}: nobody will see them. Where each should be a film, book or quiz of its own, take them out of the folder of the page and import them too.`;
  return [{ sort: 'guessed', at: null, text }];
}

async function withoutThoseNamed(
  tree: FileTree,
  perhaps: readonly TreeEntry[],
  texts: readonly TreeEntry[],
): Promise<readonly TreeEntry[]> {
  let left = perhaps;
  for (const entry of texts) {
    if (left.length === 0) break;
    const { text } = decodeText(await tree.bytes(entry, mostText));
    left = left.filter(({ name }) => !says(text, name));
  }
  return left;
}

/** A page writes a name plainly, or escaped as addresses are; scripts often put the folder before it themselves. */
function says(text: string, path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    text.includes(name) || text.includes(encodeURIComponent(name)) || text.includes(encodeURI(name))
  );
}

const bytesOf = (entries: readonly TreeEntry[]) => entries.reduce((sum, { size }) => sum + size, 0);
