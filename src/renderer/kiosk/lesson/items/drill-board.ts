import { boardOf, startBoard } from '../../../ui/keyboard/boards.ts';
import type { BoardKey, BoardState, KeyboardKind } from '../../../ui/keyboard/boards.ts';

/** The keys of a drill on the screen ([LSN19]): which board they are on, and which of them comes next. */

/** Under the letters, as on the desk; none of them is on a board. */
export const lastRow = [' ', 'Enter', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight'] as const;

const levels = [0, 1, 2] as const;

/** What touching a key of a board counts as, as a `KeyboardEvent.key` value; null where it is none. */
export function saidBy(key: BoardKey): string | null {
  switch (key.kind) {
    case 'sign':
      return key.sign;
    case 'space':
      return ' ';
    case 'erase':
      return 'Backspace';
    case 'shift':
      return 'Shift';
    case 'next':
    case 'back':
    case 'other-board':
    case 'gap':
      return null;
  }
}

/** The board on which the asked key lies; that of the drill's letters where it lies on neither, or on both. */
export function drillBoard(
  keys: readonly string[],
  asked: string | undefined,
  level: BoardState['level'],
): BoardState {
  const written: KeyboardKind = keys.some((key) => /\p{Script=Khmer}/u.test(key))
    ? 'khmer'
    : 'latin';
  const other = written === 'khmer' ? 'latin' : 'khmer';
  const away =
    asked !== undefined && levelOf(written, asked) === null && levelOf(other, asked) !== null;
  return { ...startBoard(away ? other : written, 'keyboard'), level };
}

/** Whether this key of the board is the one to touch next: the asked one, or Shift on the way to it. */
export function leadsTo(asked: string | undefined, key: BoardKey, board: BoardState): boolean {
  if (asked === undefined) return false;
  const away = levelOf(board.kind, asked) !== null && !isAt(board, asked);
  return away ? key.kind === 'shift' : saidBy(key) === asked;
}

/** Keys of the drill that stand neither on its boards nor in the last row: they get places of their own. */
export function furtherKeys(keys: readonly string[]): string[] {
  const named: readonly string[] = lastRow;
  const lacks = (key: string) =>
    !named.includes(key) && levelOf('khmer', key) === null && levelOf('latin', key) === null;
  return [...new Set(keys)].filter(lacks);
}

/** The lowest level of a board at which a key counts as this one. */
function levelOf(kind: KeyboardKind, name: string): BoardState['level'] | null {
  return levels.find((level) => isAt({ ...startBoard(kind, 'keyboard'), level }, name)) ?? null;
}

const isAt = (board: BoardState, name: string): boolean =>
  boardOf(board, String)
    .rows.flat()
    .some((key) => saidBy(key) === name);
