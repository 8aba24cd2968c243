import { treeParts } from '../file-tree.ts';
import type { FileTree, ForeignFile, TreeEntry } from '../foreign-file.ts';
import { nothingIn } from '../import-errors.ts';
import type { Imported, Importer, ImportNote } from '../importer.ts';
import { titled } from '../name-things.ts';
import { decodeText } from '../text/decode-text.ts';
import { filesOfTheirOwn } from './files-of-their-own.ts';
import { findEntryPage, pagesOf } from './find-entry-page.ts';

/** A folder of HTML, packed or not: anything with a page in it that no other importer claimed. */
export const htmlImporter: Importer = {
  kind: 'html',
  recognise: ({ tree }) => Promise.resolve(tree !== null && pagesOf(tree).length > 0),
  read: async ({ tree }: ForeignFile) => {
    const page = tree === null ? null : findEntryPage(tree);
    if (tree === null || page === null) throw nothingIn('there is no HTML page in it');
    return readSite(tree, page.entry, page.notes);
  },
};

async function readSite(
  tree: FileTree,
  page: TreeEntry,
  notes: readonly ImportNote[],
): Promise<Imported> {
  return {
    licence: null,
    notes: [...tree.notes, ...notes, ...(await filesOfTheirOwn(tree))],
    things: [
      {
        kind: 'piece',
        name: null,
        title: titled(await pageTitle(tree, page)),
        files: treeParts(tree),
        cover: null,
        sign: 'page',
        item: (base) => ({ ...base, kind: 'html', entry: `${base.folder}/${page.name}` }),
      },
    ],
  };
}

const largestPage = 8 * 1024 * 1024;

/** What the page calls itself, where that says something. */
async function pageTitle(tree: FileTree, page: TreeEntry): Promise<string | null> {
  if (page.size > largestPage) return null;
  const { text } = decodeText(await tree.bytes(page, largestPage));
  const written = /<title[^>]*>([^<]{1,300})<\/title>/i.exec(text)?.[1]?.trim() ?? '';
  const words = written.replaceAll(/&amp;/g, '&').replaceAll(/&(?:nbsp|#160);/g, ' ');
  return /^(?:untitled.*|document|index|title|)$/i.test(words) || words.includes('&#')
    ? null
    : words;
}
