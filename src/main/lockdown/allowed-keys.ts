import type { Input } from 'electron';

/** What a key press says of itself. */
export type PressedKey = Pick<Input, 'key' | 'code' | 'control' | 'alt' | 'shift' | 'meta'>;

const modifier = /^(Alt|AltGraph|CapsLock|Control|NumLock|Shift)$/u;
/** Select all, copy, paste, cut, undo and again; the clipboard is emptied with each sitting ([WIN12]). */
const editing = /^Key[ACVXYZ]$/u;
const movingInText = /^(Arrow\w+|Home|End|Backspace|Delete|Enter|NumpadEnter)$/u;
const typing =
  /^(Key[A-Z]|Digit\d|Numpad\w+|Intl\w+|Backquote|Backslash|Bracket\w+|Comma|Equal|Minus|Period|Quote|Semicolon|Slash)$/u;
/** With nothing held but Shift. */
const alone = /^(Space|Tab|Escape|PageUp|PageDown|Insert|F1)$/u;

/**
 * Whether a locked window may have a key ([LCK2]). Alone or with Shift a key types or moves; with Control it edits a
 * text; with Alt, or with both as some keyboards send AltGr, it types a Khmer sign. F1 is help. No page
 * hears of any other: a browser, a desktop or a keyboard's maker gives it a meaning, or will.
 */
export function allowsKey({ key, code, control, alt, shift, meta }: PressedKey): boolean {
  if (meta) return false;
  if (modifier.test(key)) return true;
  if (alt) return typing.test(code);
  if (control) return movingInText.test(code) || (editing.test(code) && !shift);
  if (shift && (key === 'Escape' || key === 'F1')) return false;
  return typing.test(code) || movingInText.test(code) || alone.test(code);
}
