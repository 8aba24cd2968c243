import { Keyboard, Languages, X } from 'lucide-react';
import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { createSayHook } from '../../i18n/language.tsx';
import { formTexts } from '../../i18n/texts/supervisor/forms.ts';
import { Button } from '../../ui/button.tsx';
import { startBoard } from '../../ui/keyboard/boards.ts';
import type { BoardState } from '../../ui/keyboard/boards.ts';
import { TypingBoard } from '../../ui/keyboard/typing-board.tsx';
import './desk-board.css';
import { screenNamed } from '../../ui/screen-name.ts';

const useFormSay = createSayHook(formTexts);

type Show = (field: HTMLInputElement) => void;
const BoardContext = createContext<Show>(() => undefined);

/**
 * The desk's on-screen keyboard, for a PC whose keyboard is broken and for who has a mouse alone
 * ([KHM8], [WCA2]): under what is shown, which makes room for it, never over it.
 */
export function DeskBoardProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<HTMLInputElement | null>(null);
  return (
    <BoardContext value={setShown}>
      <div className="desk-board__room">{children}</div>
      {shown !== null && <DeskBoard field={shown} onField={setShown} />}
    </BoardContext>
  );
}

interface DeskBoardProps {
  readonly field: HTMLInputElement;
  readonly onField: (field: HTMLInputElement | null) => void;
}

function DeskBoard({ field, onField }: DeskBoardProps) {
  const say = useFormSay();
  const [board, setBoard] = useState(() => boardFor(field));
  const target = useMemo(() => ({ current: field }), [field]);
  useFollowed(field, onField);
  useEffect(() => {
    field.focus();
    field.scrollIntoView({ block: 'nearest' });
  }, [field]);
  const otherKind = board.kind === 'khmer' ? 'latin' : 'khmer';
  return (
    <section className="desk-board" {...screenNamed('desk-board')} aria-label={say('board')}>
      <TypingBoard board={board} onBoard={setBoard} field={target} />
      <div className="desk-board__ends">
        <Button
          icon={Languages}
          label={board.kind === 'khmer' ? 'ABC' : 'កខគ'}
          onPress={() => setBoard(startBoard(otherKind, board.arrangement))}
        />
        <Button icon={X} label={say('board.close')} onPress={() => onField(null)} />
      </div>
    </section>
  );
}

const boardFor = (field: HTMLInputElement): BoardState =>
  startBoard(field.lang === 'km' ? 'khmer' : 'latin', 'keyboard');

/** Goes with the focus from field to field, and goes away with the last of them. */
function useFollowed(field: HTMLInputElement, onField: DeskBoardProps['onField']): void {
  const latest = useRef(onField);
  useEffect(() => {
    latest.current = onField;
  }, [onField]);
  useEffect(() => {
    const follow = ({ target }: FocusEvent) => {
      if (isTyped(target) && target !== field) latest.current(target);
    };
    const watch = new MutationObserver(() => {
      if (!field.isConnected) latest.current(null);
    });
    document.addEventListener('focusin', follow);
    watch.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', follow);
      watch.disconnect();
    };
  }, [field]);
}

const isTyped = (target: EventTarget | null): target is HTMLInputElement =>
  target instanceof HTMLInputElement && (target.type === 'text' || target.type === 'password');

/** Opens the on-screen keyboard for the field it stands beside. */
export function BoardButton() {
  const say = useFormSay();
  const show = useContext(BoardContext);
  const open = ({ currentTarget }: MouseEvent) => {
    const field = currentTarget.parentElement?.querySelector('input');
    if (field) show(field);
  };
  return (
    <button
      type="button"
      className="form__keys"
      aria-label={say('board')}
      title={say('board')}
      onClick={open}
    >
      <Keyboard aria-hidden="true" />
    </button>
  );
}
