import { treeParts } from '../file-tree.ts';
import type { FileTree, TreeEntry } from '../foreign-file.ts';
import { unreadable, unsupported } from '../import-errors.ts';
import type { ForeignPart, Imported, Importer, ImportNote } from '../importer.ts';
import { titled } from '../name-things.ts';
import { decodeText } from '../text/decode-text.ts';
import { lockOf, packagePathIn, readPackage } from './book-package.ts';
import type { BookPackage } from './book-package.ts';
import { remoteNotes } from './remote-notes.ts';

const containerName = 'META-INF/container.xml';
/** Package documents of books of thousands of files are this large, bytes. */
const largestDocument = 16 * 1024 * 1024;
const longestLicence = 200;
/** Of one sort; the rest is counted. */
const mostNotes = 10;

/** A book in EPUB 2 or 3: unpacked as it is, for our own player. */
export const epubImporter: Importer = {
  kind: 'epub',
  recognise: ({ tree }) => Promise.resolve(tree?.find(containerName) !== undefined),
  read: async ({ tree }) => {
    const container = tree?.find(containerName);
    if (tree === null || container === undefined) throw unreadable('there is no book in it');
    await refuseLocked(tree);
    const named = packagePathIn(await textOf(tree, container));
    const entry = tree.find(named);
    if (entry === undefined) throw unreadable('its package document is not in it', named);
    const book = readPackage(await textOf(tree, entry), entry.name);
    return imported(tree, entry, book, await remoteNotes(tree, book));
  },
};

function imported(
  tree: FileTree,
  entry: TreeEntry,
  book: BookPackage,
  remote: readonly ImportNote[],
): Imported {
  return {
    licence: book.licence?.slice(0, longestLicence) ?? null,
    notes: [...tree.notes, ...notesOf(tree, book), ...remote],
    things: [
      {
        kind: 'piece',
        name: null,
        title: titled(book.title),
        files: treeParts(tree),
        cover: coverOf(tree, book),
        sign: 'book',
        item: (base) => ({
          ...base,
          kind: 'epub',
          entry: `${base.folder}/${entry.name}`,
          ...authorsOf(book),
        }),
      },
    ],
  };
}

const mostAuthors = 8;
const longestAuthor = 120;

/** By whom the book is found in a library ([LIB3]). */
function authorsOf({ authors }: BookPackage): { readonly authors?: string[] } {
  const named = authors.slice(0, mostAuthors).map((name) => name.slice(0, longestAuthor));
  return named.length === 0 ? {} : { authors: named };
}

async function refuseLocked(tree: FileTree): Promise<void> {
  const found = tree.find('META-INF/encryption.xml');
  const lock = found === undefined ? null : lockOf(await textOf(tree, found));
  if (lock === null) return;
  throw unsupported(`the book is locked by its seller (DRM, ${lock}); ask for one without`);
}

async function textOf(tree: FileTree, entry: TreeEntry): Promise<string> {
  return decodeText(await tree.bytes(entry, largestDocument)).text;
}

/** A picture our own pages may show; drawings of others may hold more than lines. */
function coverOf(tree: FileTree, { cover }: BookPackage): ForeignPart | null {
  const entry = cover === null ? undefined : tree.find(cover);
  const [, extension] = /\.(png|jpe?g|webp)$/i.exec(entry?.name ?? '') ?? [];
  if (entry === undefined || extension === undefined) return null;
  return { path: `cover.${extension.toLowerCase()}`, open: () => tree.stream(entry) };
}

function notesOf(tree: FileTree, book: BookPackage): ImportNote[] {
  const absent = book.files.flatMap(({ path }) =>
    path === null || tree.find(path) !== undefined ? [] : [path],
  );
  const scripted = book.files.filter((file) => file.scripted).map(({ href }) => href);
  return [
    ...several('left-out', absent, 'The book names this file, but it is not in it.'),
    ...several('unsupported', scripted, 'This page has scripts; it is shown without them.'),
    ...(book.hasContents
      ? []
      : [{ sort: 'simplified', at: null, text: 'The book has no list of contents.' } as const]),
  ];
}

function several(sort: ImportNote['sort'], places: readonly string[], text: string): ImportNote[] {
  const notes = places.slice(0, mostNotes).map((at): ImportNote => ({ sort, at, text }));
  const more = places.length - notes.length;
  return more > 0 ? [...notes, { sort, at: null, text: `${more} more: ${text}` }] : notes;
}
