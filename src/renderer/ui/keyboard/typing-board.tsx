import type { RefObject } from 'react';
import { typeInto } from '../typing/type-into.ts';
import { deedOfBoardKey, pressBoardKey } from './boards.ts';
import type { BoardKey, BoardState } from './boards.ts';
import { OnScreenKeyboard, SideKeys } from './on-screen-keyboard.tsx';
import './typing-board.css';

interface TypingBoardProps {
  readonly board: BoardState;
  readonly onBoard: (board: BoardState) => void;
  /** Where its keys type. */
  readonly field: RefObject<HTMLInputElement | null>;
}

/** The whole on-screen keyboard: its keys, and beside them the space and the way to the other board. */
export function TypingBoard({ board, onBoard, field }: TypingBoardProps) {
  const press = (key: BoardKey) => {
    onBoard(pressBoardKey(board, key));
    const deed = deedOfBoardKey(key);
    if (deed !== null && field.current !== null) typeInto(field.current, deed);
  };
  return (
    <div className="typing-board">
      <OnScreenKeyboard board={board} onKey={press} />
      <SideKeys board={board} onKey={press} />
    </div>
  );
}
