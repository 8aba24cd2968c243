import { Check } from 'lucide-react';
import type { BookCard as Book } from '../../../shared/contracts/ipc/library-view.ts';
import { KindSign } from '../piece/kind-sign.tsx';
import { PackPicture, PackText } from '../shell/pack-media.tsx';
import { useSay } from '../shell/say.ts';
import { LevelSign } from './level-sign.tsx';

interface BookCardProps {
  readonly book: Book;
  readonly onOpen: (book: Book) => void;
}

/** A book or film by its cover, with what it is, how much there is to read, and whether it was begun. */
export function BookCard({ book, onOpen }: BookCardProps) {
  const say = useSay();
  const { status, kind, level, authors, base, picture, title } = book;
  return (
    <button type="button" className={`book-card book-card--${status}`} onClick={() => onOpen(book)}>
      <span className="book-card__cover">
        <PackPicture base={base} picture={picture} />
      </span>
      <KindSign kind={kind} />
      <LevelSign level={level} />
      <span className="book-card__title">
        <PackText phrase={title} />
      </span>
      {authors.length > 0 && <span className="book-card__authors">{authors.join(' · ')}</span>}
      {status === 'begun' && <span className="unseen">{say('piece.begun')}</span>}
      {status === 'done' && (
        <span className="book-card__done">
          <Check aria-label={say('lesson.done')} />
        </span>
      )}
    </button>
  );
}
