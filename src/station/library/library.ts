import { bookSearch } from '../../domain/library/book-search.ts';
import { readingLevels } from '../../shared/contracts/pack-manifest.ts';
import type { ReadingLevel } from '../../shared/contracts/pack-manifest.ts';
import type { LibraryAsk } from '../../shared/contracts/ipc/library-view.ts';
import { inNameOrder } from '../../shared/khmer/collation.ts';
import type { Catalogue, CataloguePiece, CatalogueShelf } from '../catalogue/catalogue.ts';
import { onceInSlices } from './in-slices.ts';
import { normalizeAnswer } from '../khmer/normalize-answer.ts';

/** Taken into the search at once: some milliseconds of an old PC. */
const booksAtOnce = 20;

/** What stands in the library, shelf by shelf ([LIB1]), these by their titles ([KHM6]). */
export interface Library {
  readonly shelves: readonly CatalogueShelf[];
  readonly levels: readonly ReadingLevel[];
  /**
   * Begins to make the search, a few books at a time between whatever else there is to do; in one go
   * it takes seconds of an old PC for thousands of titles. Once is enough.
   */
  prepare(): void;
  /** Every book that fits, in the order of the shelves; by what fits the words best, where there are any. */
  booksFor(asked: Pick<LibraryAsk, 'shelf' | 'level' | 'words'>): readonly CataloguePiece[];
}

export function libraryOf(catalogue: Catalogue): Library {
  const filled = [...catalogue.shelves.values()].filter(({ items }) => items.length > 0);
  const shelves = inNameOrder(filled, ({ shelf }) => shelf.title.km);
  const books = shelves.flatMap(({ items }) => items);
  const search = bookSearch(books.map(wordsOf), normalizeAnswer);
  const prepare = onceInSlices(() => search.takeIn(booksAtOnce));
  const find = (words: string): readonly CataloguePiece[] =>
    search.find(words).flatMap((place) => books[place] ?? []);
  return {
    shelves,
    levels: readingLevels.filter((level) => books.some(({ item }) => item.level === level)),
    prepare,
    booksFor: ({ shelf, level, words }) =>
      (words.trim() === '' ? books : find(words)).filter(
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
