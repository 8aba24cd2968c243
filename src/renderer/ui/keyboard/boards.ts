import { latinSigns, shiftedDigits } from './key-places.ts';
import type { KeyDeed } from '../typing/typed-text.ts';
import { nidaKeys } from './nida.ts';
import type { KeyPlace } from './nida.ts';

/** A key on the screen: one that types, or one that does something. */
export type BoardKey =
  | {
      readonly kind: 'sign';
      readonly sign: string;
      /** What it types with Shift, shown small beside. */
      readonly shifted?: string;
    }
  | { readonly kind: 'space' | 'erase' | 'shift' | 'next' | 'back' | 'other-board' }
  /** Keeps the grid straight where a row has nothing. */
  | { readonly kind: 'gap' };

export interface Board {
  readonly rows: readonly (readonly BoardKey[])[];
  /** Keys that stand apart, at the side. */
  readonly side: readonly BoardKey[];
  /** `letters` are for beginners: few, 96 px at least; `keys` 64 px at least ([KSK2]). */
  readonly size: 'letters' | 'keys';
}

/** What an item asks to be typed with. */
export type KeyboardKind = 'khmer' | 'latin' | 'digits';

/** Which board is in front. */
export interface BoardState {
  readonly kind: KeyboardKind;
  /** Khmer and Latin: the alphabetical pages, or the keyboard as on the desk. */
  readonly arrangement: 'letters' | 'keyboard';
  readonly page: number;
  /** The signs of the keys alone, with Shift, or with the right Alt key. */
  readonly level: 0 | 1 | 2;
}

export const startBoard = (
  kind: KeyboardKind,
  arrangement: BoardState['arrangement'],
): BoardState => ({ kind, arrangement, page: 0, level: 0 });

const signs = (written: string): BoardKey[] =>
  written.split(' ').map((sign) => (sign === '_' ? { kind: 'gap' } : { kind: 'sign', sign }));

const does = (kind: Exclude<BoardKey['kind'], 'sign' | 'gap'>): BoardKey => ({ kind });

/** Letters in the order of the alphabet, 21 a page: consonants, their signs, vowels, the rest. */
const khmerPages: readonly (readonly string[])[] = [
  ['ក ខ គ ឃ ង ច ឆ', 'ជ ឈ ញ ដ ឋ ឌ ឍ', 'ណ ត ថ ទ ធ ន ប'],
  ['ផ ព ភ ម យ រ ល', 'វ ស ហ ឡ អ \u17d2 \u17cb', '\u17c9 \u17ca \u17d0 \u17cd \u17cc ៗ ។'],
  [
    '\u17b6 \u17b7 \u17b8 \u17b9 \u17ba \u17bb \u17bc',
    '\u17bd \u17be \u17bf \u17c0 \u17c1 \u17c2 \u17c3',
    '\u17c4 \u17c5 \u17bb\u17c6 \u17c6 \u17b6\u17c6 \u17c7 \u17c8',
  ],
  ['ឥ ឦ ឧ ឩ ឪ ឫ ឬ', 'ឭ ឮ ឯ ឰ ឱ ឲ ឳ', '១ ២ ៣ ៤ ៥ ៦ ៧'],
  ['៨ ៩ ០ ៛ ! ? ៕', '« » ( ) - = ,', '. : \u17cf \u17ce _ _ _'],
];

const latinPages: readonly (readonly string[])[] = [
  ['a b c d e f g', 'h i j k l m n', 'o p q r s t u'],
  ['v w x y z . ,', "! ? ' - @ : /", '1 2 3 4 5 6 7'],
  ['8 9 0 _ _ _ _', '_ _ _ _ _ _ _', '_ _ _ _ _ _ _'],
];

const keyboardPlaces: readonly (readonly KeyPlace[])[] = [
  [
    'Digit1',
    'Digit2',
    'Digit3',
    'Digit4',
    'Digit5',
    'Digit6',
    'Digit7',
    'Digit8',
    'Digit9',
    'Digit0',
    'Minus',
    'Equal',
  ],
  [
    'KeyQ',
    'KeyW',
    'KeyE',
    'KeyR',
    'KeyT',
    'KeyY',
    'KeyU',
    'KeyI',
    'KeyO',
    'KeyP',
    'BracketLeft',
    'BracketRight',
  ],
  [
    'KeyA',
    'KeyS',
    'KeyD',
    'KeyF',
    'KeyG',
    'KeyH',
    'KeyJ',
    'KeyK',
    'KeyL',
    'Semicolon',
    'Quote',
    'Backslash',
  ],
  ['KeyZ', 'KeyX', 'KeyC', 'KeyV', 'KeyB', 'KeyN', 'KeyM', 'Comma', 'Period', 'Slash'],
];

/** In counting order, five and five, as on two hands. */
const digitRows: readonly string[] = ['1 2 3 4 5', '6 7 8 9 0'];

const side: readonly BoardKey[] = [does('other-board'), does('space')];

function keyboardKeys({ kind, level }: BoardState): BoardKey[][] {
  const levels = kind === 'khmer' ? (place: KeyPlace) => nidaKeys[place] : latinLevels;
  return keyboardPlaces.map((row) => row.map((place) => keyOf(levels(place), level)));
}

/** A key that types nothing at its level, or nothing that can be seen, is none. */
function keyOf(levels: readonly string[], level: BoardState['level']): BoardKey {
  const sign = levels[level] ?? '';
  if (sign === '' || /^[\u200c\u200d]$/u.test(sign)) return { kind: 'gap' };
  const shifted = levels[1];
  return level > 0 || shifted === undefined || shifted === sign.toUpperCase()
    ? { kind: 'sign', sign }
    : { kind: 'sign', sign, shifted };
}

/** What a Latin key types alone and with Shift. */
function latinLevels(place: KeyPlace): readonly string[] {
  const name = place.replace(/^(?:Key|Digit)/, '');
  if (place.startsWith('Digit')) return [name, shiftedDigits.charAt(Number(name))];
  return latinSigns[place] ?? [name.toLowerCase(), name];
}

function lettersBoard(pages: readonly (readonly string[])[], page: number): Board {
  const [first = '', second = '', third = ''] = pages[page] ?? [];
  const rows = [
    [...signs(first), does('erase')],
    [...signs(second), does('back')],
    [...signs(third), does('next')],
  ];
  return { rows, side, size: 'letters' };
}

function keyboardBoard(rows: BoardKey[][]): Board {
  const [digits = [], upper = [], home = [], lower = []] = rows;
  return {
    rows: [digits, upper, home, [does('shift'), ...lower, does('erase')]],
    side,
    size: 'keys',
  };
}

/** How many pages of letters a kind of board has; 1 where there is nothing to page. */
export function pageCount(board: BoardState): number {
  if (board.kind === 'digits' || board.arrangement === 'keyboard') return 1;
  return (board.kind === 'khmer' ? khmerPages : latinPages).length;
}

/** The keys to show. @param digits how the digits board writes them, by language */
export function boardOf(board: BoardState, digits: (ascii: string) => string): Board {
  if (board.kind === 'digits') {
    const [upper = '', lower = ''] = digitRows.map(digits);
    const rows: BoardKey[][] = [
      [...signs(upper), { kind: 'gap' }],
      [...signs(lower), does('erase')],
    ];
    return { rows, side: [], size: 'letters' };
  }
  if (board.arrangement === 'letters') {
    return lettersBoard(board.kind === 'khmer' ? khmerPages : latinPages, board.page);
  }
  return keyboardBoard(keyboardKeys(board));
}

/** The levels that Shift goes round: Latin keys have two. */
const levelsOf = ({ kind }: BoardState) => (kind === 'khmer' ? 3 : 2);

function nextLevel(board: BoardState): BoardState['level'] {
  if (board.level === 0) return 1;
  return board.level === 1 && levelsOf(board) > 2 ? 2 : 0;
}

/** What a key on the screen does to the text; null where it changes the board alone. */
export function deedOfBoardKey(key: BoardKey): KeyDeed | null {
  if (key.kind === 'sign') return { kind: 'type', sign: key.sign };
  if (key.kind === 'space') return { kind: 'type', sign: ' ' };
  return key.kind === 'erase' ? { kind: 'erase' } : null;
}

/** What a key does to the board. Shift lasts for one sign, and pressed again leads to the third signs. */
export function pressBoardKey(board: BoardState, key: BoardKey): BoardState {
  const pages = pageCount(board);
  switch (key.kind) {
    case 'shift':
      return { ...board, level: nextLevel(board) };
    case 'next':
      return { ...board, page: (board.page + 1) % pages };
    case 'back':
      return { ...board, page: (board.page + pages - 1) % pages };
    case 'other-board':
      return startBoard(board.kind, board.arrangement === 'letters' ? 'keyboard' : 'letters');
    case 'sign':
    case 'space':
    case 'erase':
    case 'gap':
      return board.level > 0 ? { ...board, level: 0 } : board;
  }
}
