import { createContext, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Board } from '../../../shared/contracts/board.ts';
import type { SittingView } from '../../../shared/contracts/ipc/views.ts';
import { pressBoardKey, startBoard } from '../../ui/keyboard/boards.ts';
import type { BoardKey, BoardState, KeyboardKind } from '../../ui/keyboard/boards.ts';
import { useCommand } from '../station.ts';

interface OwnBoard {
  readonly board: Board;
  choose(board: Board): void;
}

/** Where nobody sits, as in an author's preview, the letters come up each time. */
const OwnBoardContext = createContext<OwnBoard>({ board: 'letters', choose: () => undefined });

/** Brings up the on-screen keyboard its learner chose last, at any station, and keeps what they choose ([KHM10]). */
export function OwnBoardProvider(props: {
  readonly sitting: Pick<SittingView, 'board'>;
  readonly children: ReactNode;
}) {
  const { sitting, children } = props;
  const [chosen, setChosen] = useState<Board | null>(null);
  const { run } = useCommand('board.choose');
  const board = chosen ?? sitting.board ?? 'letters';
  const own = useMemo(
    () => ({
      board,
      choose(next: Board) {
        setChosen(next);
        void run({ board: next });
      },
    }),
    [board, run],
  );
  return <OwnBoardContext value={own}>{children}</OwnBoardContext>;
}

/** The arrangement its learner chose last, and what keeps another. */
export const useBoardChoice = (): OwnBoard => useContext(OwnBoardContext);

/** A board that comes up as its learner left the last one; what it is changed to is kept. */
export function useOwnBoard(kind: KeyboardKind) {
  const own = useBoardChoice();
  const [board, setBoard] = useState(() => startBoard(kind, own.board));
  const show = (next: BoardState) => {
    setBoard(next);
    if (next.arrangement !== board.arrangement) own.choose(next.arrangement);
  };
  return { board, show, press: (key: BoardKey) => show(pressBoardKey(board, key)) };
}
