/**
 * The Khmer Unicode keyboard of NiDA, as in the X Keyboard Configuration Database (symbols/kh 1.0.1):
 * by the place of a key (`KeyboardEvent.code`), its sign alone, with Shift, and with the right Alt.
 * The locked session has no input method, so physical keys are read through this table ([KHM5]).
 */
type Signs = readonly [alone: string, shifted: string, alternate: string];

export const nidaKeys = {
  Backquote: ['«', '»', '\u200d'],
  Digit1: ['១', '!', '\u200c'],
  Digit2: ['២', 'ៗ', '@'],
  Digit3: ['៣', '"', '\u17d1'],
  Digit4: ['៤', '៛', '$'],
  Digit5: ['៥', '%', '€'],
  Digit6: ['៦', '\u17cd', '៙'],
  Digit7: ['៧', '\u17d0', '៚'],
  Digit8: ['៨', '\u17cf', '*'],
  Digit9: ['៩', '(', '{'],
  Digit0: ['០', ')', '}'],
  Minus: ['ឥ', '\u17cc', '×'],
  Equal: ['ឲ', '=', '\u17ce'],
  Backslash: ['ឮ', 'ឭ', '\\'],
  KeyQ: ['ឆ', 'ឈ', 'ៜ'],
  KeyW: ['\u17b9', '\u17ba', '\u17dd'],
  KeyE: ['\u17c1', '\u17c2', 'ឯ'],
  KeyR: ['រ', 'ឬ', 'ឫ'],
  KeyT: ['ត', 'ទ', 'ឨ'],
  KeyY: ['យ', '\u17bd', ''],
  KeyU: ['\u17bb', '\u17bc', ''],
  KeyI: ['\u17b7', '\u17b8', 'ឦ'],
  KeyO: ['\u17c4', '\u17c5', 'ឱ'],
  KeyP: ['ផ', 'ភ', 'ឰ'],
  BracketLeft: ['\u17c0', '\u17bf', 'ឩ'],
  BracketRight: ['ឪ', 'ឧ', 'ឳ'],
  KeyA: ['\u17b6', '\u17b6\u17c6', ''],
  KeyS: ['ស', '\u17c3', ''],
  KeyD: ['ដ', 'ឌ', ''],
  KeyF: ['ថ', 'ធ', ''],
  KeyG: ['ង', 'អ', ''],
  KeyH: ['ហ', '\u17c7', ''],
  KeyJ: ['\u17d2', 'ញ', ''],
  KeyK: ['ក', 'គ', 'ឝ'],
  KeyL: ['ល', 'ឡ', ''],
  Semicolon: ['\u17be', '\u17c4\u17c7', '៖'],
  Quote: ['\u17cb', '\u17c9', '\u17c8'],
  KeyZ: ['ឋ', 'ឍ', ''],
  KeyX: ['ខ', 'ឃ', ''],
  KeyC: ['ច', 'ជ', ''],
  KeyV: ['វ', '\u17c1\u17c7', ''],
  KeyB: ['ប', 'ព', 'ឞ'],
  KeyN: ['ន', 'ណ', ''],
  KeyM: ['ម', '\u17c6', ''],
  Comma: ['\u17bb\u17c6', '\u17bb\u17c7', ','],
  Period: ['។', '៕', '.'],
  Slash: ['\u17ca', '?', '/'],
} as const satisfies Readonly<Record<string, Signs>>;

export type KeyPlace = keyof typeof nidaKeys;

const places: Readonly<Record<string, Signs>> = nidaKeys;

/** What of a key press decides its sign. */
export interface KeyPress {
  readonly code: string;
  readonly shiftKey: boolean;
  /** The right Alt key is held. */
  readonly alternate: boolean;
}

/** Whether a key types Khmer at all, at some level. */
export const isKhmerKey = (code: string): boolean => code === 'Space' || places[code] !== undefined;

/**
 * The Khmer sign a physical key types, or null if it types none. The space bar types a plain space:
 * NiDA's invisible zero-width space would look to a beginner like a dead key.
 */
export function khmerSign(press: KeyPress): string | null {
  if (press.code === 'Space') return ' ';
  const signs = places[press.code];
  if (signs === undefined) return null;
  const sign = press.alternate ? signs[2] : signs[press.shiftKey ? 1 : 0];
  return sign === '' ? null : sign;
}
