import { mostRead } from '../../domain/library/most-read.ts';
import type { MostReadView } from '../../shared/contracts/ipc/library-view.ts';
import type { Catalogue, CataloguePiece } from '../catalogue/catalogue.ts';
import type { LearnerSummary } from '../learners/learner-summary.ts';

const mostTold = 10;

/** The library's books that most learners of the lab have opened, with counts that name nobody ([LIB5]). */
export function mostReadView(
  summaries: Iterable<Pick<LearnerSummary, 'opened'>>,
  { shelves }: Pick<Catalogue, 'shelves'>,
): MostReadView {
  const books = new Map<string, CataloguePiece>();
  for (const { items } of shelves.values()) for (const book of items) books.set(book.key, book);
  const readers = [...summaries].map(({ opened }) => opened.filter((key) => books.has(key)));
  return {
    books: mostRead(readers, mostTold).flatMap(({ key, atLeast }) => {
      const item = books.get(key)?.item;
      return item === undefined ? [] : [{ key, title: item.title, atLeast }];
    }),
    hasLibrary: books.size > 0,
  };
}
