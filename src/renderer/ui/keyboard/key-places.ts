import { nidaKeys } from './nida.ts';

/** Where a key lies on the desk's keyboard, and whether Shift is held for it. */
export interface PlacedKey {
  readonly code: string;
  readonly shifted: boolean;
}

/** The keys of a keyboard as they lie, by `KeyboardEvent.code`, with widths in keys. */
export const keyboardRows: readonly (readonly (readonly [code: string, width: number])[])[] = [
  row('Backquote', 'Digit', '1234567890', ['Minus', 1], ['Equal', 1], ['Backspace', 2]),
  [
    ['Tab', 1.5],
    ...letters('QWERTYUIOP'),
    ['BracketLeft', 1],
    ['BracketRight', 1],
    ['Backslash', 1.5],
  ],
  [['CapsLock', 1.75], ...letters('ASDFGHJKL'), ['Semicolon', 1], ['Quote', 1], ['Enter', 2.25]],
  [
    ['ShiftLeft', 2.25],
    ...letters('ZXCVBNM'),
    ['Comma', 1],
    ['Period', 1],
    ['Slash', 1],
    ['ShiftRight', 2.75],
  ],
  [
    ['ControlLeft', 1.5],
    ['AltLeft', 1.5],
    ['Space', 6.5],
    ['AltRight', 1.5],
    ['ArrowLeft', 1],
    ['ArrowUp', 1],
    ['ArrowDown', 1],
    ['ArrowRight', 1],
  ],
];

type Placed = readonly [code: string, width: number];

function row(first: string, prefix: string, each: string, ...rest: readonly Placed[]): Placed[] {
  return [[first, 1], ...Array.from(each, (name): Placed => [prefix + name, 1]), ...rest];
}

function letters(each: string): Placed[] {
  return Array.from(each, (name): Placed => [`Key${name}`, 1]);
}

/** Keys whose value is not what they type. */
const named: Readonly<Record<string, string>> = {
  ' ': 'Space',
  Shift: 'ShiftLeft',
  Control: 'ControlLeft',
  Alt: 'AltLeft',
};

export const latinSigns: Readonly<Record<string, readonly [alone: string, shifted: string]>> = {
  Backquote: ['`', '~'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
};
/** By the digit they stand over. */
export const shiftedDigits = ')!@#$%^&*(';

/** The key that gives a `KeyboardEvent.key` value, or a Khmer sign; null where no key does. */
export function placeOfKey(key: string): PlacedKey | null {
  const special = named[key];
  if (special !== undefined) return { code: special, shifted: false };
  if (/^[a-z]$/i.test(key)) {
    return { code: `Key${key.toUpperCase()}`, shifted: key !== key.toLowerCase() };
  }
  if (/^\d$/.test(key)) return { code: `Digit${key}`, shifted: false };
  const digit = key.length === 1 ? shiftedDigits.indexOf(key) : -1;
  if (digit >= 0) return { code: `Digit${digit}`, shifted: true };
  return inTable(latinSigns, key) ?? inTable(nidaKeys, key) ?? onBoard(key);
}

function inTable(
  table: Readonly<Record<string, readonly string[]>>,
  key: string,
): PlacedKey | null {
  for (const [code, signs] of Object.entries(table)) {
    const level = signs.indexOf(key);
    if (level === 0 || level === 1) return { code, shifted: level === 1 };
  }
  return null;
}

/** Keys named after themselves: Enter, Backspace, ArrowLeft… */
function onBoard(key: string): PlacedKey | null {
  const found = keyboardRows.some((keys) => keys.some(([code]) => code === key));
  return found ? { code: key, shifted: false } : null;
}
