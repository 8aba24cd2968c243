import { X } from 'lucide-react';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { bookTexts } from '../../i18n/texts/books.ts';
import { Button } from '../../ui/button.tsx';
import { pressBoardKey, startBoard } from '../../ui/keyboard/boards.ts';
import type { BoardKey } from '../../ui/keyboard/boards.ts';
import { khmerSign } from '../../ui/keyboard/nida.ts';
import { OnScreenKeyboard } from '../../ui/keyboard/on-screen-keyboard.tsx';
import type { Reader } from './reader.ts';
import { useFind } from './use-find.ts';

const useSay = createSayHook(bookTexts);
const longestWords = 100;

interface FindProps {
  readonly reader: Reader;
  readonly onGo: (at: string) => void;
  readonly onClose: () => void;
}

/** Words typed at the desk or on the screen, and where in the book they stand. */
export function FindPanel({ reader, onGo, onClose }: FindProps) {
  const say = useSay();
  const [words, setWords] = useState('');
  const { found, looking } = useFind(reader, words);
  const type = (sign: string) => setWords((before) => (before + sign).slice(0, longestWords));
  const erase = () => setWords((before) => [...before].slice(0, -1).join(''));
  return (
    <section className="book__panel" aria-label={say('find')}>
      <header className="book__panel-head">
        <WordsField words={words} onChange={setWords} onSign={type} />
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
      {found.length === 0 && <Board onSign={type} onErase={erase} />}
    </section>
  );
}

function WordsField(props: {
  readonly words: string;
  readonly onChange: (words: string) => void;
  readonly onSign: (sign: string) => void;
}) {
  const say = useSay();
  const language = useLanguage();
  /** No input method is there: keys of the desk type Khmer by their places. */
  const press = (event: KeyboardEvent) => {
    const isSign = /^[\x20-\x7e]$/.test(event.key) && !event.ctrlKey && !event.metaKey;
    const { code, shiftKey, altKey } = event;
    const sign =
      language === 'km' && isSign ? khmerSign({ code, shiftKey, alternate: altKey }) : null;
    if (sign === null) return;
    event.preventDefault();
    props.onSign(sign);
  };
  return (
    <input
      className="book__field"
      value={props.words}
      maxLength={longestWords}
      aria-label={say('find.words')}
      autoComplete="off"
      spellCheck={false}
      ref={focusOnce}
      onChange={({ target }) => props.onChange(target.value)}
      onKeyDown={press}
    />
  );
}

const focusOnce = (field: HTMLInputElement | null) => field?.focus();

function Board(props: { readonly onSign: (sign: string) => void; readonly onErase: () => void }) {
  const language = useLanguage();
  const [board, setBoard] = useState(() =>
    startBoard(language === 'km' ? 'khmer' : 'latin', 'letters'),
  );
  const press = (key: BoardKey) => {
    setBoard(pressBoardKey(board, key));
    if (key.kind === 'sign') props.onSign(key.sign);
    if (key.kind === 'space') props.onSign(' ');
    if (key.kind === 'erase') props.onErase();
  };
  return <OnScreenKeyboard board={board} onKey={press} />;
}
