import { Languages } from 'lucide-react';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { pressBoardKey, startBoard } from '../../ui/keyboard/boards.ts';
import type { BoardKey, BoardState } from '../../ui/keyboard/boards.ts';
import { OnScreenKeyboard } from '../../ui/keyboard/on-screen-keyboard.tsx';
import { eraseSign } from '../lesson/drafts/text-draft.ts';
import { typedSign } from '../lesson/items/typed-sign.ts';
import { useSay } from '../shell/say.ts';

const longestWords = 100;
type Script = Extract<BoardState['kind'], 'khmer' | 'latin'>;

interface WordsSearchProps {
  readonly words: string;
  readonly onWords: (words: string) => void;
  /** What was found, between the field and the keys. */
  readonly children: React.ReactNode;
}

/** Words typed in either script, at the desk or on the screen; what is found moves with each key. */
export function WordsSearch({ words, onWords, children }: WordsSearchProps) {
  const say = useSay();
  const language = useLanguage();
  const [board, setBoard] = useState(() =>
    startBoard(language === 'km' ? 'khmer' : 'latin', 'letters'),
  );
  const type = (sign: string) => onWords((words + sign).slice(0, longestWords));
  const erase = () =>
    onWords(eraseSign({ type: 'textEntry', text: words, caret: words.length }).text);
  const press = (key: BoardKey) => {
    setBoard(pressBoardKey(board, key));
    if (key.kind === 'sign') type(key.sign);
    if (key.kind === 'space') type(' ');
    if (key.kind === 'erase') erase();
  };
  const pressAtDesk = (event: KeyboardEvent) => {
    const sign = typedSign(event, board.kind, String);
    if (sign === null) return;
    event.preventDefault();
    if (sign === 'erase') erase();
    else type(sign.text);
  };
  const otherScript = (): Script => (board.kind === 'khmer' ? 'latin' : 'khmer');
  return (
    <main className="library library--searching">
      <div className="library__words">
        <input
          className="library__field"
          value={words}
          maxLength={longestWords}
          aria-label={say('library.words')}
          autoComplete="off"
          spellCheck={false}
          ref={focusOnce}
          onChange={({ target }) => onWords(target.value)}
          onKeyDown={pressAtDesk}
        />
        <Button
          icon={Languages}
          label={board.kind === 'khmer' ? 'ABC' : 'កខគ'}
          onPress={() => setBoard(startBoard(otherScript(), board.arrangement))}
        />
      </div>
      {children}
      <OnScreenKeyboard board={board} onKey={press} />
    </main>
  );
}

const focusOnce = (field: HTMLInputElement | null) => field?.focus();
