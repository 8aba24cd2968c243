import { Bookmark as BookmarkSign, X } from 'lucide-react';
import { createSayHook } from '../../i18n/language.tsx';
import { bookTexts } from '../../i18n/texts/books.ts';
import { Button } from '../../ui/button.tsx';
import type { Bookmark } from './book-place.ts';
import type { ReaderState } from './reader.ts';
import { screenNamed } from '../../ui/screen-name.ts';

const useSay = createSayHook(bookTexts);

interface ContentsProps {
  readonly state: ReaderState;
  readonly marks: readonly Bookmark[];
  readonly onGo: (at: string) => void;
  readonly onClose: () => void;
}

/** The learner's own marks, then the chapters. */
export function ContentsPanel({ state, marks, onGo, onClose }: ContentsProps) {
  const say = useSay();
  const { chapters, position } = state;
  return (
    <section className="book__panel" aria-label={say('contents')} {...screenNamed('book-contents')}>
      <header className="book__panel-head">
        <h1>{say('contents')}</h1>
        <Button icon={X} label={say('close')} layout="stacked" first onPress={onClose} />
      </header>
      <ul className="book__list">
        {marks.map(({ at, page, chapter }) => (
          <li key={`mark ${page}`}>
            <button type="button" className="book__row" onClick={() => onGo(at)}>
              <BookmarkSign className="book__sign" aria-hidden="true" />
              <span>{chapter === '' ? say('marked') : chapter}</span>
              {!state.scrolled && (
                <span className="book__number">{say('at', { page: page + 1 })}</span>
              )}
            </button>
          </li>
        ))}
        {chapters.map(({ title, at, depth }, index) => (
          <li key={`${index} ${at}`}>
            <button
              type="button"
              className={`book__row book__row--${depth}`}
              aria-current={title === position?.chapter ? 'location' : undefined}
              onClick={() => onGo(at)}
            >
              <span>{title}</span>
            </button>
          </li>
        ))}
      </ul>
      {chapters.length + marks.length === 0 && <p>{say('no-contents')}</p>}
    </section>
  );
}
