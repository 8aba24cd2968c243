import { deedOfKey, pressOf } from '../keyboard/physical-key.ts';
import type { KeyboardKind } from '../keyboard/boards.ts';
import { afterDeed, snapped } from './typed-text.ts';
import type { KeyDeed, TypedText } from './typed-text.ts';

type Field = HTMLInputElement;

const longestAnywhere = 10_000;
/** What an erasing key left in a field: where it still stands so, the next one erases more ([KHM2]). */
const erased = new WeakMap<Field, TypedText>();

/**
 * Does in a field what a key of the desk or the screen asks for. The page hears of it as of any input:
 * by the event `input`, at which React calls `onChange`.
 */
export function typeInto(field: Field, deed: KeyDeed): void {
  if (deed.kind === 'nothing' || field.disabled || field.readOnly) return;
  const typed = typedIn(field);
  const longest = field.maxLength < 0 ? longestAnywhere : field.maxLength;
  const again = same(erased.get(field), typed);
  const next = afterDeed(typed, deed.kind === 'erase' ? { ...deed, again } : deed, longest);
  if (deed.kind === 'erase') erased.set(field, next);
  else erased.delete(field);
  if (next.text !== field.value) {
    field.setRangeText(next.text, 0, field.value.length, 'end');
    field.setSelectionRange(next.from, next.to);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  field.setSelectionRange(next.from, next.to);
}

/** Reads a key of the desk for a field; whether it was ours to do. */
export function pressInto(
  field: Field,
  event: KeyboardEvent,
  keyboard: KeyboardKind,
  localDigit: (digit: string) => string = String,
): boolean {
  const deed = deedOfKey(pressOf(event), keyboard, localDigit);
  if (deed === null) return false;
  event.preventDefault();
  typeInto(field, deed);
  return true;
}

/** Sets a caret that the mouse or Chromium put inside a written unit beside it ([KHM2]). */
export function snapCaret(field: Field): void {
  const typed = typedIn(field);
  if (typed.from !== typed.to) return;
  const beside = snapped(typed);
  if (!same(beside, typed)) field.setSelectionRange(beside.from, beside.to);
}

function typedIn(field: Field): TypedText {
  const { value, selectionStart, selectionEnd } = field;
  return {
    text: value,
    from: selectionStart ?? value.length,
    to: selectionEnd ?? value.length,
  };
}

const same = (one: TypedText | undefined, other: TypedText) =>
  one?.text === other.text && one.from === other.from && one.to === other.to;
