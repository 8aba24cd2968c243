import { Languages, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Board } from '../../../shared/contracts/board.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { bookTexts } from '../../i18n/texts/books.ts';
import { Button } from '../../ui/button.tsx';
import { startBoard } from '../../ui/keyboard/boards.ts';
import type { BoardState } from '../../ui/keyboard/boards.ts';
import { TypingBoard } from '../../ui/keyboard/typing-board.tsx';
import { pressInto, snapCaret } from '../../ui/typing/type-into.ts';
import type { Reader } from './reader.ts';
import { useFind } from './use-find.ts';
import { screenNamed } from '../../ui/screen-name.ts';

const useSay = createSayHook(bookTexts);
const longestWords = 100;

interface FindProps {
  /** The on-screen keyboard that comes up. */
  readonly arrangement: Board;
  readonly onArrangement: (arrangement: Board) => void;
  readonly reader: Reader;
  readonly onGo: (at: string) => void;
  readonly onClose: () => void;
}

/** Words typed at the desk or on the screen, and where in the book they stand. */
export function FindPanel({ arrangement, onArrangement, reader, onGo, onClose }: FindProps) {
  const say = useSay();
  const [words, setWords] = useState('');
  const { found, looking } = useFind(reader, words);
  const language = useLanguage();
  const [board, setBoard] = useState(() =>
    startBoard(language === 'km' ? 'khmer' : 'latin', arrangement),
  );
  const show = (next: BoardState) => {
    setBoard(next);
    if (next.arrangement !== board.arrangement) onArrangement(next.arrangement);
  };
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <section className="book__panel" aria-label={say('find')} {...screenNamed('book-find')}>
      <header className="book__panel-head">
        <input
          className="book__field"
          value={words}
          maxLength={longestWords}
          aria-label={say('find.words')}
          autoComplete="off"
          spellCheck={false}
          ref={field}
          onChange={({ target }) => setWords(target.value)}
          onKeyDown={(event) => pressInto(event.currentTarget, event.nativeEvent, board.kind)}
          onSelect={({ currentTarget }) => snapCaret(currentTarget)}
        />
        <Button
          icon={Languages}
          label={board.kind === 'khmer' ? 'ABC' : 'កខគ'}
          layout="stacked"
          onPress={() =>
            setBoard(startBoard(board.kind === 'khmer' ? 'latin' : 'khmer', board.arrangement))
          }
        />
        <Button icon={X} label={say('close')} layout="stacked" onPress={onClose} />
      </header>
      <ul className="book__list">
        {found.map(({ at, page, title, before, words: there, after }, index) => (
          <li key={`${index} ${at}`}>
            <button type="button" className="book__row" onClick={() => onGo(at)}>
              <span>
                {title !== null && <strong className="book__title">{title}</strong>}
                {title === null && '…'}
                {before}
                {there !== '' && <mark className="book__found">{there}</mark>}
                {after}…
              </span>
              {page !== null && (
                <span className="book__number">{say('at', { page: page + 1 })}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {looking && <p>{say('find.looking')}</p>}
      {!looking && words.trim() !== '' && found.length === 0 && <p>{say('find.none')}</p>}
      {found.length === 0 && <TypingBoard board={board} onBoard={show} field={field} />}
    </section>
  );
}
