import { bookSearch } from '../../domain/library/book-search.ts';
import type { BookSearch } from '../../domain/library/book-search.ts';
import { readingLevels } from '../../shared/contracts/pack-manifest.ts';
import type { ReadingLevel } from '../../shared/contracts/pack-manifest.ts';
import type { LibraryAsk } from '../../shared/contracts/ipc/library-view.ts';
import { inNameOrder } from '../../shared/khmer/collation.ts';
import type { Catalogue, CataloguePiece, CatalogueShelf } from '../catalogue/catalogue.ts';
import { spellings } from './spellings.ts';
import { normalizeAnswer } from '../khmer/normalize-answer.ts';

/** What stands in the library, shelf by shelf ([LIB1]), these by their titles ([KHM6]). */
export interface Library {
  readonly shelves: readonly CatalogueShelf[];
  readonly levels: readonly ReadingLevel[];
  /** Every book that fits, in the order of the shelves; by what fits the words best, where there are any. */
  booksFor(asked: Pick<LibraryAsk, 'shelf' | 'level' | 'words'>): readonly CataloguePiece[];
}

/**
 * Its search is made when first used; what takes long of it, the spelling of thousands of titles, is begun
 * when the library is first looked at. */
export function libraryOf(catalogue: Catalogue): Library {
  const filled = [...catalogue.shelves.values()].filter(({ items }) => items.length > 0);
  const shelves = inNameOrder(filled, ({ shelf }) => shelf.title.km);
  const books = shelves.flatMap(({ items }) => items);
  let search: BookSearch | null = null;
  const plain = spellings(normalizeAnswer);
  const all = () => {
    plain.prepare(books.flatMap(wordsOf));
    return books;
  };
  const find = (words: string): readonly CataloguePiece[] => {
    search ??= bookSearch(books.map(wordsOf), plain.of);
    return search.find(words).flatMap((place) => books[place] ?? []);
  };
  return {
    shelves,
    levels: readingLevels.filter((level) => books.some(({ item }) => item.level === level)),
    booksFor: ({ shelf, level, words }) =>
      (words.trim() === '' ? all() : find(words)).filter(
        ({ item }) =>
          (shelf === null || item.course === shelf) && (level === null || item.level === level),
      ),
  };
}

const wordsOf = ({ item: { title, authors = [] } }: CataloguePiece): string[] => [
  title.km,
  ...(title.en === undefined ? [] : [title.en]),
  ...authors,
];

/** Keeps a library, with its search, for as long as the same versions are installed. */
export function keptLibrary(): (catalogue: Catalogue) => Library {
  let kept: { readonly of: string; readonly library: Library } | null = null;
  return (catalogue) => {
    const of = catalogue.newest.map(({ id, version }) => `${id} ${version}`).join('\n');
    if (kept?.of !== of) kept = { of, library: libraryOf(catalogue) };
    return kept.library;
  };
}
