import { Languages } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { startBoard } from '../../ui/keyboard/boards.ts';
import type { BoardState } from '../../ui/keyboard/boards.ts';
import { TypingBoard } from '../../ui/keyboard/typing-board.tsx';
import { pressInto, snapCaret } from '../../ui/typing/type-into.ts';
import { useOwnBoard } from '../shell/own-board.tsx';
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
  const { board, show } = useOwnBoard(language === 'km' ? 'khmer' : 'latin');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
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
          ref={field}
          onChange={({ target }) => onWords(target.value)}
          onKeyDown={(event) => pressInto(event.currentTarget, event.nativeEvent, board.kind)}
          onSelect={({ currentTarget }) => snapCaret(currentTarget)}
        />
        <Button
          icon={Languages}
          label={board.kind === 'khmer' ? 'ABC' : 'កខគ'}
          onPress={() => show(startBoard(otherScript(), board.arrangement))}
        />
      </div>
      {children}
      <TypingBoard board={board} onBoard={show} field={field} />
    </main>
  );
}
