import { describe, expect, it } from 'vitest';
import { boardOf } from '../../../ui/keyboard/boards.ts';
import { drillBoard, furtherKeys, leadsTo, saidBy } from './drill-board.ts';

/** What the keys of the board lead to that is asked for: one after the other, until it is said. */
function wayTo(keys: readonly string[], asked: string): (string | null)[] {
  const way: (string | null)[] = [];
  for (const level of [0, 1, 2] as const) {
    const board = drillBoard(keys, asked, level);
    const next = boardOf(board, String)
      .rows.flat()
      .filter((key) => leadsTo(asked, key, board));
    way.push(...next.map(saidBy));
    if (next.some((key) => saidBy(key) === asked)) return way;
  }
  return way;
}

describe('the keys of a drill on the screen [LSN19]', () => {
  it('lead to every sign a Khmer keyboard has, by Shift where it takes that', () => {
    expect(wayTo(['ក'], 'ក')).toEqual(['ក']);
    expect(wayTo(['គ'], 'គ')).toEqual(['Shift', 'គ']);
    expect(wayTo(['ឱ'], 'ឱ')).toEqual(['Shift', 'Shift', 'ឱ']);
  });

  it('lead to Latin letters, capitals, digits and keys that are no signs', () => {
    expect(wayTo(['f'], 'f')).toEqual(['f']);
    expect(wayTo(['F'], 'F')).toEqual(['Shift', 'F']);
    expect(wayTo(['1'], '1')).toEqual(['1']);
    expect(wayTo(['f', 'Backspace'], 'Backspace')).toEqual(['Backspace']);
  });

  it('change over where a key of the other script is asked for', () => {
    expect(drillBoard(['ក', 'a'], 'a', 0).kind).toBe('latin');
    expect(drillBoard(['ក', 'a'], 'ក', 0).kind).toBe('khmer');
    expect(drillBoard(['ក', '!'], '!', 0).kind).toBe('khmer');
  });

  it('have a place for whatever else an author asks for', () => {
    expect(furtherKeys(['a', ' ', 'Enter', 'Escape', 'Escape', 'é', 'Shift'])).toEqual([
      'Escape',
      'é',
    ]);
  });

  it('mark nothing once all are pressed', () => {
    const board = drillBoard(['a'], undefined, 0);
    const marked = boardOf(board, String).rows.flat();
    expect(marked.filter((key) => leadsTo(undefined, key, board))).toEqual([]);
  });
});
