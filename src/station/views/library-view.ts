import { pieceStatus } from '../../domain/piece-progress.ts';
import { compareOrder } from '../../domain/order.ts';
import type { LearnerState } from '../../shared/contracts/documents/state.ts';
import type { BookCard, LibraryAsk, LibraryView } from '../../shared/contracts/ipc/library-view.ts';
import type { CataloguePiece } from '../catalogue/catalogue.ts';
import type { Library } from '../library/library.ts';
import { pieceCard } from './lesson-card.ts';
import type { CardSource } from './lesson-card.ts';

/** What a window shows when nobody has signed in. */
export const emptyLibrary: LibraryView = { shelves: [], levels: [], total: 0, books: [] };

/** A page of the library, as this learner left its books ([LIB2]). */
export function libraryView(
  library: Library,
  asked: LibraryAsk,
  state: LearnerState,
  source: CardSource,
): LibraryView {
  const found = library.booksFor(asked);
  const inOrder = asked.words.trim() === '' ? begunFirst(found, state) : found;
  const { from, count } = asked;
  return {
    shelves: library.shelves.map(({ shelf, pack, version }) => ({
      shelf: shelf.id,
      title: shelf.title,
      picture: shelf.picture,
      base: source.baseOf(pack, version),
    })),
    levels: [...library.levels],
    total: inOrder.length,
    books: inOrder.slice(from, from + count).map((book) => bookCard(book, state, source)),
  };
}

/** What was begun is where the hand goes first, what was touched last before all. */
function begunFirst(books: readonly CataloguePiece[], { pieces }: LearnerState): CataloguePiece[] {
  const begun = books.flatMap((book) => {
    const progress = pieces[book.key];
    return progress !== undefined && pieceStatus(progress) === 'begun' ? [{ book, progress }] : [];
  });
  begun.sort((a, b) => compareOrder(b.progress.touched, a.progress.touched));
  const first = new Set(begun.map(({ book }) => book));
  return [...first, ...books.filter((book) => !first.has(book))];
}

function bookCard(book: CataloguePiece, state: LearnerState, source: CardSource): BookCard {
  const { authors = [], level = null } = book.item;
  const card = pieceCard(book, state.pieces[book.key], source);
  return { ...card, waitsFor: null, authors, level };
}
